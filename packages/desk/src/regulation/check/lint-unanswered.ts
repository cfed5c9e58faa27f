import type { RegulationFile } from '../file/regulation-file.ts';
import type { Path } from '../problem.ts';
import type { LintContext } from './lint-context.ts';
import type { unansweredWords } from './words/unanswered-words.ts';

type Unanswered = keyof typeof unansweredWords;

type ClockFile = RegulationFile['clocks'][string];
type PackageFile = RegulationFile['packages'][string];

const clocksWhere = (
  clocks: RegulationFile['clocks'],
  open: (clock: ClockFile) => boolean,
): readonly Path[] => Object.entries(clocks).flatMap(([id, clock]) => (open(clock) ? [['clocks', id]] : []));

const packagesWhere = (
  packages: RegulationFile['packages'],
  open: (one: PackageFile) => boolean,
): readonly Path[] => Object.entries(packages).flatMap(([id, one]) => (open(one) ? [['packages', id]] : []));

/** Where a question stands open: the places at which an answer would be written. */
const QUESTIONS: Readonly<Record<Unanswered, (file: RegulationFile) => readonly Path[]>> = {
  'unanswered-local-time': (file) => (file['local-time'] === undefined ? [[]] : []),
  'unanswered-versions': (file) => (file.versions === undefined ? [[]] : []),
  'unanswered-outsiders': (file) => (file.outsiders === undefined ? [[]] : []),
  'unanswered-routing': (file) => (file.routing === undefined ? [[]] : []),
  'unanswered-queue': (file) => (file.queue === undefined ? [[]] : []),
  'unanswered-exclusions': (file) => (file.exclusions === undefined ? [[]] : []),
  'unanswered-certificates': (file) => (file.certificates === undefined ? [[]] : []),
  'unanswered-releases': (file) => (file.releases === undefined ? [[]] : []),
  'unanswered-sales': (file) => (file.sales === undefined ? [[]] : []),
  'unanswered-after-closing': ({ lifecycle }) =>
    lifecycle['after-closing'] === undefined ? [['lifecycle']] : [],
  'unanswered-after-expiry': ({ lifecycle }) =>
    lifecycle['after-expiry'] === undefined ? [['lifecycle']] : [],
  'unanswered-split': ({ lifecycle }) => (lifecycle.split === undefined ? [['lifecycle']] : []),
  'unanswered-acknowledgement': ({ lifecycle }) =>
    lifecycle.acknowledgement === undefined ? [['lifecycle']] : [],
  'unanswered-stopped-by': ({ lifecycle: { 'auto-close': rule } }) =>
    rule !== 'never' && rule['stopped-by'] === undefined ? [['lifecycle', 'auto-close']] : [],
  'unanswered-closing-day-off': ({ lifecycle: { 'auto-close': rule } }) =>
    rule !== 'never' && rule['day-off'] === undefined ? [['lifecycle', 'auto-close']] : [],
  'unanswered-other-channel': ({ entitlement }) =>
    entitlement['other-channel'] === undefined ? [['entitlement']] : [],
  'unanswered-contacts': ({ entitlement }) => (entitlement.contacts === undefined ? [['entitlement']] : []),
  'unanswered-abuse': ({ entitlement }) => (entitlement.abuse === undefined ? [['entitlement']] : []),
  'unanswered-of-several': ({ entitlement, packages }) =>
    Object.keys(packages).length > 1 && entitlement['of-several'] === undefined ? [['entitlement']] : [],
  'unanswered-standing-of': (file) =>
    file['company-roles'] !== undefined && file.entitlement['standing-of'] === undefined
      ? [['entitlement']]
      : [],
  'unanswered-change-counts': ({ 'priority-rules': rules }) =>
    rules !== 'none' && rules['changed-by-staff'] !== 'never' && rules['change-counts'] === undefined
      ? [['priority-rules']]
      : [],
  'unanswered-figure-by': ({ clocks, 'priority-rules': rules }) =>
    rules === 'none'
      ? []
      : clocksWhere(
          clocks,
          (clock) => clock['figure-by'] === undefined && clock.stops.includes('classification'),
        ),
  'unanswered-after-bounce': ({ clocks }) =>
    clocksWhere(
      clocks,
      (clock) => clock['after-bounce'] === undefined && clock.stops.includes('registration-notice'),
    ),
  'unanswered-after-pause': ({ clocks }) =>
    clocksWhere(
      clocks,
      (clock) =>
        clock['after-pause'] === undefined &&
        clock.pauses.length > 0 &&
        clock.targets.some(({ within }) => within.includes('working day')),
    ),
  'unanswered-agreed-date': ({ clocks }) =>
    clocksWhere(clocks, (clock) => clock['agreed-date'] === undefined),
  'unanswered-cabinet': ({ packages }) => packagesWhere(packages, (one) => one.cabinet === undefined),
  'unanswered-registered-in': ({ packages }) =>
    packagesWhere(packages, (one) => one['registered-in'] === undefined),
  'unanswered-tickets': ({ packages }) => packagesWhere(packages, (one) => one.tickets === undefined),
  'unanswered-covers': ({ certificates }) =>
    certificates !== undefined && certificates.covers === undefined ? [['certificates']] : [],
  'unanswered-loyalty': ({ certificates }) =>
    certificates !== undefined && certificates.loyalty === undefined ? [['certificates']] : [],
  'unanswered-renewal': ({ certificates }) =>
    certificates !== undefined && certificates.renewal === undefined ? [['certificates']] : [],
  'unanswered-late-return': ({ certificates }) =>
    certificates?.renewal !== undefined &&
    certificates.renewal.within !== 'for-ever' &&
    certificates['late-return'] === undefined
      ? [['certificates']]
      : [],
};

/** Questions that the file leaves to the desk, each with what the desk assumes. */
export const lintUnanswered = ({ file, problems }: LintContext): void => {
  for (const code of Object.keys(QUESTIONS) as Unanswered[])
    for (const path of QUESTIONS[code](file)) problems.add(code, path);
};
