import { describe, expect, test } from 'vitest';
import type { ContactId, TicketId } from '../ids.ts';
import { firstDueDesk, handlingDesk, keptClocksDesk } from '../test/handling-desk.ts';
import { inMoscow, shipped } from '../test/shipped-regulations.ts';
import {
  after,
  classify,
  clockOf,
  engineer as by,
  given,
  message as messageId,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { allowedActions } from './allowed.ts';
import type { TicketCommand } from './commands.ts';
import { compareDeadlines } from './compare-deadlines.ts';
import { reopens } from './decide/reopen.ts';
import { noticesOf } from './notices.ts';
import type { Ticket } from './ticket.ts';

const KEPT = 'ticket-2' as TicketId;
const friday = '2025-02-07 10:00';
const noon = '2025-02-07 12:00';
const afternoon = '2025-02-07 14:00';

/** The older ticket, which closes; its deadlines are the earlier ones. */
const older = (desk: string): Story => given(desk, { at: friday, holds: 'basic' });
/** The one that goes on. */
const younger = (desk: string, holds = 'basic'): Story => {
  const story = given(desk, { at: noon, holds });
  const [first, ...rest] = story.journal;
  if (first?.event.type !== 'TicketRegistered') throw new Error('not registered');
  return {
    ...story,
    ticket: { ...story.ticket, ticketId: KEPT },
    journal: [{ ...first, event: { ...first.event, ticketId: KEPT } }, ...rest],
  };
};
const into = (kept: Ticket): TicketCommand => ({ type: 'MergeInto', by, kept, messageId });
const takes = (gone: Ticket): TicketCommand => ({ type: 'TakeOver', by, gone, messageId });
const dueOf = (story: Story, clock: string): string | null => inMoscow(clockOf(story, clock).dueAt);
const differences = ({ desk, ticket, journal }: Story) => {
  const { regulation, calendars } = shipped(desk);
  return compareDeadlines(ticket, journal, regulation, calendars);
};

describe('the ticket that closes', () => {
  const gone = after(older(handlingDesk), [afternoon, into(younger(handlingDesk).ticket)]);

  test('is closed for good, names the other one, and counts nothing more', () => {
    expect(gone.ticket).toMatchObject({ state: 'closed', mergedInto: KEPT, clocks: [], warnings: [] });
    expect(gone.journal.filter(({ event }) => event.type === 'ClockWithdrawn')).toHaveLength(2);
    expect(
      reopens(gone.ticket, shipped(handlingDesk).regulation, gone.ticket.closedAt ?? expect.fail()),
    ).toBe(false);
    expect(allowedActions(gone.ticket, shipped(handlingDesk).regulation)).toEqual(['add-note']);
  });

  test('tells the customer once', () => {
    const notices = gone.journal.slice(-6).flatMap(({ event }) => noticesOf(event));
    expect(notices).toEqual([{ kind: 'closed', to: 'requester', cause: 'merged' }]);
  });

  test('a deadline that was missed stays on record', () => {
    const late = '2025-02-07 15:00';
    const missed = after(older(handlingDesk), [late, into(younger(handlingDesk).ticket)]);
    expect(clockOf(missed, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'missed' });
    expect(missed.ticket.clocks.map(({ id }) => id)).toEqual(['reaction']);
    expect(differences(missed)).toEqual([]);
  });
});

describe('whose clocks go on', () => {
  const merged = (desk: string, at = afternoon): Story => {
    const kept = younger(desk);
    return after(kept, [at, takes(older(desk).ticket)]);
  };

  test.each([
    [handlingDesk, '2025-02-07 14:00', '2025-02-11 10:00'],
    [firstDueDesk, '2025-02-07 14:00', '2025-02-11 10:00'],
    [keptClocksDesk, '2025-02-07 16:00', '2025-02-11 12:00'],
  ])('%s', (desk, reaction, verdict) => {
    const story = merged(desk, '2025-02-07 13:00');
    expect([dueOf(story, 'reaction'), dueOf(story, 'verdict')]).toEqual([reaction, verdict]);
    expect(differences(story)).toEqual([]);
  });

  test('a promise that is missed already is not taken over: it is on record where it was made', () => {
    const story = merged(firstDueDesk, '2025-02-07 15:00');
    expect([dueOf(story, 'reaction'), dueOf(story, 'verdict')]).toEqual([
      '2025-02-07 16:00',
      '2025-02-11 10:00',
    ]);
  });

  test('a pause moves what was taken over by its working time', () => {
    const story = after(
      merged(firstDueDesk),
      [afternoon, says.ask],
      ['2025-02-07 16:00', says.customerWrites],
    );
    expect(dueOf(story, 'verdict')).toBe('2025-02-11 12:00');
    expect(differences(story)).toEqual([]);
  });

  test('a priority that shortens the promise further counts, one that does not leaves it', () => {
    const flat = (at: string, priority: string) =>
      given('flat', { at, holds: '24x7', priority, channel: 'portal' });
    const kept = after(flat(noon, '4'), [noon, takes(flat(friday, '3').ticket)]);
    expect(dueOf(kept, 'reaction')).toBe('2025-02-07 18:00');
    const one = '2025-02-07 13:00';
    const raised = after(kept, [one, classify('incident', '2', true)]);
    expect(dueOf(raised, 'reaction')).toBe('2025-02-07 16:00');
    const lowered = after(kept, [one, classify('incident', '3', true)]);
    expect(dueOf(lowered, 'reaction')).toBe('2025-02-07 18:00');
    for (const story of [kept, raised, lowered]) expect(differences(story)).toEqual([]);
  });
});

describe('what is refused', () => {
  const kept = younger(handlingDesk);
  const closed = after(kept, [noon, says.resolve], [afternoon, says.confirm]);
  const uncovered = younger(handlingDesk, 'nothing');

  test.each([
    ['merge-into-itself', { ...kept.ticket, ticketId: 'ticket-1' as TicketId }],
    ['merge-other-requester', { ...kept.ticket, contactId: 'contact-2' as ContactId }],
    ['merge-into-closed', closed.ticket],
    ['merge-into-closed', after(kept, [noon, says.resolve]).ticket],
    ['merge-into-uncovered', uncovered.ticket],
  ])('%s', (code, other) => {
    expect(when(older(handlingDesk), afternoon, into(other)).refused).toBe(code);
  });

  test('a closed ticket is merged into nothing; two that nothing covers may become one', () => {
    const gone = after(older(handlingDesk), [noon, says.resolve], [afternoon, says.confirm]);
    expect(when(gone, afternoon, into(kept.ticket)).refused).toBe('already-closed');
    const asker = given(handlingDesk, { at: friday, holds: 'nothing' });
    expect(when(asker, afternoon, into(uncovered.ticket)).refused).toBeNull();
  });
});
