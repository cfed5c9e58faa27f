import { describe, expect, test } from 'vitest';
import { inMoscow } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import { after, clockOf, given, says, type Story, when } from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';

// R21, the alternative: a message to a closed ticket opens it again within so many days.

const lifecycle = (rule: string): string => `
  confirmation: {objection-needs-reason: false, clause: A-END}
  auto-close: never
  after-closing: {${rule}, clause: A-AFTER}`;
const opens = small('opens again', { lifecycle: lifecycle('reply: reopens, within: 7 calendar days') });
const anew = small('a new ticket', { lifecycle: lifecycle('reply: new-ticket') });

/** Two hours of sixteen are used when it is resolved; closed on Tuesday the 4th. */
const closed = (desk: string): Story =>
  after(
    given(desk, { at: '2025-03-03 10:00', holds: 'basic', priority: 'low' }),
    ['2025-03-03 12:00', says.resolve],
    ['2025-03-04 18:30', says.confirm],
  );

describe('a message to a closed ticket', () => {
  test.each([
    ['the same evening', '2025-03-04 18:31', null],
    ['to 24:00 of the seventh day', '2025-03-11 23:59', null],
    ['and not at that moment', '2025-03-12 00:00', 'already-closed'],
  ])('opens it %s', (_what, at, refused) => {
    const outcome = when(closed(opens), at, says.customerWrites);
    expect(outcome.refused).toBe(refused);
    expect(outcome.story.ticket.state).toBe(refused === null ? 'in-progress' : 'closed');
  });

  test('is refused with its clause where a new ticket is wanted', () => {
    expect(when(closed(anew), '2025-03-04 18:31', says.customerWrites)).toMatchObject({
      refused: 'already-closed',
      clause: 'A-AFTER',
    });
    expect(when(closed(opens), '2025-03-12 00:00', says.customerWrites).clause).toBe('A-AFTER');
  });

  test('lets the clocks run on as after an objection, and leaves the others', () => {
    const outcome = when(closed(opens), '2025-03-05 09:00', says.customerWrites);
    expect(outcome.happened).toEqual(['TicketReopened', 'ClockReopened', 'CustomerWrote']);
    expect(clockOf(outcome.story, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(clockOf(outcome.story, 'solution')).toMatchObject({ status: 'running', outcome: 'met' });
    expect(inMoscow(clockOf(outcome.story, 'solution').dueAt)).toBe('2025-03-06 15:00');
    expect(alarmsOf(outcome.story.ticket).map(({ key }) => key)).toContain('breach:solution');
  });

  test('forgets how it ended, keeps whose it is, and may end again', () => {
    const story = after(closed(opens), ['2025-03-05 09:00', says.customerWrites]);
    expect(story.ticket).toMatchObject({
      state: 'in-progress',
      closedAt: null,
      resolution: null,
      assigneeId: 'person-1',
    });
    const again = after(story, ['2025-03-05 10:00', says.resolve], ['2025-03-05 11:00', says.confirm]);
    expect(again.ticket.state).toBe('closed');
    // The days are counted from the last closing.
    expect(when(again, '2025-03-12 23:59', says.customerWrites).refused).toBeNull();
  });

  test('only a message opens it: no objection, no answer to a question of before', () => {
    expect(when(closed(opens), '2025-03-05 09:00', says.object).refused).toBe('already-closed');
    expect(when(closed(opens), '2025-03-05 09:00', says.reply).refused).toBe('already-closed');
  });
});
