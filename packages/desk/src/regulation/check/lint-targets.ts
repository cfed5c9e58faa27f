import { followsHours } from '../../clock/follows-hours.ts';
import type { ClockRule, Target, WarningMark } from '../regulation.ts';
import { covers } from '../target-row.ts';
import type { LintContext } from './lint-context.ts';
import { comparable, promisedCells, type PromisedCell } from './promised-cells.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whether a mark lies before the start whatever the date: only where the two are measured alike, or time is plainly short. */
const liesBefore = (mark: WarningMark, target: Target): boolean => {
  if (mark.before === undefined) return false;
  const { ms, measure } = mark.before;
  switch (target.kind) {
    case 'working-time':
      return measure === 'working-time' && ms >= target.ms;
    case 'elapsed':
      return target.outsideHours === 'keep' && target.from === undefined && ms >= target.ms;
    case 'calendar-days':
      return ms >= (target.days + 1) * DAY_MS;
    case 'working-days':
      return measure === 'working-time' && ms >= (target.days + 1) * DAY_MS;
    case 'agreed-date':
      return false;
  }
};

const lintMarks = (
  { file, problems }: LintContext,
  clock: ClockRule,
  cells: readonly PromisedCell[],
): void => {
  for (const [at, mark] of clock.warnAt.entries()) {
    const cell = cells.find(({ row }) => row.within !== null && liesBefore(mark, row.within));
    if (cell === undefined) continue;
    const own = file.clocks[clock.id];
    problems.addBoth(
      'warning-before-start',
      [
        ['clocks', clock.id, 'warn-at', at],
        ['clocks', clock.id, 'targets', cell.index],
      ],
      { mark: own?.['warn-at'][at] ?? '', within: own?.targets[cell.index]?.within ?? '' },
    );
  }
};

const lintRows = (context: LintContext, clock: ClockRule, cells: readonly PromisedCell[]): void => {
  const { file, regulation, problems } = context;
  const assumed = regulation.priorityRules?.default ?? null;
  const used = new Set(cells.map(({ index }) => index));
  for (const [index, row] of clock.targets.entries()) {
    const path = ['clocks', clock.id, 'targets', index];
    const own = file.clocks[clock.id]?.targets[index];
    if (!used.has(index)) {
      const winners = cells
        .filter(({ packageId, priority, type }) => covers(row, packageId, priority, type))
        .map((cell) => cell.index + 1);
      problems.add('target-row-unused', path, {
        row: String(index + 1),
        winners: [...new Set(winners)].join(', '),
      });
    }
    if (own?.hours !== undefined && row.within !== null && !followsHours(row.within))
      problems.add('target-hours-idle', [...path, 'hours'], { within: own.within });
    if (assumed !== null && row.priorities?.length === 1 && row.priorities[0] === 'none')
      problems.add('priority-none-idle', [...path, 'priorities'], { priority: assumed });
  }
};

/** Where two lines speak of the same case it is told which counts: once for each two of them. */
const lintNarrowed = ({ problems }: LintContext, clock: ClockRule, cells: readonly PromisedCell[]): void => {
  const path = ['clocks', clock.id, 'targets'];
  const told = new Set<string>();
  for (const { packageId, priority, type, index: narrow } of cells)
    for (const [wide, row] of clock.targets.entries()) {
      const pair = `${wide} ${narrow}`;
      if (wide === narrow || told.has(pair) || !covers(row, packageId, priority, type)) continue;
      told.add(pair);
      problems.addBoth(
        'target-narrowed',
        [
          [...path, wide],
          [...path, narrow],
        ],
        {
          wide: String(wide + 1),
          narrow: String(narrow + 1),
          packageId,
          priority: priority ?? '',
        },
      );
    }
};

/** Whether the first of two cases, of the same hours, is promised more time than the second. */
const isSlower = (a: PromisedCell, b: PromisedCell): boolean => {
  if (a.schedule !== b.schedule || a.row.within === null || b.row.within === null) return false;
  const lengths = comparable(a.row.within, b.row.within);
  return lengths !== null && lengths[0] > lengths[1];
};

const lintPriorities = (
  { regulation, problems }: LintContext,
  clock: ClockRule,
  cells: readonly PromisedCell[],
): void => {
  const ranks = new Map(regulation.priorities.map(({ id, rank }) => [id, rank]));
  const told = new Set<number>();
  for (const cell of cells) {
    const rank = ranks.get(cell.priority ?? '');
    if (rank === undefined || told.has(cell.index)) continue;
    const other = cells.find(
      (one) =>
        one.packageId === cell.packageId &&
        one.type === cell.type &&
        (ranks.get(one.priority ?? '') ?? 0) > rank &&
        isSlower(cell, one),
    );
    if (other === undefined) continue;
    told.add(cell.index);
    problems.addBoth(
      'priority-slower',
      [
        ['clocks', clock.id, 'targets', cell.index, 'within'],
        ['clocks', clock.id, 'targets', other.index, 'within'],
      ],
      { urgent: cell.priority ?? '', other: other.priority ?? '', packageId: cell.packageId },
    );
  }
};

const lintPackages = (
  { regulation, problems }: LintContext,
  clock: ClockRule,
  cells: readonly PromisedCell[],
): void => {
  const ranks = new Map(regulation.packages.map(({ id, rank }) => [id, rank]));
  const told = new Set<number>();
  for (const cell of cells) {
    if (told.has(cell.index)) continue;
    const rank = ranks.get(cell.packageId) ?? 0;
    const other = cells.find(
      (one) =>
        one.priority === cell.priority &&
        one.type === cell.type &&
        (ranks.get(one.packageId) ?? 0) < rank &&
        isSlower(cell, one),
    );
    if (other === undefined) continue;
    told.add(cell.index);
    problems.addBoth(
      'package-slower',
      [
        ['clocks', clock.id, 'targets', cell.index, 'within'],
        ['clocks', clock.id, 'targets', other.index, 'within'],
      ],
      { better: cell.packageId, other: other.packageId, priority: cell.priority ?? '' },
    );
  }
};

/** Lines of targets that never count, and figures that stand in the wrong line. */
export const lintTargets = (context: LintContext): void => {
  for (const clock of context.regulation.clocks) {
    const cells = promisedCells(context.regulation, clock);
    lintRows(context, clock, cells);
    lintNarrowed(context, clock, cells);
    lintMarks(context, clock, cells);
    lintPriorities(context, clock, cells);
    lintPackages(context, clock, cells);
  }
};
