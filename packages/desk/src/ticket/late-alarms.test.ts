import type { Instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { markOf } from '../clock/warning-mark.ts';
import { handlingDesk } from '../test/handling-desk.ts';
import { shipped } from '../test/shipped-regulations.ts';
import { clockOf, given, says as saying, type Story, when } from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import { describeEvent } from './describe-event.ts';
import type { TicketEvent } from './events.ts';
import { noticesOf } from './notices.ts';

const story = given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' });
const dueAt = clockOf(story, 'reaction').dueAt ?? (0 as Instant);
const warnings = alarmsOf(story.ticket).flatMap((a) => (a.kind === 'warning' ? [a] : []));
const first = warnings.toSorted((a, b) => a.at - b.at)[0];
if (first === undefined) throw new Error('no warning is set');
const ringWarning = { type: 'RingWarning', clock: first.clock, ...markOf(first) } as const;
const ringBreach = { type: 'RingBreach', clock: 'reaction' } as const;

const later = (at: Instant, ms: number): Instant => (at + ms) as Instant;
const rung = (from: Story, at: Instant, command: typeof ringWarning | typeof ringBreach): TicketEvent[] =>
  when(from, at, command)
    .story.journal.slice(from.journal.length)
    .map((entry) => entry.event);

const says = (event: TicketEvent): readonly [string, string] => {
  const { says: text } = describeEvent(event, {
    regulation: shipped('flat').regulation,
    person: () => 'Глеб',
    moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
  });
  return [text.ru, text.en];
};

describe('an alarm that rings after its instant', () => {
  test.each([
    [0, undefined],
    [59_999, undefined],
    [60_000, 60_000],
    [600_500, 600_500],
  ])('%i ms: a warning and a breach say so from a minute on, and so do their letters', (ms, lateMs) => {
    const [warned] = rung(story, later(first.at, ms), ringWarning);
    expect(warned).toMatchObject({ type: 'ClockWarned' });
    // A deadline is missed a millisecond after it.
    const [missed] = rung(story, later(dueAt, Math.max(1, ms)), ringBreach);
    expect(missed).toMatchObject({ type: 'ClockBreached' });
    for (const event of [warned, missed]) {
      if (event === undefined || !('dueAt' in event)) throw new Error('nothing rang');
      expect('lateMs' in event ? event.lateMs : undefined).toBe(lateMs);
      expect(noticesOf(event).map((n) => ('lateMs' in n ? n.lateMs : undefined))).toEqual([lateMs]);
    }
  });

  test('the journal says it in words, in whole minutes', () => {
    const [late] = rung(story, later(dueAt, 7_260_500), ringBreach);
    const [inTime] = rung(story, later(dueAt, 1), ringBreach);
    if (late === undefined || inTime === undefined) throw new Error('nothing rang');
    expect(says(late)).toEqual([
      'Реакция: срок завтра пропущен; сообщено с опозданием (2 часа 1 минута): система не работала',
      'Reaction: the deadline of tomorrow was missed; told late (2 hours 1 minute): the system was not running',
    ]);
    expect(says(inTime)[0]).toBe('Реакция: срок завтра пропущен');
  });
});

describe('a warning whose deadline has passed', () => {
  test('is not told: the breach is, and names the warnings that it stands for', () => {
    expect(rung(story, dueAt, ringWarning)).toHaveLength(1);
    expect(rung(story, later(dueAt, 1), ringWarning)).toEqual([]);
    const [missed] = rung(story, later(dueAt, 1), ringBreach);
    expect(missed).toMatchObject({ untold: warnings.map(markOf) });
  });

  test('a breach after all its warnings stands for none', () => {
    let told = story;
    for (const w of warnings.toSorted((a, b) => a.at - b.at))
      told = when(told, w.at, { type: 'RingWarning', clock: w.clock, ...markOf(w) }).story;
    const [missed] = rung(told, later(dueAt, 1), ringBreach);
    expect(missed).not.toHaveProperty('untold');
  });
});

describe('a deadline that was over before its alarm rang', () => {
  test('is told when the clock is made to wait for the customer: nothing would ring for it any more', () => {
    const waited = given(handlingDesk, { at: '2025-02-04 09:00', holds: 'basic' });
    const due = clockOf(waited, 'verdict').dueAt ?? (0 as Instant);
    const untold = alarmsOf(waited.ticket).flatMap((a) =>
      a.kind === 'warning' && a.clock === 'verdict' ? [markOf(a)] : [],
    );
    const asked = when(waited, later(due, 600_000), saying.ask);
    const missed = asked.story.journal.flatMap(({ event }) =>
      event.type === 'ClockBreached' && event.clock.id === 'verdict' ? [event] : [],
    );
    expect(missed).toMatchObject([
      { clock: { status: 'paused', breachedAt: due }, dueAt: due, lateMs: 600_000, untold },
    ]);
    expect(untold).not.toEqual([]);
    const again = when(asked.story, later(due, 1_200_000), { type: 'RingBreach', clock: 'verdict' });
    expect(again.happened).toEqual([]);
  });

  test('that is not over, or was told, is not told again by it', () => {
    const waited = given(handlingDesk, { at: '2025-02-04 09:00', holds: 'basic' });
    const due = clockOf(waited, 'verdict').dueAt ?? (0 as Instant);
    expect(when(waited, due, saying.ask).happened).not.toContain('ClockBreached');
    const rang = when(waited, later(due, 1), { type: 'RingBreach', clock: 'verdict' }).story;
    expect(when(rang, later(due, 2), saying.ask).happened).not.toContain('ClockBreached');
  });
});
