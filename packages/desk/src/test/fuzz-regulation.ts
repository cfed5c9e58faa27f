import type { LocalDate } from '@reglament/working-time';
import { checkRegulation } from '../regulation/index.ts';
import { mutateText, randomFrom } from './mutate-text.ts';
import { productionCalendars, shippedIds, shippedText } from './shipped-regulations.ts';

export interface FuzzReport {
  readonly texts: number;
  /** Of them: read as regulations in spite of everything. */
  readonly read: number;
  /** Texts that threw, or were slow (`isSlow`). */
  readonly faults: readonly { readonly seed: number; readonly fault: string; readonly text: string }[];
}

/** Whatever takes less is not compared with anything. */
const WORTH_A_LOOK_MS = 50;

const TODAY = '2026-11-21' as LocalDate;

const time = (work: () => void): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/** What a person's file goes through before anything is told of it. */
const readWhole = (text: string): boolean =>
  checkRegulation(text, productionCalendars, TODAY).regulation !== null;

/** Milliseconds of this process alone: others on the machine take nothing of it. */
export const ownTime = (work: () => void): number => {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/**
 * Whether reading a text takes more than so many times what a vendor's own regulation takes in the same run, each of five times: rubbish
 * collection falls on anybody once, a machine that is slow today is slow for both, a hang is slow each time.
 */
export const isSlow = (text: string, times: number): boolean => {
  const ordinary = shippedText('flat');
  return [1, 2, 3, 4, 5].every(() => {
    const measure = ownTime(() => void readWhole(ordinary));
    return ownTime(() => void readWhole(text)) > times * measure;
  });
};

/** Reads faulty texts for so long, milliseconds; `slow` is how many times an ordinary text's time is too long, `small` a text short enough for most of the drawings. */
export const fuzzRegulation = (options: {
  readonly seed: number;
  readonly forMs: number;
  readonly slow: number;
  readonly small: string;
}): FuzzReport => {
  const until = performance.now() + options.forMs;
  const faults: FuzzReport['faults'][number][] = [];
  let texts = 0;
  let read = 0;
  for (let seed = options.seed; performance.now() < until && faults.length < 5; seed += 1) {
    const random = randomFrom(seed);
    const id = shippedIds[Math.floor(random() * shippedIds.length)] ?? 'flat';
    const base = random() < 0.6 ? options.small : shippedText(id);
    const text = mutateText(base, random, shippedText(id));
    texts += 1;
    try {
      const took = time(() => {
        if (readWhole(text)) read += 1;
      });
      if (took > WORTH_A_LOOK_MS && isSlow(text, options.slow))
        faults.push({ seed, fault: `${Math.round(took)} ms`, text });
    } catch (error) {
      faults.push({ seed, fault: String(error), text });
    }
  }
  return { texts, read, faults };
};
