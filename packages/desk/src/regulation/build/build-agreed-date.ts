import {
  checkReference,
  clauseAt,
  keysOf,
  packagesAt,
  scheduleAt,
  type BuildContext,
} from './build-context.ts';
import type { Path } from '../problem.ts';
import type { RegulationFile } from '../file/regulation-file.ts';
import type { AgreedDateRule } from '../regulation.ts';

type ClockFile = RegulationFile['clocks'][string];

const ANY_HOURS = 'any';

/** How a date is agreed for a clock; null where the file says nothing of it: there the regulation's promise stands. */
export const buildAgreedDate = (
  context: BuildContext,
  file: ClockFile['agreed-date'],
  path: Path,
): AgreedDateRule | null => {
  if (file === undefined) return null;
  const types = file['only-for']?.map((type, index) =>
    checkReference(context, 'type', type, keysOf(context.file.types), [...path, 'only-for', index]),
  );
  return {
    packages: packagesAt(context, file.packages, [...path, 'packages']),
    types: types ?? null,
    consent: file.consent,
    pausesMoveIt: file.pauses === 'move-it',
    hours: file.hours === ANY_HOURS ? null : scheduleAt(context, file.hours, [...path, 'hours']),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

/** A clock begins either by itself, and promises something, or with an agreed date, which is all it promises. */
export const checkBeginning = ({ problems }: BuildContext, file: ClockFile, path: Path): void => {
  if (file.starts !== 'agreement') {
    if (file.targets.length === 0)
      problems.add('target-missing', [...path, 'targets'], { packageId: '', priority: '', type: '' });
    return;
  }
  if (file['agreed-date'] === undefined) problems.add('agreement-missing', path);
  if (file.targets.length > 0) problems.add('agreement-target', [...path, 'targets']);
};
