import { expect, test } from 'vitest';
import { moscow, shipped } from '../../test/shipped-regulations.ts';
import {
  after,
  certificateOf,
  company,
  engineer,
  given,
  message,
  type Story,
} from '../../test/ticket-story.ts';
import { evolve } from '../evolve.ts';
import { missingFields } from './missing-fields.ts';

const { regulation } = shipped('flat');
const asked = (packageId: string | null, stated: readonly string[] = []): readonly string[] =>
  missingFields(regulation, { type: 'incident', packageId }, stated);

test('FL-K5: what lines 1 and 2 found is asked of partners only', () => {
  expect(asked('partner-8x5')).toEqual(['company', 'priority', 'description', 'findings']);
  expect(asked('partner-8x5', ['findings'])).not.toContain('findings');
  expect(asked('8x5')).not.toContain('findings');
});

test('a field of some packages is not asked while nothing serves', () => {
  expect(asked(null)).toEqual(['company', 'priority', 'description']);
});

const at = '2025-02-07 10:00';
const later = '2025-02-07 11:00';
const stranger = given('flat', {
  at,
  holds: 'stranger',
  channel: 'portal',
  priority: '3',
  stated: ['priority', 'description'],
});
const identified = (packageId: string): Story =>
  after(stranger, [
    later,
    { type: 'Identify', companyId: company, certificates: [certificateOf(packageId, moscow(at))] },
  ]);

test('once the company is known it is asked no more, and its package may ask for more (OW-2, FL-K5)', () => {
  expect(stranger.ticket.missingFields).toEqual(['company']);
  expect(identified('8x5').ticket).toMatchObject({
    statedFields: ['priority', 'description', 'company'],
    missingFields: [],
  });
  expect(identified('partner-8x5').ticket.missingFields).toEqual(['findings']);
});

test('of a ticket identified before that was counted the answers are as they were', () => {
  const [event] = identified('partner-8x5').journal.slice(stranger.journal.length);
  if (event?.event.type !== 'CustomerIdentified') throw new Error('not identified');
  const { statedFields: _, missingFields: __, ...before } = event.event;
  expect(evolve(stranger.ticket, before, moscow(later))).toMatchObject({
    companyId: company,
    statedFields: ['priority', 'description'],
    missingFields: ['company'],
  });
});

test('taken on without coverage it is asked for what the package asks that it is served under', () => {
  const uncovered = given('flat', {
    at,
    holds: 'nothing',
    channel: 'portal',
    stated: ['company', 'priority'],
  });
  expect(uncovered.ticket.missingFields).toEqual(['description']);
  const lift = { type: 'AcceptUncovered', by: engineer, reasonMessageId: message } as const;
  const lifted = after(uncovered, [later, lift]).ticket;
  expect(lifted.missingFields).toEqual(
    missingFields(regulation, { type: null, packageId: lifted.coverage.packageId }, lifted.statedFields),
  );
});
