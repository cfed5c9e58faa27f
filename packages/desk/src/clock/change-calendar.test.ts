import { describe, expect, it } from 'vitest';
import type { CalendarPin, Regulation, ScheduleCalendar } from '../regulation/index.ts';
import { inMoscow, moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import { changeCalendar, knowsEdition, laterEdition } from './change-calendar.ts';
import type { Clock, CountingRule } from './clock.ts';
import { armClock, pauseClock, stopClock } from './run-clock.ts';

const HOUR = 3_600_000;
const centaur = shipped('centaur');
const reaction = ruleOf(centaur, 'reaction', 'basic', 'medium');
const [first, second] = [moscow('2025-01-01 00:00'), moscow('2025-02-10 12:00')];

const [hours] = centaur.regulation.schedules.filter(({ id }) => id === reaction.schedule);
if (hours === undefined) throw new Error('the rule has hours');

/** The regulation, its hours following the third edition of a calendar, or another one. */
const following = (calendar: Partial<ScheduleCalendar> | null): Regulation => ({
  ...centaur.regulation,
  schedules: [
    { ...hours, id: 'other' as typeof hours.id, calendar: null },
    {
      ...hours,
      calendar: calendar && {
        id: 'ru',
        edition: 'third',
        earlier: [
          {
            edition: 'second',
            label: 'ru 2023-2027',
            schedule: hours.schedule,
            days: hours.schedule,
            until: second,
          },
          {
            edition: 'first',
            label: 'ru 2023-2027',
            schedule: hours.schedule,
            days: hours.schedule,
            until: first,
          },
        ],
        ...calendar,
      },
    },
  ],
});
const ruleBy = (edition: string, id = 'ru'): CountingRule => ({ ...reaction, calendar: { id, edition } });
const { calendar: _, ...fromBefore } = reaction;
const today: CalendarPin = { id: 'ru', edition: 'third' };

describe('the later edition a rule should be counted by', () => {
  it.each([
    ['the first', ruleBy('first'), first],
    ['the one before', ruleBy('second'), second],
    ['a rule from before editions were kept: the first', fromBefore, first],
  ] as const)('counted by %s', (_, rule, since) => {
    expect(laterEdition(rule, following({}))).toEqual({ calendar: today, since });
  });

  it.each([
    ['it is counted by the latest', ruleBy('third'), following({})],
    ['it is counted by one that is not known here', ruleBy('fourth'), following({})],
    ['it is counted by another calendar', ruleBy('first', 'kz'), following({})],
    ['it follows no calendar', { ...reaction, calendar: null }, following({})],
    ['its hours follow none', ruleBy('first'), following(null)],
    ['there was none before', fromBefore, following({ earlier: [] })],
    [
      'its hours are unknown',
      { ...ruleBy('first'), schedule: 'lost' as typeof reaction.schedule },
      following({}),
    ],
    [
      'its deadline is plain time',
      { ...ruleBy('first'), target: { kind: 'elapsed', ms: HOUR, outsideHours: 'keep' } },
      following({}),
    ],
  ] as const)('there is none where %s', (_, rule, regulation) => {
    expect(laterEdition(rule, regulation)).toBeNull();
  });

  it.each([
    ['the present one', ruleBy('third'), following({}), true],
    ['an earlier one', ruleBy('first'), following({}), true],
    ['a newer one', ruleBy('fourth'), following({}), false],
    ['another calendar', ruleBy('fourth', 'kz'), following({}), true],
    ['none', { ...reaction, calendar: null }, following({}), true],
    ['an unknown one', fromBefore, following({}), true],
    ['one where the hours follow none', ruleBy('fourth'), following(null), true],
  ] as const)('the regulation was read with %s', (_, rule, regulation, known) => {
    expect(knowsEdition(rule, regulation)).toBe(known);
  });
});

describe('a later edition of the calendar (rows 14 and 26)', () => {
  // Eight working hours, 09:00-17:00: due on Monday, 10 February 2025, at 16:00.
  const clock = armClock(
    { ...reaction, calendar: { id: 'ru', edition: 'second' } },
    moscow('2025-02-07 16:00'),
    centaur.calendars,
  );
  const adopt = (one: Clock, since: string, now: string): Clock =>
    changeCalendar(one, { calendar: today, since: moscow(since) }, moscow(now), centaur.calendars);
  const lastChange = (one: Clock): readonly unknown[] => {
    const change = one.changes?.at(-1);
    return [
      change?.cause,
      change === undefined ? null : inMoscow(change.at),
      change?.spentMs,
      change?.before,
    ];
  };

  it.each([
    ['since it came into force', '2025-02-10 10:00', '2025-02-10 12:00', '2025-02-10 10:00', 2 * HOUR],
    [
      'since the clock began, where that is later',
      '2025-02-01 10:00',
      '2025-02-10 12:00',
      '2025-02-07 16:00',
      0,
    ],
    [
      'from now on, where it is for the future',
      '2025-02-11 10:00',
      '2025-02-10 12:00',
      '2025-02-10 12:00',
      4 * HOUR,
    ],
  ])('counts %s, and what elapsed stays', (_, since, now, at, spent) => {
    const changed = adopt(clock, since, now);
    expect(changed.rule.calendar).toEqual(today);
    expect(lastChange(changed)).toEqual(['calendar', at, spent, clock.rule]);
    expect(inMoscow(changed.dueAt)).toBe('2025-02-10 16:00');
  });

  it('leaves a deadline that is over where it was, and makes no miss', () => {
    const changed = adopt(clock, '2025-02-10 16:30', '2025-02-10 17:00');
    expect(inMoscow(changed.dueAt)).toBe('2025-02-10 16:00');
    expect(changed.breachedAt).toBeNull();
    expect([changed.spentMs, inMoscow(changed.since), changed.rule.calendar]).toEqual([
      8.5 * HOUR,
      '2025-02-10 16:30',
      today,
    ]);
    expect(lastChange(changed)).toEqual(['calendar', '2025-02-10 16:30', 8.5 * HOUR, clock.rule]);
    expect(lastChange(adopt(changed, '2025-02-10 16:30', '2025-02-10 17:00'))[3]).toEqual(changed.rule);
    expect(adopt(changed, '2025-02-10 16:30', '2025-02-10 17:00').changes).toHaveLength(2);
  });

  it('moves a deadline that is just now', () => {
    expect(adopt(clock, '2025-02-10 16:00', '2025-02-10 16:00').changes).toHaveLength(1);
  });

  it('a paused clock stands where it stood', () => {
    const paused = pauseClock(clock, moscow('2025-02-10 10:00'), 'waiting-for-customer', centaur.calendars);
    const changed = adopt(paused, '2025-02-10 11:00', '2025-02-10 12:00');
    expect([inMoscow(changed.since), changed.spentMs, changed.dueAt]).toEqual([
      '2025-02-10 10:00',
      2 * HOUR,
      null,
    ]);
  });

  it('a rule from before editions were kept is counted by the first of however many', () => {
    const earlier = ['fourth', 'third', 'second', 'first'].map((edition, index) => ({
      edition,
      label: 'ru 2023-2027',
      schedule: hours.schedule,
      days: hours.schedule,
      until: moscow(`2025-0${4 - index}-01 00:00`),
    }));
    const since = laterEdition(fromBefore, following({ edition: 'fifth', earlier }))?.since;
    expect(inMoscow(since ?? null)).toBe('2025-01-01 00:00');
  });

  it('a stopped clock keeps its edition, a paused one takes the new one', () => {
    const stopped = stopClock(clock, moscow('2025-02-10 10:00'), 'closed', centaur.calendars);
    expect(adopt(stopped, '2025-02-10 10:00', '2025-02-10 12:00')).toBe(stopped);
    const paused = pauseClock(clock, moscow('2025-02-10 10:00'), 'waiting-for-customer', centaur.calendars);
    expect(adopt(paused, '2025-02-10 11:00', '2025-02-10 12:00').rule.calendar).toEqual(today);
  });
});
