/** Drawings from a seed: the same seed, the same drawings, on every machine. */
export interface Random {
  /** A whole number from 0 to `end` - 1. */
  readonly below: (end: number) => number;
  /** A whole number from `from` to `to`, both possible. */
  readonly within: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the drawings, each as often as its weight says. */
  readonly weighted: <T>(choices: readonly (readonly [weight: number, draw: () => T])[]) => T;
}

/** The generator known as sfc32, its state filled from the two seeds. */
export const seededRandom = (seed: number, stream: number): Random => {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e37_79b9 | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 16; round += 1) next();
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    below,
    pick,
    within: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    weighted: (choices) => {
      const total = choices.reduce((sum, [weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [weight, draw] of choices) {
        left -= weight;
        if (left < 0) return draw();
      }
      return pick(choices)[1]();
    },
  };
};
