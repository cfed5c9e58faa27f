import { webhookType } from '@reglament/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Opened } from '../open.ts';
import { openTestStore } from '../testing/open-test-store.ts';

let store: Opened;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const told: readonly (readonly [string, string, string | null])[] = [
  ['ticket', 'TicketRegistered', 'ticket.registered'],
  ['ticket', 'TicketAssigned', 'ticket.assigned'],
  ['ticket', 'TicketTaken', 'ticket.assigned'],
  ['ticket', 'ClockWarned', 'ticket.deadline-warning'],
  ['ticket', 'ClockBreached', 'ticket.deadline-breached'],
  ['ticket', 'ClockPaused', null],
  ['certificate', 'CertificateIssued', 'certificate.issued'],
  ['certificate', 'CertificateBroughtOver', 'certificate.issued'],
  ['certificate', 'CertificateRenewed', 'certificate.renewed'],
  ['certificate', 'CertificateSuspended', 'certificate.suspended'],
  ['certificate', 'CertificateResumed', 'certificate.resumed'],
  ['certificate', 'CertificateRevoked', 'certificate.revoked'],
  ['certificate', 'CertificateTurned', 'certificate.turned'],
  ['certificate', 'CertificateCorrected', 'certificate.changed'],
  ['inquiry', 'InquiryOpened', 'inquiry.opened'],
  ['inquiry', 'InquiryAnswered', 'inquiry.message-added'],
  ['inquiry', 'InquiryCustomerWrote', 'inquiry.message-added'],
  ['inquiry', 'InquiryWon', 'inquiry.won'],
  ['inquiry', 'InquiryLost', 'inquiry.lost'],
  ['inquiry', 'InquiryReopened', 'inquiry.reopened'],
  ['inquiry', 'InquiryBecameTicket', 'inquiry.became-ticket'],
  ['inquiry', 'InquiryRouted', 'inquiry.changed'],
  ['company', 'Anything', null],
];

it('events of the journal are told under the names that the contract has, and under each of them', async () => {
  for (const [kind, event, type] of told) {
    const [row] = await store.context.db.plain.query<{ type: string | null }>(
      'test-webhook-type',
      'select webhook_type($1, $2) as type',
      [kind, event],
    );
    expect({ event, type: row?.type }).toEqual({ event, type });
  }
  // These two follow from the message and from the state themselves.
  const names = ['ticket.message-added', 'ticket.state-changed', ...told.map(([, , type]) => type)];
  expect([...new Set(names)].filter((type) => type !== null).toSorted()).toEqual(
    [...webhookType.options].toSorted(),
  );
});
