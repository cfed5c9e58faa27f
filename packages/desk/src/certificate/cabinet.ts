import type { ClauseId, PackageId, Regulation } from '../regulation/regulation.ts';

/** What the regulation gives a customer in the personal cabinet. */
export interface Cabinet {
  /** false: what they hold has none (AO-4.1-cabinet); it opens with a package that has one. */
  readonly open: boolean;
  /** Whether certificates are registered in it; else on the page without an account, or by the desk (R9). */
  readonly registers: boolean;
  /** The rule behind it; null: the regulation leaves no package without one. */
  readonly clause: ClauseId | null;
  /** Packages that have one; empty: no package is left without. */
  readonly packages: readonly PackageId[];
}

/** The line of the matrix that says which packages have a cabinet tells more than what a cabinet is for. */
const clauseOf = ({ services, cabinet }: Regulation): ClauseId | null =>
  services.find(({ id }) => id === 'cabinet')?.clause ?? cabinet?.clause ?? null;

/**
 * Whether customers have a cabinet, by the packages of what they hold or wait for. A regulation that leaves no package without one
 * opens it to everybody, also to those who hold nothing yet.
 */
export const cabinetOf = (regulation: Regulation, held: readonly PackageId[]): Cabinet => {
  const { packages, cabinet } = regulation;
  const isParted = packages.some((one) => one.cabinet === false);
  const mine = packages.filter(({ id }) => held.includes(id));
  const open = !isParted || mine.some((one) => one.cabinet === true);
  const asked = mine.length === 0 ? packages : mine;
  const registers =
    open &&
    (cabinet?.gives.includes('certificates') ?? true) &&
    asked.some(({ registeredIn }) => registeredIn === null || registeredIn === 'cabinet');
  return {
    open,
    registers,
    clause: isParted ? clauseOf(regulation) : null,
    packages: isParted ? packages.filter((one) => one.cabinet === true).map(({ id }) => id) : [],
  };
};
