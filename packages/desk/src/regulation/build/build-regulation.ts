import { parseLocalDate, toInstant, type Instant, type LocalDate } from '@reglament/working-time';
import { buildCertificates, buildReleases, buildSales } from './build-certificates.ts';
import { buildClocks } from './build-clocks.ts';
import {
  checkReference,
  clauseAt,
  isUsualDate,
  keysOf,
  localTime,
  ownClauseAt,
  packagesAt,
  textOf,
  type BuildContext,
} from './build-context.ts';
import { buildEntitlement } from './build-entitlement.ts';
import { buildLifecycle } from './build-lifecycle.ts';
import { buildCompanyRoles, buildNamed, buildTerms, buildVersions } from './build-named.ts';
import { buildExclusions, buildLines, buildQueue, buildRouting } from './build-routing.ts';
import { buildWorks } from './build-works.ts';
import { buildPackages, buildServices } from './build-packages.ts';
import { buildSchedules } from './build-schedules.ts';
import type { GoldenExample } from '../golden-example.ts';
import { pointer, type Path } from '../problem.ts';
import type {
  Clause,
  IntakeField,
  Priority,
  PriorityRules,
  PublishedAddress,
  Regulation,
  TicketType,
} from '../regulation.ts';

const dateAt = ({ problems }: BuildContext, value: string, path: Path): LocalDate => {
  const date = parseLocalDate(value);
  if (date !== null && isUsualDate(date)) return date;
  problems.add('bad-date', path, { value });
  return '2000-01-01' as LocalDate;
};

const buildPriorities = (context: BuildContext): readonly Priority[] => {
  const taken = new Map<string, string>();
  const priorities = Object.entries(context.file.priorities).map(([id, file]) => {
    const path = ['priorities', id];
    if (id === 'any' || id === 'none' || id === 'else')
      context.problems.add('reserved-id', path, { value: id });
    const aliases = (file.aliases ?? []).map((alias) => String(alias).toLowerCase());
    for (const word of [...aliases, `rank ${file.rank}`]) {
      const other = taken.get(word);
      if (other !== undefined) context.problems.add('priority-twice', path, { word, other });
      else taken.set(word, id);
    }
    return {
      id,
      rank: file.rank,
      name: textOf(file.name),
      definition: textOf(file.definition),
      aliases,
      clause: clauseAt(context, file.clause, [...path, 'clause']),
    };
  });
  return priorities.sort((a, b) => a.rank - b.rank);
};

const STAFF_CHANGE = {
  freely: 'free',
  'with-reason': 'with-reason',
  'with-consent': 'with-consent',
  never: 'never',
} as const;

const buildPriorityRules = (context: BuildContext): PriorityRules | null => {
  const rules = context.file['priority-rules'];
  const known = keysOf(context.file.priorities);
  if (rules === 'none') {
    if (known.length > 0) context.problems.add('priority-rules-missing', ['priority-rules']);
    return null;
  }
  const path = ['priority-rules'];
  const assumed = String(rules.default);
  return {
    default:
      assumed === 'none' ? null : checkReference(context, 'priority', assumed, known, [...path, 'default']),
    statedCounts: rules['stated-by-customer'] === 'counts',
    staffChange: STAFF_CHANGE[rules['changed-by-staff']],
    changeCounts: rules['change-counts'] ?? 'keep-elapsed',
    clause: clauseAt(context, rules.clause, [...path, 'clause']),
  };
};

const buildTypes = (context: BuildContext): readonly TicketType[] =>
  Object.entries(context.file.types).map(([id, file]) => ({
    id,
    name: textOf(file.name),
    definition: textOf(file.definition),
    clause: clauseAt(context, file.clause, ['types', id, 'clause']),
  }));

const buildIntake = (context: BuildContext): readonly IntakeField[] =>
  Object.entries(context.file.intake).map(([id, file]) => {
    const path = ['intake', id];
    const types = file['only-for']?.map((type, index) =>
      checkReference(context, 'type', type, keysOf(context.file.types), [...path, 'only-for', index]),
    );
    return {
      id,
      name: textOf(file.name),
      hint: file.hint === undefined ? null : textOf(file.hint),
      required: file.required,
      types: types ?? null,
      packages:
        file.packages === undefined ? null : packagesAt(context, file.packages, [...path, 'packages']),
      source: file.from ?? null,
      labels: (file.labels ?? []).map((label) => label.toLowerCase()),
      clause: clauseAt(context, file.clause, [...path, 'clause']),
    };
  });

const buildAddresses = (context: BuildContext): readonly PublishedAddress[] =>
  context.file.addresses.map(({ channel, purpose, value, note, clause }, index) => ({
    channel,
    purpose,
    value,
    note: note === undefined ? null : textOf(note),
    clause: clause === undefined ? null : clauseAt(context, clause, ['addresses', index, 'clause']),
  }));

