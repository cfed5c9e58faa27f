import type { PackageId, PriorityId, TargetRow } from './regulation.ts';

export type BestRow =
  | { readonly kind: 'one'; readonly row: TargetRow }
  | { readonly kind: 'none' }
  /** Rows of which none is more special than all the others; indexes into the list, from 0. */
  | { readonly kind: 'several'; readonly indexes: readonly number[] };

/** Whether a row speaks of a case at all; null: a ticket without a priority, or without a type. */
export const covers = (
  row: TargetRow,
  packageId: PackageId,
  priority: PriorityId | null,
  type: string | null,
): boolean =>
  (row.packages === null || row.packages.includes(packageId)) &&
  (row.priorities === null || row.priorities.includes(priority ?? 'none')) &&
  (row.types === null || (type !== null && row.types.includes(type)));

/** A row that names packages is more special than one for any package; the same for priorities and types. */
const atLeastAsSpecial = (a: TargetRow, b: TargetRow): boolean =>
  (a.packages !== null || b.packages === null) &&
  (a.priorities !== null || b.priorities === null) &&
  (a.types !== null || b.types === null);

/**
 * The row that counts for a package, a priority and a type (null: a ticket without one): the one that is at least as special
 * as every other row that covers them, and whose equal there is not.
 */
export const bestRow = (
  rows: readonly TargetRow[],
  packageId: PackageId,
  priority: PriorityId | null,
  type: string | null,
): BestRow => {
  const covering = rows.flatMap((row, index) =>
    covers(row, packageId, priority, type) ? [{ row, index }] : [],
  );
  if (covering.length === 0) return { kind: 'none' };
  const best = covering.filter(({ row }) =>
    covering.every(
      ({ row: other }) => row === other || (atLeastAsSpecial(row, other) && !atLeastAsSpecial(other, row)),
    ),
  );
  const [only] = best;
  return only !== undefined
    ? { kind: 'one', row: only.row }
    : { kind: 'several', indexes: covering.map(({ index }) => index) };
};
