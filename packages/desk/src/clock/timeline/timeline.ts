import type { Instant } from '@reglament/working-time';
import type { CountedTrace } from '../explain/trace.ts';
import { timelinePieces, type BandKind } from './timeline-pieces.ts';
import { placePieces, positionOf, type PlacedPiece } from './timeline-scale.ts';
import { timelineTicks, type TimelineTick } from './timeline-ticks.ts';

/** A part of the picture; bands follow one another from 0 to the width. */
export interface TimelineBand {
  readonly kind: BandKind;
  readonly from: Instant;
  readonly to: Instant;
  readonly x: number;
  readonly width: number;
  /** Milliseconds of the rule's measure: counted, or lost in a pause. */
  readonly workedMs: number;
  /** How many stretches it stands for. */
  readonly count: number;
  /** Drawn shorter than its time is. */
  readonly isShort: boolean;
}

/** `due` is ahead or was met, `missed` has passed; `breach` is an earlier miss that stays on record. */
export type MarkKind =
  | 'start'
  | 'warning'
  | 'change'
  | 'breach'
  | 'reopen'
  | 'due'
  | 'missed'
  | 'stop'
  | 'now';

export interface TimelineMark {
  readonly kind: MarkKind;
  readonly at: Instant;
  readonly x: number;
}

/** A clock's life as numbers to draw. Instants in milliseconds, lengths in units of the picture's width. */
export interface Timeline {
  readonly width: number;
  readonly bands: readonly TimelineBand[];
  /** In the order in which they are to be drawn: the most important last. */
  readonly marks: readonly TimelineMark[];
  readonly ticks: readonly TimelineTick[];
}

export interface TimelineOptions {
  /** In the units that labels are measured in: pixels of the narrowest screen it is shown on. */
  readonly width: number;
  /** Where the picture's reader stands; null: nowhere, as for a promise not yet asked for. Not before the trace's own `at`. */
  readonly now: Instant | null;
}

interface Moment {
  readonly kind: MarkKind;
  readonly at: Instant | null;
}

const momentsOf = (trace: CountedTrace, now: Instant | null): readonly Moment[] => {
  const stopped = trace.status === 'stopped';
  const due = stopped ? trace.lastDueAt : trace.dueAt;
  const end = trace.stoppedAt ?? now;
  const missed = due !== null && (trace.breachedAt === due || (end !== null && end > due));
  const earlier = trace.firstBreachAt === due ? null : trace.firstBreachAt;
  return [
    { kind: 'start', at: trace.startedAt },
    ...trace.warnings.map(({ at }): Moment => ({ kind: 'warning', at })),
    ...trace.changes.map(({ at }): Moment => ({ kind: 'change', at })),
    ...trace.pauses.flatMap(({ to, cause }): Moment[] =>
      cause === 'stopped' && to !== null ? [{ kind: 'reopen', at: to }] : [],
    ),
    { kind: 'breach', at: earlier },
    { kind: missed ? 'missed' : 'due', at: due },
    { kind: 'stop', at: trace.stoppedAt },
    { kind: 'now', at: stopped ? null : now },
  ];
};

const bandOf = ({ kind, from, to, x, width, workedMs, count, isShort }: PlacedPiece): TimelineBand => ({
  kind,
  from,
  to,
  x,
  width,
  workedMs,
  count,
  isShort,
});

/**
 * The picture of a trace: time that counts to scale, time that doesn't as notches, what would be too long cut short. Null where
 * there is nothing to draw: nothing counted, nothing stood and there is no deadline.
 */
export const timelineOf = (trace: CountedTrace, { width, now }: TimelineOptions): Timeline | null => {
  const here = now ?? trace.startedAt;
  const placed = placePieces(timelinePieces(trace, here), width);
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined) return null;
  const drawn = new Set<string>();
  const marks = momentsOf(trace, now).flatMap(({ kind, at }): TimelineMark[] => {
    // Two of a kind at one instant (a change for two reasons, two warnings that it made due) are one mark.
    if (at === null || at < first.from || at > last.to || drawn.has(`${kind} ${at}`)) return [];
    drawn.add(`${kind} ${at}`);
    return [{ kind, at, x: positionOf(placed, at) }];
  });
  return { width, bands: placed.map(bandOf), marks, ticks: timelineTicks(placed, trace.zone, width) };
};
