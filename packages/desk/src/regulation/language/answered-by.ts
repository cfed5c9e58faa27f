import { parse } from 'yaml';
import { deskQuestions, readings } from './all-questions.ts';
import type { Question } from './question.ts';

/** A question with the label it has on its page: `Q3`, `R7`. */
export interface LabelledQuestion {
  readonly label: string;
  readonly question: Question;
}

/** Every question in the order of the page. */
export const labelledQuestions: readonly LabelledQuestion[] = [
  ...deskQuestions.map((question, index) => ({ label: `Q${index + 1}`, question })),
  ...readings.map((question) => ({ label: question.id ?? '', question })),
];

const keysOf = (yaml: string): readonly string[] => {
  const value: unknown = parse(yaml, { schema: 'core' });
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
};

const collect = (): ReadonlyMap<string, readonly string[]> => {
  const labels = new Map<string, readonly string[]>();
  for (const { label, question } of labelledQuestions)
    for (const { at, yaml } of question.ways)
      for (const key of keysOf(yaml)) {
        const path = at === '' ? key : `${at}.${key}`;
        labels.set(path, [...new Set([...(labels.get(path) ?? []), label])]);
      }
  return labels;
};

/** Labels of the questions that a key answers, by the key's path. */
export const answeredBy: ReadonlyMap<string, readonly string[]> = collect();
