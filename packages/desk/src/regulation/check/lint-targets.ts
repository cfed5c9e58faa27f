import { instant } from '@reglament/working-time';
import { findRule, hoursOf } from '../../clock/find-rule.ts';
import { followsHours } from '../../clock/follows-hours.ts';
import { armClock } from '../../clock/run-clock.ts';
import { warningInstants } from '../../clock/warning-instants.ts';
import type { ClockRule, ScheduleId, TargetRow, WarningMark } from '../regulation.ts';
import { covers } from '../target-row.ts';
import type { LintContext } from './lint-context.ts';
import { comparable, promisedCells, type PromisedCell } from './promised-cells.ts';

const HOUR_MS = 3_600_000;

/** Starts that a mark is tried with: each hour of this many days, so that every weekday and a holiday's week are among them. */
const TRIED_DAYS = 21;

/** Whether a mark lies before counting begins, whatever the hour of the start: nights and days off may put the deadline off far enough. */
const liesBefore = (
  { regulation, compiled }: LintContext,
  clock: ClockRule,
  mark: WarningMark,
  cell: PromisedCell,
): boolean => {
  if (mark.before === undefined) return false;
  const rule = findRule(regulation, { clock: clock.id, ...cell });
  if (rule === null) return false;
  const first = regulation.edition.effectiveFrom;
  const tried = Array.from({ length: TRIED_DAYS * 24 }, (_, hour) => instant(first + hour * HOUR_MS));
  const armed = tried.map((at) => armClock(rule, at, compiled)).filter(({ dueAt }) => dueAt !== null);
  return (
    armed.length > 0 &&
    armed.every((one) =>
      warningInstants(one, [mark], compiled).every(({ at }) => at <= (one.countsFrom ?? at)),
    )
  );
};

/** One of the cases for each line in each of its hours: the others are counted alike. */
const countedApart = (cells: readonly PromisedCell[]): readonly PromisedCell[] => [
  ...new Map(cells.map((cell) => [`${cell.index} ${cell.schedule}`, cell])).values(),
];

const lintMarks = (context: LintContext, clock: ClockRule, cells: readonly PromisedCell[]): void => {
  const { file, problems } = context;
  for (const [at, mark] of clock.warnAt.entries()) {
    const cell = countedApart(cells).find((one) => liesBefore(context, clock, mark, one));
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

/** Whether hours of its own change nothing for a line. Dates of the calendar are those of the hours' zone (R37). */
const isIdle = ({ regulation }: LintContext, row: TargetRow, cells: readonly PromisedCell[]): boolean => {
  if (row.within === null || followsHours(row.within)) return false;
  if (row.within.kind !== 'calendar-days') return true;
  const zoneOf = (id: ScheduleId | null) => regulation.schedules.find((one) => one.id === id)?.schedule.zone;
  return cells
    .filter((cell) => cell.row === row)
    .every(({ packageId, priority }) => {
      const held = regulation.packages.find(({ id }) => id === packageId);
      const usual = held === undefined ? null : hoursOf(held, priority);
      return usual !== null && zoneOf(usual) === zoneOf(row.schedule);
    });
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
    if (own?.hours !== undefined && row.within !== null && isIdle(context, row, cells))
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
