import { nextOpening } from '@reglament/working-time';
import { followsHours } from '../../clock/follows-hours.ts';
import type { LintContext } from './lint-context.ts';
import { promisedCells } from './promised-cells.ts';

/** Whether the hours open at any time after the edition comes into force. */
const opens = ({ regulation, compiled }: LintContext, id: string): boolean => {
  const calendar = compiled.get(id);
  return calendar === undefined || nextOpening(calendar, regulation.edition.effectiveFrom) !== null;
};

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Years that deadlines may fall into: from the edition's first to the one after today's. */
const lintCalendar = ({ file, calendars, today, problems }: LintContext, id: string): void => {
  const name = file.schedules[id]?.calendar ?? 'none';
  const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (calendar === undefined) return;
  const path = ['schedules', id, 'calendar'];
  const known = Object.keys(calendar.years).map(Number);
  problems.add('calendar-ends', path, { calendar: name, year: String(Math.max(...known)) });
  const [start, end] = [yearOf(file.edition['in-force-from']), yearOf(today) + 1];
  const asked = Array.from({ length: Math.max(end - start + 1, 1) }, (_, index) => start + index);
  const years = asked.filter((year) => !known.includes(year));
  if (years.length > 0)
    problems.add('calendar-year-missing', path, { calendar: name, years: years.join(', ') });
};

const usedSchedules = ({ regulation: { packages, clocks, works } }: LintContext): ReadonlySet<string> => {
  const used = [
    ...packages.flatMap(({ hours }) => hours.map(({ schedule }) => schedule)),
    ...clocks.flatMap(({ targets, agreedDate }) => [
      ...targets.map(({ schedule }) => schedule),
      agreedDate?.hours ?? null,
    ]),
    works.visit?.hours ?? null,
  ];
  return new Set(used.filter((id) => id !== null));
};

/** Hours for the rest where there is no rest. */
const lintElse = ({ file, regulation, problems }: LintContext): void => {
  const { priorities, priorityRules } = regulation;
  const assumed = priorityRules?.default ?? null;
  for (const { id, hours } of regulation.packages) {
    const named = new Set(hours.flatMap((row) => row.priorities ?? []));
    const own = file.packages[id]?.hours;
    if (typeof own === 'string' || own?.['else'] === undefined || assumed === null) continue;
    if (priorities.every((one) => named.has(one.id)))
      problems.add('hours-else-idle', ['packages', id, 'hours', 'else'], { packageId: id });
  }
};

const lintPromises = (context: LintContext): void => {
  const { file, regulation, problems } = context;
  for (const clock of regulation.clocks) {
    const path = ['clocks', clock.id];
    const told = new Set<number>();
    for (const { index, row, schedule } of promisedCells(regulation, clock)) {
      if (row.within === null || schedule === null || told.has(index)) continue;
      if (!followsHours(row.within) || opens(context, schedule)) continue;
      told.add(index);
      problems.addBoth(
        'target-never-due',
        [
          [...path, 'targets', index, 'within'],
          ['schedules', schedule],
        ],
        { schedule, within: file.clocks[clock.id]?.targets[index]?.within ?? '' },
      );
    }
    const hours = clock.agreedDate?.hours ?? null;
    if (hours !== null && !opens(context, hours))
      problems.addBoth(
        'agreed-date-never',
        [
          [...path, 'agreed-date', 'hours'],
          ['schedules', hours],
        ],
        {
          schedule: hours,
        },
      );
  }
};

/** Hours that never come, that nobody counts in, and years that a calendar does not know. */
export const lintHours = (context: LintContext): void => {
  const { file, regulation, problems } = context;
  const used = usedSchedules(context);
  for (const { id } of regulation.schedules) {
    const path = ['schedules', id];
    if (!opens(context, id)) problems.add('schedule-never-opens', path, { schedule: id });
    if (!used.has(id)) problems.add('schedule-unused', path, { schedule: id });
    const own = file.schedules[id];
    if (own?.shortened === true && own.calendar === 'none')
      problems.add('shortened-without-calendar', [...path, 'shortened']);
    lintCalendar(context, id);
  }
  lintElse(context);
  lintPromises(context);
};
