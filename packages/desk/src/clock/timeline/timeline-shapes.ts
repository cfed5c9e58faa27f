import type { BandKind } from './timeline-pieces.ts';
import type { Timeline, TimelineMark } from './timeline.ts';

/** Heights of the picture from its top: words of the marks, the track, words below it. In pixels. */
export const TIMELINE_ROWS = { label: 10, track: 22, thick: 18, firstTick: 55, secondTick: 69 } as const;

/** Kinds that carry a pattern over their colour: nothing is told by colour alone. */
export type PatternKind = 'paused' | 'stopped' | 'late' | 'moved';

export const isPatterned = (kind: BandKind): kind is PatternKind =>
  kind === 'paused' || kind === 'stopped' || kind === 'late' || kind === 'moved';

const hasTimes = ({ ticks }: Timeline): boolean => ticks.some(({ kind }) => kind === 'time');

/** Hours stand in the first row below the track, dates in the second; without hours dates in the first. */
export const tickRow = (timeline: Timeline, kind: Timeline['ticks'][number]['kind']): number =>
  kind !== 'time' && hasTimes(timeline) ? TIMELINE_ROWS.secondTick : TIMELINE_ROWS.firstTick;

export const timelineHeight = (timeline: Timeline): number =>
  (hasTimes(timeline) ? TIMELINE_ROWS.secondTick : TIMELINE_ROWS.firstTick) + 4;

const { thick } = TIMELINE_ROWS;
const POLE = `M0 ${thick + 5}V-8`;

const SHAPES: Readonly<Record<TimelineMark['kind'], string>> = {
  start: '',
  now: `M0-4V${thick + 5}`,
  warning: 'M-4-7H4L0-1Z',
  change: 'M0-8L4-4L0 0L-4-4Z',
  breach: 'M-4-9L4-1M4-9L-4-1',
  reopen: 'M-3-8L4-4L-3 0Z',
  due: `${POLE}H9L6.5-4.5L9-1H0`,
  missed: `${POLE}H9L6.5-4.5L9-1H0`,
  stop: `M-3.5 ${thick / 2}L-1 ${thick / 2 + 3}L4 ${thick / 2 - 3}`,
};
const TURNED_FLAG = `${POLE}H-9L-6.5-4.5L-9-1H0`;

/** The path of a mark around its own place at the track's top; empty: none. A flag at the very end turns round. */
export const markShape = ({ kind, x }: TimelineMark, width: number): string =>
  (kind === 'due' || kind === 'missed') && x > width - 12 ? TURNED_FLAG : SHAPES[kind];

/** Two strokes through a band that is drawn shorter than it is. */
export const BREAK_SHAPE = `M-5 ${thick + 3}L-1-3M1 ${thick + 3}L5-3`;

/** A length as a share of the picture, which stretches with its place while its words don't. */
export const shareOfWidth = (x: number, width: number): string => `${Math.round((x / width) * 1e4) / 100}%`;
