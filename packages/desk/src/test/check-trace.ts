import { addDays, localDateOf, wallTime } from '@reglament/working-time';
import type { CountedTrace, TracePeriod } from '../clock/index.ts';

const sumOf = (parts: readonly { readonly workedMs: number }[]): number =>
  parts.reduce((sum, { workedMs }) => sum + workedMs, 0);

/** Worked up to an instant by the listed stretches alone. */
const workedUpTo = ({ stretches }: TracePeriod, at: number): number =>
  stretches.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, at) - from), 0);

const orderFaults = (trace: CountedTrace): readonly string[] => {
  const all = trace.periods.flatMap(({ stretches }) => stretches);
  const standing = trace.pauses.map(({ from, to }) => [from, to ?? Infinity] as const);
  return all.flatMap(({ from, to, workedMs }, index) => [
    ...(to > from && workedMs === to - from ? [] : [`stretch ${index} is not its length`]),
    ...(from >= (all[index - 1]?.to ?? 0) ? [] : [`stretch ${index} begins before the last one ended`]),
    ...(standing.some(([a, b]) => from < b && to > a) ? [`stretch ${index} counts in a pause`] : []),
  ]);
};

/** The first period since counting last began anew, before the change of this number. */
const firstCounted = (trace: CountedTrace, change: number): number =>
  trace.changes.slice(0, change).findLastIndex(({ isAnew }) => isAnew) + 1;

const periodFaults = (trace: CountedTrace): readonly string[] =>
  trace.periods.flatMap((period, index) => {
    const parts = period.runs ?? period.stretches;
    const change = trace.changes[index];
    const kept = sumOf(trace.periods.slice(firstCounted(trace, index), index + 1));
    return [
      ...(!period.isProven || sumOf(parts) === period.workedMs ? [] : [`period ${index} is not its sum`]),
      ...(change === undefined || change.at === period.to ? [] : [`period ${index} ends elsewhere`]),
      ...(change === undefined || change.spentMs === kept ? [] : [`change ${index} kept another sum`]),
    ];
  });

/** The spent time, added up from the listed stretches. */
const spentFaults = (trace: CountedTrace): readonly string[] => {
  if (trace.periods.some(({ runs, isProven }) => runs !== null || !isProven)) return [];
  const counted = trace.periods.slice(firstCounted(trace, trace.changes.length));
  const spent = counted.reduce((sum, period) => sum + workedUpTo(period, trace.at), 0);
  return spent === trace.spentMs ? [] : [`spent ${trace.spentMs}, the stretches add up to ${spent}`];
};

/** The deadline of hours: the instant at which the stretches reach the target, and no other stretch comes before it. */
const hoursFaults = (trace: CountedTrace, targetMs: number): readonly string[] => {
  if (trace.dueAt === null || trace.breachedAt !== null) return [];
  const last = trace.periods.at(-1);
  const promised = (last?.runs ?? last?.stretches ?? []).filter(({ part }) => part === 'promised');
  const before = sumOf(trace.periods.slice(firstCounted(trace, trace.changes.length), -1));
  const sum = before + sumOf(promised);
  // Spent already by then, the due time moved to an opening still to come.
  if (sum !== Math.max(targetMs, before)) return [`the stretches add up to ${sum} of the target ${targetMs}`];
  const end = trace.movedToOpening?.from ?? trace.dueAt;
  const lastTo = promised.at(-1)?.to ?? end;
  return lastTo <= end ? [] : [`the last stretch ends at ${lastTo}, the deadline is ${end}`];
};

const datesFaults = (trace: CountedTrace, days: number): readonly string[] => {
  const { dates, zone, startedAt } = trace;
  if (dates === null || dates.plainDueAt === null) return [];
  const counted = dates.dates;
  if (counted === null) return [];
  return [
    ...(counted.length >= days ? [] : [`${counted.length} dates for ${days} days`]),
    ...(counted.every((date) => date > localDateOf(zone, startedAt)) ? [] : ['a date not after the start']),
    ...((counted.at(-1) ?? '') >= localDateOf(zone, dates.plainDueAt) ||
    wallTime(zone, dates.plainDueAt).hour < 12
      ? []
      : ['the last date is not the deadline']),
  ];
};

/**
 * Works a trace out again with a pencil: by additions over what it lists, asking no calendar and no clock.
 *
 * @returns what doesn't add up; empty for a sound trace.
 */
export const checkTrace = (trace: CountedTrace): readonly string[] => {
  const { target } = trace.rule;
  const own = [...orderFaults(trace), ...periodFaults(trace), ...spentFaults(trace)];
  switch (target.kind) {
    case 'working-time':
    case 'elapsed':
      return [...own, ...hoursFaults(trace, target.ms)];
    case 'working-days':
      return [...own, ...datesFaults(trace, target.days)];
    case 'calendar-days': {
      const due = trace.dates?.plainDueAt ?? null;
      const date = addDays(localDateOf(trace.zone, trace.startedAt), target.days + 1);
      return due === null || localDateOf(trace.zone, due) === date
        ? own
        : [...own, 'not the end of its date'];
    }
    case 'agreed-date':
      return trace.dates?.plainDueAt === target.at ? own : [...own, 'not the date agreed'];
  }
};
