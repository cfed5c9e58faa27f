import { targetWords } from '../../clock/explain/time-words.ts';
import { findRule } from '../../clock/find-rule.ts';
import type { ClockRule, PriorityId, Regulation, ScheduleId, Text } from '../regulation.ts';
import { both, type Difference } from './difference.ts';
import { type Cell, type CellGroup, groupCells } from './group-cells.ts';
import { named } from './value-words.ts';

type Language = 'ru' | 'en';

/** Things that both texts know, by id, named as the later one names them. */
const known = <T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] =>
  after.filter(({ id }) => before.some((one) => one.id === id));

const prioritiesOf = (before: Regulation, after: Regulation): readonly (PriorityId | null)[] => {
  const common = known(before.priorities, after.priorities).map(({ id }) => id);
  return [...common, null];
};

const NO_PRIORITY: Text = { ru: 'без приоритета', en: 'without a priority' };

const packagesIn = (after: Regulation, group: CellGroup<Cell>, language: Language): string =>
  group.packages.length === after.packages.length && group.packages.length > 1
    ? { ru: 'все пакеты', en: 'all packages' }[language]
    : group.packages.map((id) => named(after.packages, id, language)).join(', ');

/** Empty where all priorities changed alike: then there is nothing to tell apart. */
const prioritiesIn = (
  before: Regulation,
  after: Regulation,
  group: CellGroup<Cell>,
  language: Language,
): string => {
  const all = prioritiesOf(before, after).length;
  if (
    group.priorities.length === all ||
    (all > 1 && group.priorities.length === all - 1 && !group.priorities.includes(null))
  )
    return '';
  return group.priorities
    .map((id) => (id === null ? NO_PRIORITY[language] : named(after.priorities, id, language)))
    .join(', ');
};

interface PromiseCell extends Cell {
  readonly from: Text;
  readonly to: Text;
  readonly clause: string;
}

const NOTHING: Text = { ru: 'срока нет', en: 'nothing promised' };

const promiseWords = (
  regulation: Regulation,
  clock: string,
  packageId: string,
  priority: PriorityId | null,
) => {
  const rule = findRule(regulation, { clock, packageId, priority });
  return {
    says: rule === null ? NOTHING : both((language) => targetWords(rule.target, language)),
    clause: rule?.clause ?? null,
  };
};

const promiseCells = (before: Regulation, after: Regulation, clock: ClockRule): readonly PromiseCell[] =>
  known(before.packages, after.packages).flatMap(({ id: packageId }) =>
    prioritiesOf(before, after).flatMap((priority) => {
      const was = promiseWords(before, clock.id, packageId, priority);
      const is = promiseWords(after, clock.id, packageId, priority);
      if (was.says.en === is.says.en) return [];
      const clause = is.clause ?? was.clause ?? clock.clause;
      return [
        {
          packageId,
          priority,
          change: `${was.says.en} > ${is.says.en}`,
          from: was.says,
          to: is.says,
          clause,
        },
      ];
    }),
  );

/** "Extended: reaction, critical: 4 working hours → 2 working hours": what is promised, cell by cell of packages and priorities. */
export const diffPromises = (before: Regulation, after: Regulation): readonly Difference[] =>
  known(before.clocks, after.clocks).flatMap((clock) =>
    groupCells(promiseCells(before, after, clock)).map((group): Difference => ({
      kind: 'promise',
      path: `/clocks/${clock.id}/targets`,
      clause: group.first.clause,
      says: both((language) => {
        const which = prioritiesIn(before, after, group, language);
        return `${packagesIn(after, group, language)}: ${clock.name[language]}${which === '' ? '' : `, ${which}`}: ${group.first.from[language]} → ${group.first.to[language]}`;
      }),
    })),
  );

interface HoursCell extends Cell {
  readonly from: string | null;
  readonly to: string | null;
}

const scheduleOf = (
  regulation: Regulation,
  packageId: string,
  priority: PriorityId | null,
): ScheduleId | null => {
  const hours = regulation.packages.find(({ id }) => id === packageId)?.hours ?? [];
  return (
    (
      hours.find((row) => priority !== null && row.priorities?.includes(priority) === true) ??
      hours.find((row) => row.priorities === null)
    )?.schedule ?? null
  );
};

const hoursIn = (regulation: Regulation, id: ScheduleId | null, language: Language): string =>
  id === null ? '—' : named(regulation.schedules, id, language);

/** Which hours serve a package and priority. What the hours themselves are differs in the schedules. */
export const diffHours = (before: Regulation, after: Regulation): readonly Difference[] => {
  const cells = known(before.packages, after.packages).flatMap(({ id: packageId }) =>
    prioritiesOf(before, after).flatMap((priority): readonly HoursCell[] => {
      const from = scheduleOf(before, packageId, priority);
      const to = scheduleOf(after, packageId, priority);
      return from === to ? [] : [{ packageId, priority, change: `${from} > ${to}`, from, to }];
    }),
  );
  return groupCells(cells).map((group): Difference => ({
    kind: 'hours',
    path: `/packages/${group.packages[0] ?? ''}/hours`,
    clause: after.packages.find(({ id }) => id === group.packages[0])?.clause ?? null,
    says: both((language) => {
      const which = prioritiesIn(before, after, group, language);
      const hours = { ru: 'часы', en: 'hours' }[language];
      return `${packagesIn(after, group, language)}: ${hours}${which === '' ? '' : `, ${which}`}: ${hoursIn(before, group.first.from, language)} → ${hoursIn(after, group.first.to, language)}`;
    }),
  }));
};
