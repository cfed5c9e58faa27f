/** A version of a product as the catalogue has it; dates `2026-11-21` of the desk's calendar. */
export interface CatalogueVersion {
  /** `8.2.1`. */
  readonly number: string;
  readonly releasedOn: string;
  /** From this day a newer one is current; null: it is. */
  readonly outdatedOn: string | null;
  /** From this day it is supported no more; null: it is. */
  readonly endOfLifeOn: string | null;
}

/** How a version stands; `planned`: it is not out yet. */
export type SupportState = 'planned' | 'current' | 'outdated' | 'end-of-life';

/** How a version stands on a day of the desk's calendar. */
export const supportState = (
  { releasedOn, outdatedOn, endOfLifeOn }: Omit<CatalogueVersion, 'number'>,
  day: string,
): SupportState => {
  if (endOfLifeOn !== null && endOfLifeOn <= day) return 'end-of-life';
  if (day < releasedOn) return 'planned';
  return outdatedOn !== null && outdatedOn <= day ? 'outdated' : 'current';
};