const buildClauses = (context: BuildContext): readonly Clause[] =>
  Object.entries(context.file.clauses).map(([id, { place, ru, en }]) => ({
    id,
    place,
    says: textOf({ ru, en }),
  }));

const buildOutsiders = (context: BuildContext): Regulation['outsiders'] => {
  const file = context.file.outsiders;
  if (file === undefined) return null;
  return { may: file.may, clause: clauseAt(context, file.clause, ['outsiders', 'clause']) };
};

const buildCabinet = (context: BuildContext): Regulation['cabinet'] => {
  const file = context.file.cabinet;
  if (file === undefined) return null;
  return { gives: file.gives, clause: clauseAt(context, file.clause, ['cabinet', 'clause']) };
};

/** The regulation a file of the right shape says; what doesn't fit together goes to the context's problems. */
export const buildRegulation = (context: BuildContext): Regulation => {
  const { file } = context;
  const date = dateAt(context, file.edition.date, ['edition', 'date']);
  const inForceFrom = dateAt(context, file.edition['in-force-from'], ['edition', 'in-force-from']);
  return {
    id: file.id,
    name: textOf(file.name),
    product: textOf(file.product),
    edition: {
      label: file.edition.label,
      date,
      effectiveFrom: toInstant(context.zone, inForceFrom, 0),
      clause: ownClauseAt(context, file.edition.clause, ['edition', 'clause']),
    },
    zone: context.zone,
    products: file.products,
    productsClause: ownClauseAt(context, file['products-clause'], ['products-clause']),
    addresses: buildAddresses(context),
    schedules: buildSchedules(context),
    ticketTypes: buildTypes(context),
    priorities: buildPriorities(context),
    priorityRules: buildPriorityRules(context),
    packages: buildPackages(context),
    clocks: buildClocks(context),
    intake: buildIntake(context),
    lifecycle: buildLifecycle(context),
    entitlement: buildEntitlement(context),
    services: buildServices(context),
    exclusions: buildExclusions(context),
    localTime: file['local-time'] ?? 'desk',
    versions: buildVersions(context),
    installationTypes: buildNamed(context, 'installation-types'),
    companyRoles: buildCompanyRoles(context),
    namedPeople: buildNamed(context, 'named-people'),
    outsiders: buildOutsiders(context),
    cabinet: buildCabinet(context),
    terms: buildTerms(context),
    lines: buildLines(context),
    routing: buildRouting(context),
    queue: buildQueue(context),
    works: buildWorks(context),
    certificates: buildCertificates(context),
    releases: buildReleases(context),
    sales: buildSales(context),
    clauses: buildClauses(context),
  };
};

const agreementAt = (
  file: { readonly at: string; readonly date: string } | undefined,
  path: Path,
  timeAt: (value: string, at: Path) => Instant | null,
): GoldenExample['agreed'] => {
  if (file === undefined) return null;
  const at = timeAt(file.at, [...path, 'at']);
  const date = timeAt(file.date, [...path, 'date']);
  return at === null || date === null ? null : { at, date };
};

/** The worked-out cases of a file, their times read on the regulation's wall clock. */
export const buildExamples = (
  context: BuildContext,
  placeOf: (path: Path) => { line: number; column: number },
): readonly GoldenExample[] =>
  (context.file.examples ?? []).flatMap((file, index) => {
    const path: Path = ['examples', index];
    const timeAt = (value: string, at: Path) => {
      const time = localTime(context.zone, value);
      if (time === null) context.problems.add('bad-time', at, { value });
      return time;
    };
    checkReference(context, 'clock', file.clock, keysOf(context.file.clocks), [...path, 'clock']);
    checkReference(context, 'package', file.package, keysOf(context.file.packages), [...path, 'package']);
    const priority = file.priority === undefined ? null : String(file.priority);
    if (priority !== null)
      checkReference(context, 'priority', priority, keysOf(context.file.priorities), [...path, 'priority']);
    const type = file.type ?? null;
    if (type !== null) checkReference(context, 'type', type, keysOf(context.file.types), [...path, 'type']);
    const from = timeAt(file.from, [...path, 'from']);
    const due = timeAt(file.due, [...path, 'due']);
    const pauses = (file.paused ?? []).flatMap((pause, at) => {
      const start = timeAt(pause.from, [...path, 'paused', at, 'from']);
      const end = timeAt(pause.to, [...path, 'paused', at, 'to']);
      return start === null || end === null ? [] : [{ from: start, to: end }];
    });
    const agreed = agreementAt(file.agreed, [...path, 'agreed'], timeAt);
    const clause = clauseAt(context, file.clause, [...path, 'clause']);
    if (from === null || due === null) return [];
    const duePath = [...path, 'due'];
    return [
      {
        clock: file.clock,
        packageId: file.package,
        priority,
        type,
        from,
        pauses,
        agreed,
        due,
        clause,
        path: pointer(duePath),
        ...placeOf(duePath),
      },
    ];
  });
