import type { PackageId, Regulation } from '../../regulation/regulation.ts';

/** Required intake fields of this ticket type and package (null: served under none) whose answer is not known, in the regulation's order. */
export const missingFields = (
  regulation: Regulation,
  of: { readonly type: string | null; readonly packageId: PackageId | null },
  stated: readonly string[],
): readonly string[] =>
  regulation.intake
    .filter(
      (f) =>
        f.required &&
        (f.types === null || (of.type !== null && f.types.includes(of.type))) &&
        (f.packages === null || (of.packageId !== null && f.packages.includes(of.packageId))) &&
        !stated.includes(f.id),
    )
    .map((f) => f.id);
