import fc from 'fast-check';
import { shipped } from '../../../test/shipped-regulations.ts';
import { anyLife } from './any-life.ts';
import { liveThrough } from './live-through.ts';
import { product } from './stand.ts';

const LONGEST = 100;
const RUNS = 500;

export const { regulation } = shipped('flat');

/** Lives by rules of every kind, over the packages of a shipped regulation. */
export const lives = anyLife(
  regulation.packages.map(({ id }) => id),
  LONGEST,
);

export interface Held {
  readonly steps: number;
  readonly lives: number;
  readonly certificates: number;
  /** States, events, turns and refusals that came up. */
  readonly seen: ReadonlySet<string>;
}

/** At least so many steps beside a paper. @throws with the shortest life that differs. */
export const holdLives = (least: number, firstSeed: number): Held => {
  let [steps, certificates, lived] = [0, 0, 0];
  const seen = new Set<string>();
  const law = fc.property(lives, (life) => {
    const one = liveThrough(life, regulation, product);
    steps += one.steps;
    certificates += one.certificates;
    lived += 1;
    for (const what of one.seen) seen.add(what);
  });
  for (let seed = firstSeed; steps < least; seed += 1) fc.assert(law, { seed, numRuns: RUNS });
  return { steps, lives: lived, certificates, seen };
};
