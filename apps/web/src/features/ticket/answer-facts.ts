import type { AnswerMeans, TicketPage } from '@reglament/contract';

/** What an answer says besides its words. */
export interface AnswerFacts {
  readonly outcome: string | null;
  readonly means: string | null;
  /** Places in the checklist. */
  readonly items: readonly number[];
}

export const nothingSaid: AnswerFacts = { outcome: null, means: null, items: [] };

export const saysNothing = ({ outcome, means, items }: AnswerFacts): boolean =>
  outcome === null && means === null && items.length === 0;

/** Facts as they were kept, whatever stands there: what is not whole is left out. */
export const readAnswerFacts = (value: unknown): AnswerFacts => {
  if (typeof value !== 'object' || value === null) return nothingSaid;
  const { outcome, means, items } = value as Readonly<Record<keyof AnswerFacts, unknown>>;
  return {
    outcome: typeof outcome === 'string' ? outcome : null,
    means: typeof means === 'string' ? means : null,
    items: Array.isArray(items) ? items.filter((item): item is number => Number.isInteger(item)) : [],
  };
};

/** Facts that can be said now. */
export interface SayableFacts extends AnswerFacts {
  readonly means: AnswerMeans | null;
}

/** What of them can still be said: the ticket may have gone over to other rules since. */
export const sayable = (
  { outcome, means, items }: AnswerFacts,
  { outcomes, answerMeans, checklist }: Pick<TicketPage, 'outcomes' | 'answerMeans' | 'checklist'>,
): SayableFacts => ({
  outcome: outcomes.some(({ id }) => id === outcome) ? outcome : null,
  means: answerMeans.find((one) => one === means) ?? null,
  items: items.filter((item) => checklist[item] !== undefined),
});
