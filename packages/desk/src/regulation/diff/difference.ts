import type { ClauseId, Text } from '../regulation.ts';

/** What kind of thing differs, in the order in which people read it. */
export const DIFFERENCE_KINDS = ['promise', 'hours', 'channels', 'services', 'rules', 'wording'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One difference between two texts of a regulation, as a person would say it. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** JSON pointer into the later file; into the earlier one for what is gone. */
  readonly path: string;
  readonly says: Text;
  /** The clause of the later rule, else of the earlier; null: it has none. */
  readonly clause: ClauseId | null;
}

/** A difference of a table, and the places of the file that it tells the whole of: JSON pointers. */
export interface TableDifference extends Difference {
  readonly tells: readonly string[];
}

export const both = (say: (language: 'ru' | 'en') => string): Text => ({ ru: say('ru'), en: say('en') });
