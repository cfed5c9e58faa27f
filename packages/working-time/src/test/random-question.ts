import type { Notes } from './minute-walker.ts';
import type { Question } from './question.ts';
import type { Random } from './seeded-random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the drawing of questions aims at: the minutes at which the desk opens or closes, and the open minutes so far. */
interface Aim {
  readonly notes: Notes;
  readonly edges: readonly number[];
  readonly openBefore: Int32Array;
}

const aimAt = (notes: Notes): Aim => {
  const edges: number[] = [];
  const openBefore = new Int32Array(notes.open.length);
  for (let minute = 1; minute < notes.open.length; minute += 1) {
    openBefore[minute] = (openBefore[minute - 1] ?? 0) + (notes.open[minute - 1] ?? 0);
    if (notes.open[minute] !== notes.open[minute - 1]) edges.push(minute);
  }
  return { notes, edges, openBefore };
};

const edgeOf = (random: Random, { notes, edges }: Aim): number =>
  edges.length === 0 ? random.below(notes.open.length) : random.pick(edges);

const BESIDE = [0, 0, 0, -1, 1, -MINUTE, MINUTE, MINUTE - 1, -HOUR, HOUR];

/** An instant of the walk: at and beside an edge, at and beside a clock change, at a whole minute, anywhere. */
const drawInstant = (random: Random, aim: Aim): number => {
  const { notes } = aim;
  const anywhere = (): number => random.within(notes.start, notes.end - 1);
  const t = random.weighted([
    [10, () => notes.start + edgeOf(random, aim) * MINUTE + random.pick(BESIDE)],
    [2, () => (notes.changes.length === 0 ? anywhere() : random.pick(notes.changes) + random.pick(BESIDE))],
    [2, () => notes.start + random.below(notes.open.length) * MINUTE],
    [6, anywhere],
  ]);
  return Math.min(Math.max(t, notes.start), notes.end - 1);
};

/** What is worked between the start and an edge, to the millisecond. */
const upToAnEdge = (random: Random, aim: Aim, start: number): number => {
  const minute = Math.floor((start - aim.notes.start) / MINUTE);
  const minutes = (aim.openBefore[edgeOf(random, aim)] ?? 0) - (aim.openBefore[minute] ?? 0);
  const within = aim.notes.open[minute] === 1 ? (start - aim.notes.start) % MINUTE : 0;
  return Math.abs(minutes * MINUTE - within);
};

const ROUND = [0, 1, MINUTE, 30 * MINUTE, HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR];

/** A length of working time: just what lies between the start and an edge, a round one, any. */
const drawLength = (random: Random, aim: Aim, start: number): number =>
  random.weighted([
    [8, () => Math.max(0, upToAnEdge(random, aim, start) + random.within(-1, 1))],
    [4, () => random.pick(ROUND)],
    [5, () => random.below(2 * DAY)],
    [1, () => random.below(aim.notes.end - aim.notes.start)],
  ]);

const drawOne = (random: Random, aim: Aim): Question => {
  const t = drawInstant(random, aim);
  return random.weighted<Question>([
    [8, () => ({ op: 'isOpen', args: { t } })],
    [7, () => ({ op: 'nextOpening', args: { t } })],
    [10, () => ({ op: 'workingTimeBetween', args: { a: t, b: drawInstant(random, aim) } })],
    [
      16,
      () => ({
        op: 'addWorkingTime',
        args: {
          start: t,
          ms: drawLength(random, aim, t),
          edge: random.chance(0.6) ? 'closing' : 'opening',
        },
      }),
    ],
    [
      8,
      () => ({
        op: 'addWorkingTime',
        args: { start: t, ms: -1 - drawLength(random, aim, t), edge: random.pick(['closing', 'opening']) },
      }),
    ],
    [
      8,
      () => ({
        op: 'addWorkingDays',
        args: { start: t, n: random.within(0, 6), mode: random.pick(['end', 'sameTime']) },
      }),
    ],
  ]);
};

/** `count` questions about one calendar. */
export const drawQuestions = (random: Random, notes: Notes, count: number): readonly Question[] => {
  const aim = aimAt(notes);
  return Array.from({ length: count }, () => drawOne(random, aim));
};
