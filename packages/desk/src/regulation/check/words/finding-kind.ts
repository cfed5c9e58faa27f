import type { Text } from '../../regulation.ts';

/**
 * `error`: the file can't be used. `contradiction`: it can, but says two things at once, so it isn't used until somebody
 * accepts that by name. `warning`: worth a look. `note`: what the file leaves to the desk.
 */
export type FindingLevel = 'error' | 'contradiction' | 'warning' | 'note';

/** What is said of a finding, by the words of its case: every one a text, so that the list of codes can show their places. */
export interface FindingKind<P extends string> {
  readonly level: FindingLevel;
  readonly says: (words: Readonly<Record<P, string>>) => Text;
}

type Says<P extends string> = FindingKind<P>['says'];

/** Both languages are asked for here: a kind that lacks one does not compile. */
export const error = <P extends string = never>(says: Says<P>): FindingKind<P> => ({ level: 'error', says });
export const contradiction = <P extends string = never>(says: Says<P>): FindingKind<P> => ({
  level: 'contradiction',
  says,
});
export const warning = <P extends string = never>(says: Says<P>): FindingKind<P> => ({
  level: 'warning',
  says,
});
export const note = <P extends string = never>(says: Says<P>): FindingKind<P> => ({ level: 'note', says });

/** `a, b, c`, or that there is nothing to choose from. */
export const listed = (known: string): Text =>
  known === '' ? { ru: 'нет ни одного', en: 'there are none' } : { ru: known, en: known };
