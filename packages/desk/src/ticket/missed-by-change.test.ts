import type { Instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import { after, classify, clockOf, given, type Story, when } from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import { describeEvent } from './describe-event.ts';
import type { EventOf } from './events.ts';
import { noticesOf } from './notices.ts';

// FL-P: priority 3 is answered in eight working hours, 2 in four, 1 in two. 2025-02-07 is a Friday.
const flat = given('flat', { at: '2025-02-07 10:00', holds: '24x7', priority: '3', channel: 'portal' });
const raise = (priority: string) => classify('incident', priority, true);
const ring = { type: 'RingBreach', clock: 'reaction' } as const;

const tellings = (story: Story): readonly EventOf<'ClockBreached'>[] =>
  story.journal.flatMap(({ event }) =>
    event.type === 'ClockBreached' && event.clock.id === 'reaction' ? [event] : [],
  );
const breachAlarms = (story: Story): readonly string[] =>
  alarmsOf(story.ticket).flatMap((a) => (a.kind === 'breach' && a.clock === 'reaction' ? [a.key] : []));

describe('a miss that a change of rule makes (working-time row 15, FL-P)', () => {
  test('is told with the change, dated from it, and its alarm never rings again', () => {
    const { story, happened } = when(flat, '2025-02-07 13:00', raise('1'));
    expect(happened.slice(0, 3)).toEqual(['TicketClassified', 'ClockRetargeted', 'ClockBreached']);
    const [miss, ...more] = tellings(story);
    expect(more).toEqual([]);
    expect(miss).toMatchObject({ dueAt: moscow('2025-02-07 13:00'), cause: 'priority' });
    expect(miss).not.toHaveProperty('lateMs');
    expect(miss?.clock).toEqual(clockOf(story, 'reaction'));
    expect(breachAlarms(story)).toEqual([]);
    expect(when(story, '2025-02-07 13:01', ring).happened).toEqual([]);
  });

  test('owes the letter of any miss, and the journal says why', () => {
    const [miss] = tellings(after(flat, ['2025-02-07 13:00', raise('1')]));
    if (miss === undefined) throw new Error('nothing was told');
    expect(noticesOf(miss)).toEqual([
      { kind: 'clock-breach', to: 'staff', clock: 'reaction', dueAt: miss.dueAt, threshold: '1' },
    ]);
    const { says } = describeEvent(miss, {
      regulation: shipped('flat').regulation,
      person: () => 'Глеб',
      moment: () => ({ ru: '13:00', en: '13:00' }),
    });
    expect(says).toEqual({
      ru: 'Реакция: по новому условию время уже вышло, срок считается пропущенным с 13:00',
      en: 'Reaction: by the new terms its time is over, missed from 13:00',
    });
  });

  test.each([
    ['2025-02-07 11:59', 0],
    ['2025-02-07 12:00', 0],
    ['2025-02-07 12:01', 1],
  ])('two hours are promised, changed at %s: told %i times', (at, times) => {
    const story = after(flat, [at, raise('1')]);
    expect(tellings(story)).toHaveLength(times);
    expect(breachAlarms(story)).toHaveLength(1 - times);
  });

  test('is not told again by another change, and told anew when one had taken it back', () => {
    const missed = after(flat, ['2025-02-07 15:00', raise('1')]);
    const still = after(missed, ['2025-02-07 15:10', raise('2')]);
    expect(tellings(still)).toHaveLength(1);
    const cleared = after(still, ['2025-02-07 15:20', raise('3')]);
    expect(clockOf(cleared, 'reaction').breachedAt).toBeNull();
    const again = after(cleared, ['2025-02-07 15:30', raise('1')]);
    expect(tellings(again).map(({ dueAt }) => dueAt)).toEqual([
      moscow('2025-02-07 15:00'),
      moscow('2025-02-07 15:30'),
    ]);
    expect(clockOf(again, 'reaction').firstBreachAt).toBe(moscow('2025-02-07 15:00'));
  });

  test('one that was told by its alarm is not told by the change', () => {
    const rung = after(flat, ['2025-02-07 18:01', ring], ['2025-02-07 18:02', raise('1')]);
    expect(tellings(rung)).toHaveLength(1);
  });

  test('a deadline over before its alarm rang is told with the change, and by how much too late', () => {
    const dueAt = clockOf(flat, 'reaction').dueAt as Instant;
    const story = after(flat, ['2025-02-07 18:05', raise('1')]);
    expect(tellings(story)).toMatchObject([{ dueAt, lateMs: 5 * 60_000 }]);
    expect(tellings(story)[0]).not.toHaveProperty('cause');
    // By a rule that is not over there is nothing to tell.
    const longer = after(flat, ['2025-02-07 18:05', raise('4')]);
    expect(tellings(longer)).toEqual([]);
  });
});
