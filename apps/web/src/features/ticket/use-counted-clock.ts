import type { ClockView, TicketPage } from '@reglament/contract';
import {
  countTrace,
  isPlainTime,
  scheduleKey,
  shareAt,
  type Clock,
  type CountedTrace,
  type CountingRule,
  type RuleCalendars,
} from '@reglament/desk/clock';
import { compileSchedule, instant, type Calendar, type Schedule } from '@reglament/working-time';
import { useMemo } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useTicking } from '../../ui/use-ticking.ts';

const MINUTE = 60_000;

/** The hours that came with the page: those that its clocks were counted by, not those in force today. */
export const calendarsOf = (schedules: TicketPage['schedules']): RuleCalendars => {
  const compiled = new Map<string, Calendar>();
  const calendarOf = (rule: CountingRule): Calendar => {
    const key = scheduleKey(rule);
    const found = compiled.get(key);
    if (found !== undefined) return found;
    const schedule = schedules.find((one) => one.key === key);
    if (schedule === undefined) throw new RangeError(`the page has no hours ${key}`);
    const { key: _, ...own } = schedule;
    const calendar = compileSchedule(own as unknown as Schedule);
    compiled.set(key, calendar);
    return calendar;
  };
  return (rule) => new Map([[rule.schedule, calendarOf(rule)]]);
};

export interface CountedClock {
  /** Counted up to the present minute. */
  readonly trace: CountedTrace;
  /** Share of the promised time that is used, in whole percent, live; null where it never opens again. */
  readonly percent: number | null;
  /** The hours that its countdown runs in; null: plain time. */
  readonly calendar: Calendar | null;
}

/** A clock counted on in the browser by the server's own engine, from the record that came with the page. */
export const useCountedClock = (view: ClockView, calendars: RuleCalendars): CountedClock => {
  const clock = view.record as unknown as Clock;
  const minute = useTicking(() => Math.floor(serverNow() / MINUTE));
  const percent = useTicking(() => {
    const share = shareAt(clock, instant(serverNow()), calendars(clock.rule));
    // Never rounded up to a deadline that isn't reached.
    return share === null ? -1 : Math.floor(share * 100);
  });
  const trace = useMemo(
    () => countTrace(clock, calendars, instant(Math.max(minute * MINUTE, clock.since)), view.warnAt),
    [clock, calendars, minute, view.warnAt],
  );
  const { rule } = clock;
  const calendar = isPlainTime(rule) ? null : (calendars(rule).get(rule.schedule) ?? null);
  return { trace, percent: percent < 0 ? null : percent, calendar };
};
