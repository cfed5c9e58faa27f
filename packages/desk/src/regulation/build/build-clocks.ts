import { buildAgreedDate, checkBeginning } from './build-agreed-date.ts';
import {
  clauseAt,
  keysOf,
  packagesAt,
  prioritiesAt,
  referencesAt,
  scheduleAt,
  textOf,
  type BuildContext,
} from './build-context.ts';
import type { Path } from '../problem.ts';
import { isTooLongTarget, parseTarget } from '../parse-target.ts';
import { inOrder, parseWarning } from '../parse-warning.ts';
import type { RegulationFile } from '../file/regulation-file.ts';
import type { ClockRule, TargetRow } from '../regulation.ts';
import { bestRow } from '../target-row.ts';

type ClockFile = RegulationFile['clocks'][string];

/** Said of a case in which the clock promises nothing, so that the file leaves no gap. */
const NOTHING = 'nothing';

/** null: the row can't be read, so nothing is known of what the list covers. */
const rowOf = (context: BuildContext, file: ClockFile['targets'][number], path: Path): TargetRow | null => {
  const within = parseTarget(file.within);
  if (within === null && file.within !== NOTHING)
    context.problems.add(
      isTooLongTarget(file.within) ? 'target-too-long' : 'bad-target',
      [...path, 'within'],
      { value: file.within },
    );
  const told = context.problems.all().length;
  const cases = {
    packages: packagesAt(context, file.packages, [...path, 'packages']),
    priorities: prioritiesAt(context, file.priorities, [...path, 'priorities'], true),
    types: referencesAt(context, 'type', file.types, keysOf(context.file.types), [...path, 'types']),
  };
  const isRead = context.problems.all().length === told;
  const row = {
    ...cases,
    shorterByCertificate: file.individually === 'shorter-only',
    schedule: file.hours === undefined ? null : scheduleAt(context, file.hours, [...path, 'hours']),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
  return !isRead || (within === null && file.within !== NOTHING) ? null : { ...row, within };
};

interface Case {
  readonly packageId: string;
  readonly priority: string | null;
  readonly type: string | null;
}

/** The cases that rows can tell apart: types only where a row names one, and a ticket without a type besides. */
const casesOf = ({ file }: BuildContext, namesTypes: boolean): readonly Case[] => {
  const types = namesTypes ? [null, ...keysOf(file.types)] : [null];
  const ids = keysOf(file.priorities);
  const priorities = ids.length === 0 ? [null] : [...ids, null];
  return keysOf(file.packages).flatMap((packageId) =>
    priorities.flatMap((priority) => types.map((type) => ({ packageId, priority, type }))),
  );
};

/** Every package, priority and type must be covered by exactly one best row, so that no case depends on the order of lines. */
const checkCoverage = (context: BuildContext, id: string, targets: readonly TargetRow[]): void => {
  const path = ['clocks', id, 'targets'];
  const hasPriorities = keysOf(context.file.priorities).length > 0;
  const namesTypes = targets.some((row) => row.types !== null);
  for (const { packageId, priority, type } of casesOf(context, namesTypes)) {
    const where = { packageId, priority: priority ?? '', type: type ?? '' };
    const best = bestRow(targets, packageId, priority, type);
    // A ticket without a priority or a type may be promised nothing yet.
    const isEarly = (priority === null && hasPriorities) || (type === null && namesTypes);
    if (best.kind === 'none' && !isEarly) context.problems.add('target-missing', path, where);
    if (best.kind === 'several')
      context.problems.add('target-overlap', [...path, best.indexes[1] ?? 0], {
        lines: best.indexes.map((index) => index + 1).join(', '),
        ...where,
      });
  }
};

const buildClock = (context: BuildContext, id: string, file: ClockFile): ClockRule => {
  const path = ['clocks', id];
  const rows = file.targets.map((row, index) => rowOf(context, row, [...path, 'targets', index]));
  const targets = rows.filter((row) => row !== null);
  checkBeginning(context, file, path);
  if (file.targets.length > 0 && targets.length === rows.length) checkCoverage(context, id, targets);
  const warnAt = file['warn-at'].map(parseWarning).filter((mark) => mark !== null);
  if (!inOrder(warnAt)) context.problems.add('warn-at-order', [...path, 'warn-at']);
  return {
    id,
    name: textOf(file.name),
    start: file.starts,
    stops: file.stops,
    pauses: file.pauses,
    afterPause: file['after-pause'] ?? 'as-counted',
    figureBy: file['figure-by'] ?? 'supposed-priority',
    onObjection: file['after-objection'],
    onBounce: file['after-bounce'] ?? 'count-on',
    warnAt,
    targets,
    agreedDate: buildAgreedDate(context, file['agreed-date'], [...path, 'agreed-date']),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

export const buildClocks = (context: BuildContext): readonly ClockRule[] =>
  Object.entries(context.file.clocks).map(([id, file]) => buildClock(context, id, file));
