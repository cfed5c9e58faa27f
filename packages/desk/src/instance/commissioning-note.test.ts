import { describe, expect, test } from 'vitest';
import { moscow, shipped, variant } from '../test/shipped-regulations.ts';
import { given } from '../test/ticket-story.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { commissioningNote } from './commissioning-note.ts';

const at = '2025-02-07 10:00';
const ticketOf = (desk: string, holds: string, priority = '3'): Ticket =>
  given(desk, { at, holds, channel: 'portal', priority }).ticket;
const noted = (desk: string, ticket: Ticket): string | null =>
  commissioningNote(shipped(desk).regulation, ticket)?.clause ?? null;

describe('a product that was never commissioned, as far as is on record', () => {
  const served = ticketOf('flat', '8x5');

  test('is answered with the rule where a certificate serves the ticket', () => {
    expect(noted('flat', served)).toBe('FL-NOTE');
  });

  test('is answered so too where the certificate has not begun: the date may begin it', () => {
    const early: Ticket = {
      ...served,
      coverage: {
        kind: 'not-entitled',
        reason: 'not-started',
        packageId: null,
        certificateId: served.coverage.kind === 'covered' ? served.coverage.certificateId : null,
        clause: 'FL-STOP',
      },
    };
    expect(noted('flat', early)).toBe('FL-NOTE');
    expect(
      noted('flat', { ...early, coverage: { ...early.coverage, reason: 'expired' } as never }),
    ).toBeNull();
  });

  test('is nothing to tell of without a certificate, of a closed ticket, or where no rule speaks of it', () => {
    expect(noted('flat', ticketOf('flat', 'nothing'))).toBeNull();
    expect(noted('flat', ticketOf('flat', 'stranger'))).toBeNull();
    expect(noted('flat', { ...served, state: 'closed', closedAt: moscow(at) })).toBeNull();
    expect(noted('optima', ticketOf('optima', '8x5x4', '4'))).toBeNull();
  });

  test('is told by a rule for some priorities only for those', () => {
    const desk = variant('flat', 'noted for urgent ones', (regulation) => ({
      ...regulation,
      exclusions: regulation.exclusions.map((rule) =>
        rule.when !== null && 'commissioned' in rule.when.facts
          ? { ...rule, when: { ...rule.when, priorities: ['1', '2'] } }
          : rule,
      ),
    }));
    expect(noted(desk, ticketOf(desk, '8x5', '1'))).toBe('FL-NOTE');
    expect(noted(desk, ticketOf(desk, '8x5', '3'))).toBeNull();
  });
});
