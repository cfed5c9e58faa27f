import { describe, expect, it } from 'vitest';
import { compileSchedule, earlier, further, horizonOf, knowing, knows, tableOfCalendar } from './calendar.ts';
import { DAY, END_OF_INSTANTS, instant } from './instant.ts';
import { NO_TABLE } from './interval-table.ts';
import { dayNumberOf } from './local-date.ts';
import { at, daily, date, never, weekdays, zone } from './test/cases.ts';

const office = weekdays('09:00', '18:00', zone('UTC'));
const noon = at('2026-03-10T12:00Z');
const today = noon / DAY - 0.5;
const ALL = [-4, END_OF_INSTANTS / DAY + 4];

const daysOf = ({ days }: ReturnType<typeof horizonOf>): readonly number[] => [days.firstDay, days.endDay];
const after = (days: number): ReturnType<typeof instant> => instant(noon + days * DAY);
/** Knows 128 days, from two before today on. */
const asked = () => {
  const calendar = compileSchedule(office);
  knowing(calendar, noon, noon);
  return calendar;
};

// Answers never depend on what is compiled; how often a calendar compiles does.
describe('the compiled days', () => {
  it('are none before anything is asked', () => {
    const calendar = compileSchedule(office);
    expect(daysOf(horizonOf(calendar))).toEqual([-4, -4]);
    expect(tableOfCalendar(calendar)).toBe(NO_TABLE);
    expect(knows(NO_TABLE, noon)).toBe(false);
  });

  it('are a third of a year at first, or as many as are asked for', () => {
    expect(daysOf(horizonOf(asked()))).toEqual([today - 2, today + 126]);
    const long = knowing(compileSchedule(office), noon, after(500));
    expect(daysOf(long)).toEqual([today - 2, today + 503]);
  });

  it('are those of the table that every question sees first', () => {
    const calendar = asked();
    expect(tableOfCalendar(calendar)).toBe(horizonOf(calendar).table);
    expect(knowing(calendar, after(1), after(120))).toBe(horizonOf(calendar));
  });

  it('know an instant and no part of one', () => {
    const table = tableOfCalendar(asked());
    expect([table.from, table.to].map((t) => t / DAY)).toEqual([today, today + 124]);
    expect([table.from, table.from - 1, table.to - 1, table.to].map((t) => knows(table, t))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([noon + 0.5, Number.NaN].map((t) => knows(table, t))).toEqual([false, false]);
  });

  it.each([
    ['the last instant that is known', -1, today + 126],
    ['the first that is not', 0, today + 254],
  ])('are twice as many when %s is asked for and was not known', (_, ms, end) => {
    const calendar = asked();
    const { to } = tableOfCalendar(calendar);
    expect(daysOf(knowing(calendar, noon, instant(to + ms)))).toEqual([today - 2, end]);
  });

  it.each([
    ['the first instant that is known', 0, today - 2],
    ['the last that is not', -1, today - 130],
  ])('go back as far when %s is asked for', (_, ms, first) => {
    const calendar = asked();
    const { from } = tableOfCalendar(calendar);
    expect(daysOf(knowing(calendar, instant(from + ms), noon))).toEqual([first, today + 126]);
  });

  it('go as far as is asked where twice as many are not enough', () => {
    expect(daysOf(knowing(asked(), noon, after(1000)))).toEqual([today - 2, today + 1003]);
    expect(daysOf(knowing(asked(), after(-1000), noon))).toEqual([today - 1002, today + 126]);
  });

  it('go no further than instants do', () => {
    const all = knowing(asked(), instant(0), instant(END_OF_INSTANTS - 1));
    expect(daysOf(all)).toEqual([-2, END_OF_INSTANTS / DAY + 2]);
    expect([all.table.from, all.table.to]).toEqual([0, END_OF_INSTANTS]);
    const calendar = compileSchedule(office);
    expect(daysOf(knowing(calendar, instant(END_OF_INSTANTS - 1), instant(END_OF_INSTANTS - 1)))[1]).toBe(
      ALL[1],
    );
  });

  it('are only those on which the schedule has anything', () => {
    const once = compileSchedule({ ...never, exceptions: { '2026-05-05': [['10:00', '11:00']] } });
    const day = dayNumberOf(date('2026-05-05'));
    expect(daysOf(knowing(once, noon, noon))).toEqual([day, day + 1]);
    const { from, to } = tableOfCalendar(once);
    expect([from, to]).toEqual([0, END_OF_INSTANTS]);
  });
});

describe('further days', () => {
  it('are twice as many, until there are none', () => {
    const calendar = asked();
    expect(daysOf(further(calendar, horizonOf(calendar)) ?? horizonOf(asked()))).toEqual([
      today - 2,
      today + 254,
    ]);
    let count = 0;
    while (further(calendar, horizonOf(calendar)) !== null) count += 1;
    expect(daysOf(horizonOf(calendar))).toEqual([today - 2, ALL[1]]);
    expect(count).toBeLessThan(12);
  });

  it('before, too', () => {
    const calendar = asked();
    expect(daysOf(earlier(calendar, horizonOf(calendar)) ?? horizonOf(asked()))).toEqual([
      today - 130,
      today + 126,
    ]);
    let count = 0;
    while (earlier(calendar, horizonOf(calendar)) !== null) count += 1;
    expect(daysOf(horizonOf(calendar))).toEqual([ALL[0], today + 126]);
    expect(count).toBeLessThan(12);
  });

  it('are none where everything is known', () => {
    const calendar = compileSchedule(daily([['09:00', '18:00']], zone('UTC')));
    const all = knowing(calendar, instant(0), instant(END_OF_INSTANTS - 1));
    const [late, early] = [further(calendar, all), earlier(calendar, horizonOf(calendar))];
    expect([daysOf(late ?? all), daysOf(early ?? all)]).toEqual([[-2, ALL[1]], ALL]);
    expect(further(calendar, horizonOf(calendar)) === null).toBe(true);
    expect(earlier(calendar, horizonOf(calendar)) === null).toBe(true);
  });
});
