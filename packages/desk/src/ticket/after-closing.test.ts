import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, shipped } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import { after, clockOf, given, says, type Story, when } from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import { allowedActions } from './allowed.ts';
import { describeEvent } from './describe-event.ts';

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

  test('only a message or a word by phone opens it: no objection on the page, no answer to a question of before', () => {
    expect(when(closed(opens), '2025-03-05 09:00', says.object).refused).toBe('already-closed');
    expect(when(closed(opens), '2025-03-05 09:00', says.reply).refused).toBe('already-closed');
  });
});

describe('an objection by phone after the closing', () => {
  const byPhone = { ...says.object, means: 'phone' } as const;

  test('opens it as a message does, in the same days, and is told as what it was', () => {
    const outcome = when(closed(opens), '2025-03-11 23:59', byPhone);
    expect(outcome.happened).toEqual(['TicketReopened', 'ClockReopened']);
    expect(outcome.story.ticket).toMatchObject({ state: 'in-progress', closedAt: null });
    const { regulation } = shipped(opens);
    const [first] = outcome.story.journal.slice(-2);
    if (first === undefined) throw new Error('nothing happened');
    const names = { regulation, person: () => '', moment: () => ({ ru: '', en: '' }) };
    const words = describeEvent(first.event, names);
    expect(words).toMatchObject({
      says: { ru: expect.stringContaining('по телефону, что не решено') as unknown },
      clause: 'A-AFTER',
    });
    expect(when(closed(opens), '2025-03-12 00:00', byPhone).refused).toBe('already-closed');
    expect(when(closed(anew), '2025-03-04 18:31', byPhone).refused).toBe('already-closed');
  });

  test('wants its reason where the regulation wants one', () => {
    const reasoned = small('opens again for a reason', {
      lifecycle: lifecycle('reply: reopens, within: 7 calendar days').replace(
        'reason: false',
        'reason: true',
      ),
    });
    const at = '2025-03-05 09:00';
    expect(when(closed(reasoned), at, { ...byPhone, hasReason: false }).refused).toBe(
      'objection-needs-reason',
    );
    expect(when(closed(reasoned), at, byPhone).refused).toBeNull();
  });

  test('is offered to staff as long as it is possible', () => {
    const shown = (desk: string, at: string) =>
      allowedActions(closed(desk).ticket, shipped(desk).regulation, moscow(at));
    expect(shown(opens, '2025-03-11 23:59')).toEqual(['record-objection', 'add-note']);
    expect(shown(opens, '2025-03-12 00:00')).toEqual(['add-note']);
    expect(shown(anew, '2025-03-04 18:31')).toEqual(['add-note']);
  });
});
