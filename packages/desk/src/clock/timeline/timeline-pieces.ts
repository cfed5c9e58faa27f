import type { Instant } from '@reglament/working-time';
import type { StretchPart } from '../explain/count-stretches.ts';
import type { CountedTrace, TracePeriod } from '../explain/trace.ts';

/**
 * What a part of the picture shows: `worked` counted so far; `planned` still to count; `moved` from a due time outside the
 * hours to the opening; `late` counted after the deadline; `unused` was left when it was done; `expected` is left while it
 * stands; `unknown` counted by a rule that isn't on record; `closed` nothing counts.
 */
export type BandKind =
  | 'worked'
  | 'planned'
  | 'moved'
  | 'late'
  | 'paused'
  | 'stopped'
  | 'unused'
  | 'expected'
  | 'unknown'
  | 'closed';

/** A part of the time, one after another without holes. Milliseconds. */
export interface Piece {
  readonly kind: BandKind;
  readonly from: Instant;
  readonly to: Instant;
  /** Of the rule's measure: counted, or lost in a pause; 0 while closed. */
  readonly workedMs: number;
  /** How many stretches it stands for. */
  readonly count: number;
}

const KINDS: Readonly<Record<Exclude<StretchPart, 'promised'>, BandKind>> = { moved: 'moved', late: 'late' };

interface Counted {
  readonly from: Instant;
  readonly to: Instant;
  readonly workedMs: number;
  readonly part: StretchPart;
  readonly count: number;
}

/** What counted up to now and what is to come; what spans now is cut there. */
const split = ({ part, ...piece }: Counted, now: Instant): readonly Piece[] => {
  if (part !== 'promised') return [{ ...piece, kind: KINDS[part] }];
  if (piece.to <= now) return [{ ...piece, kind: 'worked' }];
  if (piece.from >= now) return [{ ...piece, kind: 'planned' }];
  const done = Math.round((piece.workedMs * (now - piece.from)) / (piece.to - piece.from));
  return [
    { ...piece, kind: 'worked', to: now, workedMs: done },
    { ...piece, kind: 'planned', from: now, workedMs: piece.workedMs - done },
  ];
};

const ofPeriod = (period: TracePeriod, now: Instant): readonly Piece[] => {
  const { from, to, workedMs, isProven, runs, stretches } = period;
  if (!isProven) return to > from ? [{ kind: 'unknown', from, to, workedMs, count: 1 }] : [];
  const counted: readonly Counted[] =
    runs?.map((run) => ({ ...run, count: run.stretches })) ?? stretches.map((one) => ({ ...one, count: 1 }));
  return counted
    .map(({ from, to, workedMs, part, count }) => ({ from, to, workedMs, part, count }))
    .flatMap((one) => split(one, now));
};

/** Whether the pauses of a period can be told from what counted: in sums they can't. */
const inSum = ({ periods }: CountedTrace, at: Instant): boolean =>
  periods.some(({ runs, isProven, from, to }) => (runs !== null || !isProven) && from <= at && at < to);

const standstills = (trace: CountedTrace, now: Instant): readonly Piece[] =>
  trace.pauses.flatMap(({ from, to, cause, workingMs }): Piece[] => {
    const end = to ?? now;
    if (end <= from || inSum(trace, from)) return [];
    const kind = cause === 'stopped' ? 'stopped' : 'paused';
    return [{ kind, from, to: end, workedMs: workingMs, count: 1 }];
  });

const still = (stretches: CountedTrace['unused'], kind: 'unused' | 'expected'): readonly Piece[] =>
  stretches.map(({ from, to, workedMs }) => ({ kind, from, to, workedMs, count: 1 }));

const latest = (...ats: readonly (Instant | null)[]): Instant | null =>
  ats.reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null);

/** A clock's time from its start to its deadline, stop or now, whichever is last, in pieces that touch. */
export const timelinePieces = (trace: CountedTrace, now: Instant): readonly Piece[] => {
  const told = [
    ...trace.periods.flatMap((period) => ofPeriod(period, now)),
    ...standstills(trace, now),
    ...still(trace.unused, 'unused'),
    ...still(trace.expected, 'expected'),
  ].toSorted((a, b) => a.from - b.from);
  const stopped = trace.status === 'stopped';
  const end = latest(
    told.at(-1)?.to ?? null,
    stopped ? trace.lastDueAt : trace.dueAt,
    stopped ? trace.stoppedAt : now,
  );
  const pieces: Piece[] = [];
  let cursor = trace.startedAt;
  for (const piece of told) {
    if (piece.from > cursor)
      pieces.push({ kind: 'closed', from: cursor, to: piece.from, workedMs: 0, count: 1 });
    if (piece.to <= cursor) continue;
    pieces.push(piece.from < cursor ? { ...piece, from: cursor } : piece);
    cursor = piece.to;
  }
  if (end !== null && end > cursor)
    pieces.push({ kind: 'closed', from: cursor, to: end, workedMs: 0, count: 1 });
  return pieces;
};
