import type { FindingKind } from './finding-kind.ts';
import { handlingWords } from './handling-words.ts';
import { meaningWords } from './meaning-words.ts';
import { promiseWords } from './promise-words.ts';
import { referenceWords } from './reference-words.ts';
import { rightWords } from './right-words.ts';
import { shapeWords } from './shape-words.ts';
import { unansweredWords } from './unanswered-words.ts';
import { yamlWords } from './yaml-words.ts';

/** Everything `check` may say, by code. A code, once published, keeps its meaning. */
export const FINDINGS = {
  ...yamlWords,
  ...shapeWords,
  ...referenceWords,
  ...meaningWords,
  ...promiseWords,
  ...rightWords,
  ...handlingWords,
  ...unansweredWords,
} as const;

export type FindingCode = keyof typeof FINDINGS;

type ParamOf<C extends FindingCode> = (typeof FINDINGS)[C] extends FindingKind<infer P> ? P : never;

/** What has to be told with a code; nothing for those that say all by themselves. */
export type WordsFor<C extends FindingCode> = [ParamOf<C>] extends [never]
  ? readonly []
  : readonly [words: Readonly<Record<ParamOf<C>, string>>];
