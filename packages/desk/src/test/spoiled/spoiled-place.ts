import type { FindingCode } from '../../regulation/check/words/findings.ts';

type Changes = readonly (readonly [from: string, to: string])[];

/** The sound regulation with something wrong, and what has to be said about it. */
export interface SpoiledPlace {
  readonly code: FindingCode;
  readonly what: string;
  /** Of the sound text. */
  readonly changes?: Changes;
  /** Instead of the sound text. */
  readonly text?: string;
  /** JSON pointer; absent: anywhere. */
  readonly at?: string;
  readonly today?: string;
  /** Changes after which the same is not said; absent: the sound text itself is the nearest that is right. */
  readonly near?: Changes;
}
