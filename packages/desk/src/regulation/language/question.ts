import type { Text } from '../regulation.ts';
import { both } from './key-words.ts';

/** One way to answer: what stands in the file, and what it means. */
export interface Way {
  /** The map the lines stand in: `clocks.*`; empty: the top of the file. */
  readonly at: string;
  /** The lines themselves, as YAML of that map. */
  readonly yaml: string;
  readonly says: Text;
}

/** A question that every support desk answers, often without saying so. */
export interface Question {
  /** `R7`, as comments in the shipped files say; without one, a question of every desk. */
  readonly id?: string;
  readonly asks: Text;
  readonly ways: readonly Way[];
  /** What the language holds to be so in every regulation, whatever is written. */
  readonly always?: Text;
}

export const way = (at: string, yaml: string, ru: string, en: string): Way => ({
  at,
  yaml,
  says: both(ru, en),
});
