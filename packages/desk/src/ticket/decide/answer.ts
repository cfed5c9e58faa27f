import type { Regulation, Text } from '../../regulation/regulation.ts';
import { answerMeansNames } from '../means-words.ts';
import type { AnswerMeans } from '../outcome.ts';
import { type Decision, refuse, refuseNaming } from '../refusals.ts';

/** How the answer reached the customer must be a way that the regulation names, where it names any (OW-7). */
export const refuseMeans = (
  means: AnswerMeans | null,
  { lifecycle: { answersBy } }: Regulation,
): Decision<never> | null => {
  if (means === null || answersBy === null || answersBy.means.includes(means)) return null;
  const names = Object.entries(answerMeansNames).flatMap(([id, name]): readonly Text[] =>
    answersBy.means.includes(id) ? [name] : [],
  );
  return refuseNaming('means-not-listed', answersBy.clause, names);
};

/** What a resolution turned out to be must be an outcome of the regulation. */
export const refuseOutcome = (outcome: string | null, { lifecycle }: Regulation): Decision<never> | null =>
  outcome === null || lifecycle.outcomes.some(({ id }) => id === outcome) ? null : refuse('unknown-outcome');

/** What is asked for must be on the regulation's list (AO-4.2.3). */
export const refuseItems = (
  items: readonly number[],
  { works: { information } }: Regulation,
): Decision<never> | null => {
  const known = information?.checklist.length ?? 0;
  return items.every((item) => Number.isInteger(item) && item >= 0 && item < known)
    ? null
    : refuse('unknown-checklist-item', information?.clause ?? null);
};

/** As the event keeps it: nothing where nothing was said. */
export const meansOf = ({
  means = null,
}: {
  readonly means?: AnswerMeans | null;
}): { readonly means?: AnswerMeans } => (means === null ? {} : { means });

/** As the event keeps it: nothing where nothing was said. */
export const outcomeOf = ({
  outcome = null,
}: {
  readonly outcome?: string | null;
}): { readonly outcome?: string } => (outcome === null ? {} : { outcome });

/** As the event keeps it: each place once, in the list's order; nothing where nothing was ticked. */
export const itemsOf = ({
  items = [],
}: {
  readonly items?: readonly number[];
}): { readonly items?: readonly number[] } =>
  items.length === 0 ? {} : { items: [...new Set(items)].toSorted((a, b) => a - b) };
