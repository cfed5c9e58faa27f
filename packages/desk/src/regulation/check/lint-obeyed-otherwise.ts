import type { RegulationFile } from '../file/regulation-file.ts';
import type { Path } from '../problem.ts';
import type { LintContext } from './lint-context.ts';

interface Choice {
  readonly path: Path;
  readonly written: (file: RegulationFile) => string | undefined;
  /** What the desk does, whatever is written. */
  readonly does: string;
}

/** Choices of which the desk knows one answer only. Shorten it with what the desk learns. */
const ONE_ANSWER: readonly Choice[] = [
  { path: ['local-time'], written: (file) => file['local-time'], does: 'desk' },
];

/** Tells of promises that the desk keeps otherwise than they are written. */
export const lintObeyedOtherwise = ({ file, problems }: LintContext): void => {
  for (const { path, written, does } of ONE_ANSWER) {
    const value = written(file) ?? does;
    if (value !== does) problems.add('obeyed-otherwise', path, { part: path.join('.'), value, does });
  }
};
