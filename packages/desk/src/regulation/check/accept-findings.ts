import { parseLocalDate } from '@reglament/working-time';
import type { RegulationFile } from '../file/regulation-file.ts';
import type { ProblemList, RegulationProblem } from '../problem.ts';

/** Who wants it all the same, and why. */
export interface Acceptance {
  readonly because: string;
  readonly by: string;
  readonly on: string;
}

/** A finding, with the acceptance that lets the file be used all the same. */
export interface Finding extends RegulationProblem {
  readonly accepted?: Acceptance;
}

/** What keeps a file from being used: errors, and contradictions that nobody accepted. */
export const isBlocking = ({ level, accepted }: Finding): boolean =>
  level === 'error' || (level === 'contradiction' && accepted === undefined);

/** Only these are accepted: an error can't be used by anybody, a note asks for nothing. */
const isAcceptable = ({ level }: RegulationProblem): boolean =>
  level === 'contradiction' || level === 'warning';

/** Puts the acceptances of a file on what it accepts; one that accepts nothing here goes to the problems. */
export const acceptFindings = (
  file: RegulationFile,
  findings: readonly RegulationProblem[],
  problems: ProblemList,
): readonly Finding[] => {
  const entries = file.accepted ?? [];
  for (const [index, { finding, at, on }] of entries.entries()) {
    const path = ['accepted', index];
    if (parseLocalDate(on) === null) problems.add('bad-date', [...path, 'on'], { value: on });
    const isHere = findings.some((one) => isAcceptable(one) && one.code === finding && one.path === at);
    if (!isHere) problems.add('acceptance-idle', [...path, 'finding'], { code: finding });
  }
  return findings.map((one): Finding => {
    const entry = entries.find(({ finding, at }) => finding === one.code && at === one.path);
    if (!isAcceptable(one) || entry === undefined) return one;
    const { because, by, on } = entry;
    return { ...one, accepted: { because, by, on } };
  });
};
