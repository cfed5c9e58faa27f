import type { Condition } from '../condition.ts';
import type { Path } from '../problem.ts';
import type { PackageId, Regulation, Text } from '../regulation.ts';
import type { LintContext } from './lint-context.ts';

interface PlacedCondition {
  readonly when: Condition;
  readonly path: Path;
  /** Packages that the rule is about at all; null: every one. */
  readonly packages: readonly PackageId[] | null;
}

/** Every condition of a regulation, with its place. */
export const conditionsOf = (regulation: Regulation): readonly PlacedCondition[] => {
  const { services, exclusions, routing, releases, works } = regulation;
  const found = [
    ...services.map(({ id, when, packages }) => ({
      when,
      path: ['services', id, 'when'],
      packages: Object.keys(packages).filter((one) => packages[one] === 'conditional'),
    })),
    ...exclusions.map(({ id, when, packages }) => ({ when, path: ['exclusions', id, 'when'], packages })),
    ...(routing?.lines ?? []).map(({ when }, index) => ({
      when,
      path: ['routing', 'lines', index, 'when'],
      packages: null,
    })),
    ...(routing?.people ?? []).map(({ when }, index) => ({
      when,
      path: ['routing', 'people', index, 'when'],
      packages: null,
    })),
    ...releases.map(({ when, packages }, index) => ({ when, path: ['releases', index, 'when'], packages })),
    { when: works.visit?.when ?? null, path: ['works', 'visit', 'when'], packages: null },
  ];
  return found.flatMap(({ when, path, packages }) => (when === null ? [] : [{ when, path, packages }]));
};

interface Never extends Text {
  readonly key: string;
}

const meets = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a === null || b === null || a.some((one) => b.includes(one));

/** Why a condition can't hold; null: it can. */
const whyNever = (regulation: Regulation, { when, packages }: PlacedCondition): Never | null => {
  const about = regulation.packages.filter(({ id }) => meets([id], packages) && meets([id], when.packages));
  if (when.packages !== null && !meets(when.packages, packages))
    return {
      key: 'packages',
      ru: 'правило говорит о других пакетах',
      en: 'the rule is about other packages',
    };
  const channels = about.flatMap((one) => one.channels.map(({ channel }) => channel));
  const strict = regulation.entitlement.otherChannel.kind === 'no-promise';
  if (when.channels !== null && strict && !meets(when.channels, channels))
    return { key: 'channels', ru: 'этих каналов нет в пакетах', en: 'the packages have no such channels' };
  const { default: assumed } = regulation.priorityRules ?? { default: null };
  if (when.priorities?.every((one) => one === 'none') === true && assumed !== null)
    return {
      key: 'priorities',
      ru: `без приоритета заявок нет: ставится «${assumed}»`,
      en: `no ticket is without a priority: "${assumed}" is assumed`,
    };
  if (
    when.companyIs !== null &&
    about.length > 0 &&
    about.every(({ onlyFrom }) => onlyFrom !== null && !meets(when.companyIs, onlyFrom))
  )
    return {
      key: 'company-is',
      ru: 'таких компаний эти пакеты не обслуживают',
      en: 'these packages do not serve such companies',
    };
  const facts = when.facts;
  if (facts.patch?.includes('ready') === true && facts.defect?.join() === 'not-confirmed')
    return {
      key: 'patch',
      ru: 'исправления неподтверждённой ошибки не бывает',
      en: 'there is no patch for an error that is not confirmed',
    };
  if (facts.commissioned?.join() === 'no' && facts.working?.includes('never') === false)
    return {
      key: 'working',
      ru: 'не введённое в эксплуатацию ещё не работало',
      en: 'what was not commissioned has not worked yet',
    };
  return null;
};

const ALL_VALUES: Readonly<Record<string, number>> = { version: 3, working: 3 };

const lintCondition = ({ regulation, problems }: LintContext, placed: PlacedCondition): void => {
  const { when, path } = placed;
  const never = whyNever(regulation, placed);
  if (never !== null) problems.add('condition-never-holds', [...path, never.key], { ...never });
  for (const [index, id] of (when.bought ?? []).entries()) {
    const levels = Object.values(regulation.services.find((one) => one.id === id)?.packages ?? {});
    if (levels.length > 0 && !levels.some((level) => level === 'paid' || level === 'agreement'))
      problems.addBoth(
        'bought-not-sold',
        [
          [...path, 'bought', index],
          ['services', id],
        ],
        { service: id },
      );
  }
  const whole = [
    ...Object.entries(when.facts).flatMap(([key, values]) =>
      values.length === ALL_VALUES[key] ? [key] : [],
    ),
    ...(when.packages?.length === regulation.packages.length ? ['packages'] : []),
    ...(when.interest !== null && when.interest.customers === null && when.interest.licences === null
      ? ['interest']
      : []),
  ];
  for (const key of whole) problems.add('condition-always-holds', [...path, key], { key });
};

/** Conditions that never hold, and those that select nothing. */
export const lintConditions = (context: LintContext): void => {
  for (const placed of conditionsOf(context.regulation)) lintCondition(context, placed);
};
