import { compileSchedule, nextOpening, type Schedule } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import type { Regulation } from '../regulation/regulation.ts';
import { inMoscow, moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import { calendarOf, type Calendars } from './calendars.ts';
import { calendarsOfRule } from './calendars-of-rule.ts';
import type { CountingRule } from './clock.ts';
import { scheduleKey, scheduleOfRule } from './schedule-of-rule.ts';

const centaur = shipped('centaur');
const reaction = ruleOf(centaur, 'reaction', 'basic', 'medium');
const [hours] = centaur.regulation.schedules.filter(({ id }) => id === reaction.schedule);
if (hours === undefined) throw new Error('the rule has hours');

const opening = (from: string): Schedule => ({
  zone: hours.schedule.zone,
  week: { 1: [[from, '17:00']] },
  exceptions: {},
});
const [today, second, first] = [opening('08:00'), opening('09:00'), opening('10:00')];
const between = opening('11:00');
const until = moscow('2026-11-20 12:00');

/** Hours by the third edition of a calendar, after others that are not asked for. */
const regulation: Regulation = {
  ...centaur.regulation,
  schedules: [
    {
      ...hours,
      id: 'other' as typeof hours.id,
      schedule: opening('07:00'),
      calendar: {
        id: 'ru',
        edition: 'third',
        earlier: [
          {
            edition: 'first',
            label: 'ru 2023-2027',
            schedule: opening('06:00'),
            days: opening('06:00'),
            until,
          },
        ],
      },
    },
    {
      ...hours,
      schedule: today,
      calendar: {
        id: 'ru',
        edition: 'third',
        earlier: [
          { edition: 'second', label: 'ru 2023-2027', schedule: second, days: second, until },
          { edition: 'between', label: 'ru 2023-2027', schedule: between, days: between, until },
          { edition: 'first', label: 'ru 2023-2027', schedule: first, days: first, until },
        ],
      },
    },
  ],
};
const without: Regulation = { ...regulation, schedules: [{ ...hours, schedule: today, calendar: null }] };
const by = (edition: string): CountingRule => ({ ...reaction, calendar: { id: 'ru', edition } });
const { calendar: _, ...fromBefore } = reaction;
const lost = { ...reaction, schedule: 'lost' as typeof reaction.schedule };
const calendars: Calendars = new Map([
  [hours.id, compileSchedule(today)],
  ['other' as typeof hours.id, compileSchedule(opening('07:00'))],
]);

/** When a rule's hours open on a Monday. */
const opensAt = (counted: Calendars, rule: CountingRule): string | undefined => {
  const opens = nextOpening(calendarOf(counted, rule.schedule), moscow('2026-11-23 00:00'));
  return inMoscow(opens)?.slice('2026-11-23 '.length);
};

describe('the hours of a rule', () => {
  test.each([
    ['the latest edition', by('third'), regulation, today],
    ['an earlier edition', by('second'), regulation, second],
    ['the first edition', by('first'), regulation, first],
    ['a rule from before editions were kept: the first', fromBefore, regulation, first],
    ['an edition that is not known: the latest', by('fifth'), regulation, today],
    ['no calendar: the latest', { ...reaction, calendar: null }, regulation, today],
    ['hours that follow none', by('second'), without, today],
    ['hours that follow none, before editions were kept', fromBefore, without, today],
  ])('by %s', (_name, rule, known, expected) => {
    expect(scheduleOfRule(rule, known)).toEqual(expected);
    const counted = calendarsOfRule(rule, known, calendars);
    const [from = ''] = expected.week[1]?.[0] ?? [];
    expect(opensAt(counted, rule)).toBe(from);
    expect(counted.get('other' as typeof hours.id)).toBe(calendars.get('other' as typeof hours.id));
  });

  test('that the regulation doesn’t have are none', () => {
    expect(scheduleOfRule(lost, regulation)).toBeNull();
    expect(calendarsOfRule(lost, regulation, calendars)).toBe(calendars);
    expect(() => calendarOf(calendars, lost.schedule)).toThrow('no calendar for schedule "lost"');
  });

  test('are compiled once', () => {
    const [one, other] = [1, 2].map(() => calendarsOfRule(by('second'), regulation, calendars));
    expect(one?.get(hours.id)).toBe(other?.get(hours.id));
  });

  test('by one word', () => {
    expect([by('second'), { ...reaction, calendar: null }, fromBefore].map(scheduleKey)).toEqual([
      'office@second',
      'office@',
      'office@',
    ]);
  });
});
