import type { RegulationFile } from '../file/regulation-file.ts';
import type { Regulation } from '../regulation.ts';
import { DIFFERENCE_KINDS, type Difference } from './difference.ts';
import { diffEntries } from './diff-entries.ts';
import { diffChannels, diffServices } from './diff-offers.ts';
import { diffHours, diffPromises } from './diff-promises.ts';

/** A regulation as read: what it means, and the file that says so. */
export interface ReadRegulation {
  readonly regulation: Regulation;
  readonly file: RegulationFile;
}

/**
 * What differs between two texts of a regulation, in words: first what is promised, then hours, channels, services, other
 * rules, and at last what is only worded otherwise. Empty when they say the same.
 */
export const diffRegulations = (before: ReadRegulation, after: ReadRegulation): readonly Difference[] => {
  const tables = [
    ...diffPromises(before.regulation, after.regulation),
    ...diffHours(before.regulation, after.regulation),
    ...diffChannels(before.regulation, after.regulation),
    ...diffServices(before.regulation, after.regulation),
  ];
  // What no table tells is told as it is written: nothing is left out.
  const told = new Set(tables.flatMap(({ tells }) => tells));
  const all: readonly Difference[] = [
    ...tables.map(({ tells: _, ...difference }) => difference),
    ...diffEntries(before.file, after.file, told),
  ];
  return DIFFERENCE_KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
};
