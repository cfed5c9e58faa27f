import { targetWords } from '../../clock/explain/time-words.ts';
import type { ClockRule, PriorityId, Regulation, ScheduleId, Text } from '../regulation.ts';
import { bestRow } from '../target-row.ts';
import { both, type TableDifference } from './difference.ts';
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
  /** Types that the change is about; null among them: tickets that have none yet. Empty: every type alike. */
  readonly types: readonly (string | null)[];
  readonly from: Text;
  readonly to: Text;
  readonly clause: string;
}

const NOTHING: Text = { ru: 'срока нет', en: 'nothing promised' };
const SHORTER: Text = { ru: ', в сертификате может быть меньше', en: ', a certificate may name less' };

interface Promised {
  /** Equal for equal promises, however they are worded. */
  readonly key: string;
  readonly says: Text;
  readonly clause: string | null;
}

const promised = (
  regulation: Regulation,
  clock: ClockRule,
  question: {
    readonly packageId: string;
    readonly priority: PriorityId | null;
    readonly type: string | null;
  },
): Promised => {
  const { packageId, priority, type } = question;
  const best = bestRow(clock.targets, packageId, priority, type);
  if (best.kind !== 'one' || best.row.within === null) return { key: '', says: NOTHING, clause: null };
  const { within, schedule, shorterByCertificate, clause } = best.row;
  return {
    key: JSON.stringify([within, schedule, shorterByCertificate]),
    says: both((language) => {
      const hours = schedule === null ? '' : ` (${named(regulation.schedules, schedule, language)})`;
      return `${targetWords(within, language)}${hours}${shorterByCertificate ? SHORTER[language] : ''}`;
    }),
    clause,
  };
};

const clockOf = (regulation: Regulation, id: string): ClockRule | undefined =>
  regulation.clocks.find((one) => one.id === id);

const NO_TYPE: Text = { ru: 'вид не назван', en: 'no type yet' };

const typesIn = (after: Regulation, types: readonly (string | null)[], language: Language): string =>
  types
    .map((type) => (type === null ? NO_TYPE[language] : named(after.ticketTypes, type, language)))
    .join(', ');

/** A cell for every type alike, or one for each change that only some types have. */
const cellsOf = (
  before: Regulation,
  after: Regulation,
  clock: ClockRule,
  at: { readonly packageId: string; readonly priority: PriorityId | null },
): readonly PromiseCell[] => {
  const old = clockOf(before, clock.id) ?? clock;
  const types = [null, ...known(before.ticketTypes, after.ticketTypes).map(({ id }) => id)];
  const cells = types.map((type) => {
    const was = promised(before, old, { ...at, type });
    const is = promised(after, clock, { ...at, type });
    return { type, was, is, change: was.key === is.key ? '' : `${was.key} > ${is.key}` };
  });
  const changes = [...new Set(cells.map(({ change }) => change))];
  return changes
    .filter((change) => change !== '')
    .flatMap((change): readonly PromiseCell[] => {
      const alike = cells.filter((cell) => cell.change === change);
      const [first] = alike;
      if (first === undefined) return [];
      const about = changes.length === 1 ? [] : alike.map(({ type }) => type);
      return [
        {
          ...at,
          types: about,
          change: JSON.stringify([about, change]),
          from: first.was.says,
          to: first.is.says,
          clause: first.is.clause ?? first.was.clause ?? clock.clause,
        },
      ];
    });
};

const promiseCells = (before: Regulation, after: Regulation, clock: ClockRule): readonly PromiseCell[] =>
  known(before.packages, after.packages).flatMap(({ id: packageId }) =>
    prioritiesOf(before, after).flatMap((priority) => cellsOf(before, after, clock, { packageId, priority })),
  );

/** "Extended: reaction, critical: 4 working hours → 2 working hours": what is promised, cell by cell of packages and priorities. */
export const diffPromises = (before: Regulation, after: Regulation): readonly TableDifference[] =>
  known(before.clocks, after.clocks).flatMap((clock) =>
    groupCells(promiseCells(before, after, clock)).map((group): TableDifference => ({
      kind: 'promise',
      path: `/clocks/${clock.id}/targets`,
      tells: [`/clocks/${clock.id}/targets`],
      clause: group.first.clause,
      says: both((language) => {
        const { types, from, to } = group.first;
        const which = [prioritiesIn(before, after, group, language), typesIn(after, types, language)].filter(
          (words) => words !== '',
        );
        const what = [clock.name[language], ...which].join(', ');
        return `${packagesIn(after, group, language)}: ${what}: ${from[language]} → ${to[language]}`;
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
export const diffHours = (before: Regulation, after: Regulation): readonly TableDifference[] => {
  const cells = known(before.packages, after.packages).flatMap(({ id: packageId }) =>
    prioritiesOf(before, after).flatMap((priority): readonly HoursCell[] => {
      const from = scheduleOf(before, packageId, priority);
      const to = scheduleOf(after, packageId, priority);
      return from === to ? [] : [{ packageId, priority, change: `${from} > ${to}`, from, to }];
    }),
  );
  return groupCells(cells).map((group): TableDifference => ({
    kind: 'hours',
    tells: group.packages.map((id) => `/packages/${id}/hours`),
    path: `/packages/${group.packages[0] ?? ''}/hours`,
    clause: after.packages.find(({ id }) => id === group.packages[0])?.clause ?? null,
    says: both((language) => {
      const which = prioritiesIn(before, after, group, language);
      const hours = { ru: 'часы', en: 'hours' }[language];
      return `${packagesIn(after, group, language)}: ${hours}${which === '' ? '' : `, ${which}`}: ${hoursIn(before, group.first.from, language)} → ${hoursIn(after, group.first.to, language)}`;
    }),
  }));
};
