import { localDateOf, stretches, type Instant, type LocalDate } from '@reglament/working-time';
import { calendarOf, type Calendars } from '../calendars.ts';
import type { CountingRule } from '../clock.ts';

/** `promised`: towards the deadline; `moved`: between a due time outside the hours and the opening it moved to; `late`: after. */
export type StretchPart = 'promised' | 'moved' | 'late';

/** Time that counted, on one local date; plain time is one stretch however many dates it spans. Milliseconds. */
export interface TraceStretch {
  readonly date: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly workedMs: number;
  readonly part: StretchPart;
}

/** Stretches of one month or one year, where there are too many to be told one by one. Sums are exact. */
export interface TraceRun {
  /** `2026-11` or `2026`. */
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly dates: number;
  readonly stretches: number;
  readonly workedMs: number;
  readonly part: StretchPart;
}

export interface RunningSpan {
  readonly from: Instant;
  readonly to: Instant;
  /** Instants inside at which one part ends and the next begins, in order. */
  readonly dueAt: Instant | null;
  /** The plain due time, where the deadline was moved from it to an opening. */
  readonly plainDueAt: Instant | null;
}

/** More are told by months. */
const MOST_STRETCHES = 400;
/** More months than this are told by years: instants know 230. */
const MOST_MONTHS = 120;

export const isPlainTime = ({ target }: CountingRule): boolean =>
  target.kind === 'elapsed' || target.kind === 'calendar-days';

const partOf = (at: Instant, { dueAt, plainDueAt }: RunningSpan): StretchPart => {
  if (dueAt !== null && at >= dueAt) return 'late';
  return plainDueAt !== null && at >= plainDueAt ? 'moved' : 'promised';
};

/** The parts of a span, cut at its due times. */
const cut = (span: RunningSpan): readonly RunningSpan[] => {
  const edges = [span.plainDueAt, span.dueAt].filter(
    (at): at is Instant => at !== null && at > span.from && at < span.to,
  );
  const starts = [span.from, ...edges];
  return starts.map((from, index) => ({ ...span, from, to: starts[index + 1] ?? span.to }));
};

/** What counted under a rule while the clock ran, cut at its due times. */
export const countStretches = (
  rule: CountingRule,
  calendars: Calendars,
  spans: readonly RunningSpan[],
): readonly TraceStretch[] => {
  const calendar = calendarOf(calendars, rule.schedule);
  return spans.flatMap(cut).flatMap((span): readonly TraceStretch[] => {
    const part = partOf(span.from, span);
    if (span.to <= span.from) return [];
    return (
      isPlainTime(rule)
        ? [{ date: localDateOf(calendar.zone, span.from), from: span.from, to: span.to }]
        : stretches(calendar, span.from, span.to)
    ).map(({ date, from, to }) => ({ date, from, to, workedMs: to - from, part }));
  });
};

const group = (all: readonly TraceStretch[], nameLength: number): readonly TraceRun[] => {
  const runs: TraceRun[] = [];
  let lastDate: LocalDate | null = null;
  for (const { date, from, to, workedMs, part } of all) {
    const name = date.slice(0, nameLength);
    const last = runs.at(-1);
    if (last === undefined || last.name !== name || last.part !== part)
      runs.push({ name, from, to, dates: 1, stretches: 1, workedMs, part });
    else
      runs[runs.length - 1] = {
        ...last,
        to,
        dates: last.dates + (date === lastDate ? 0 : 1),
        stretches: last.stretches + 1,
        workedMs: last.workedMs + workedMs,
      };
    lastDate = date;
  }
  return runs;
};

/** Null while the stretches are few enough to stand for themselves. */
export const runsOf = (all: readonly TraceStretch[]): readonly TraceRun[] | null => {
  if (all.length <= MOST_STRETCHES) return null;
  const months = group(all, 'YYYY-MM'.length);
  return months.length <= MOST_MONTHS ? months : group(all, 'YYYY'.length);
};
