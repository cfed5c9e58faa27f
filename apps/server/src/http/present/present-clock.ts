import type { ClockView, TicketPage } from '@reglament/contract';
import { type Clock, describeTrace, scheduleKey, scheduleOfRule, shareAt, traceClock } from '@reglament/desk';
import type { Instant, Schedule } from '@reglament/working-time';
import type { RegulationInForce } from '../../use-cases/context.ts';
import { presentClause } from './present-clause.ts';
import { iso, isoOrNull } from './iso.ts';

type Hours = TicketPage['schedules'][number];

/** A clock as staff see it: what it promises, why, and the record that it is counted from. */
export const presentClock = (clock: Clock, pinned: RegulationInForce, now: Instant): ClockView => {
  const { regulation, calendars } = pinned;
  const own = regulation.clocks.find((c) => c.id === clock.id);
  const trace = traceClock(clock, regulation, calendars, now, process.versions.tz ?? null);
  return {
    clock: clock.id,
    name: own?.name ?? { ru: clock.id, en: clock.id },
    status: clock.status,
    startedAt: iso(clock.startedAt),
    countsFrom: isoOrNull(clock.countsFrom),
    dueAt: isoOrNull(clock.dueAt),
    lastDueAt: isoOrNull(clock.lastDueAt),
    stoppedAt: isoOrNull(clock.stoppedAt),
    outcome: clock.outcome,
    breachedAt: isoOrNull(clock.breachedAt),
    schedule: clock.rule.target.kind === 'elapsed' ? null : clock.rule.schedule,
    clause: presentClause(regulation, clock.rule.clause),
    usedFraction: shareAt(clock, now, calendars),
    explanation: {
      ru: [...describeTrace(trace, regulation, 'ru', 'staff')],
      en: [...describeTrace(trace, regulation, 'en', 'staff')],
    },
    record: clock,
    warnAt: [...(own?.warnAt ?? [])],
  };
};

/** Hours as a browser counts by them. */
export const presentHours = (key: string, { zone, week, exceptions }: Schedule): Hours => ({
  key,
  zone,
  week: Object.fromEntries(
    Object.entries(week).map(([day, windows]) => [day, windows.map(([a, b]) => [a, b])]),
  ),
  exceptions: Object.fromEntries(
    Object.entries(exceptions).map(([date, windows]) => [date, windows.map(([a, b]) => [a, b])]),
  ),
});

/** The hours that the clocks are counted by, each once. */
export const presentSchedules = (clocks: readonly Clock[], { regulation }: RegulationInForce): Hours[] => {
  const rules = clocks.flatMap((clock) => [
    clock.rule,
    ...(clock.changes ?? []).map(({ before }) => before).filter((rule) => rule !== null),
  ]);
  const found = new Map(rules.map((rule) => [scheduleKey(rule), scheduleOfRule(rule, regulation)]));
  return [...found].flatMap(([key, schedule]) => (schedule === null ? [] : [presentHours(key, schedule)]));
};
