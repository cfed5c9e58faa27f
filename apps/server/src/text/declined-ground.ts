import type { ClauseId, DeclineGround, Regulation, Text } from '@reglament/desk';

/** What is not done, as the regulation calls it, and what the customer can do instead. */
export interface DeclinedGround {
  readonly name: Text;
  /** null: the regulation names nothing. */
  readonly instead: Text | null;
  /** Where `instead` comes from; null: from the ground's own clause. */
  readonly insteadClause: ClauseId | null;
}

/** The ground of a refusal by name; its id where the edition has it no more. */
export const declinedGround = (
  { exclusions, services }: Regulation,
  { kind, id }: DeclineGround,
): DeclinedGround => {
  const list: readonly (DeclinedGround & { readonly id: string })[] =
    kind === 'exclusion' ? exclusions : services;
  return (
    list.find((one) => one.id === id) ?? { name: { ru: id, en: id }, instead: null, insteadClause: null }
  );
};
