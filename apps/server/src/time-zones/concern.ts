import type { Text } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';

/** What is wrong with a desk's time or text, and only an administrator can mend. */
export type Concern =
  /** Two copies of the time-zone data differ, from an instant on. */
  | {
      readonly kind: 'time-zone-data';
      readonly zone: string;
      readonly source: 'database' | 'system';
      readonly at: Instant;
      readonly oursMs: number;
      /** Null: the zone is not known there. */
      readonly theirsMs: number | null;
    }
  /** The production calendar has no data for a year that is here, or nearly. */
  | { readonly kind: 'calendar-year'; readonly calendar: string; readonly year: number }
  /** The hours never come again: what is promised in them has no deadline (working-time row 11). */
  | { readonly kind: 'never-opens'; readonly schedule: string }
  /** The regulation's file was changed and can't be used: the version in force stays. */
  | {
      readonly kind: 'regulation-refused';
      /** Name of the file without its ending where it was to make a desk of its own: there is none. Undefined: this desk's. */
      readonly newDesk?: string;
      readonly line: number;
      readonly column: number;
      readonly code: string;
      readonly says: Text;
      /** How many more findings keep it from being used. */
      readonly more: number;
    };

/** The same concern has the same key, whatever has changed in it. */
export const concernKey = (concern: Concern): string => {
  switch (concern.kind) {
    case 'time-zone-data':
      return `time-zone-data:${concern.source}:${concern.zone}`;
    case 'calendar-year':
      return `calendar-year:${concern.calendar}:${concern.year}`;
    case 'never-opens':
      return `never-opens:${concern.schedule}`;
    case 'regulation-refused':
      return concern.newDesk === undefined ? 'regulation-refused' : `regulation-refused:${concern.newDesk}`;
  }
};
