import { expect, test } from 'vitest';
import { checkExamples, findRule } from '../clock/index.ts';
import { shipped, shippedIds, shippedText } from '../test/shipped-regulations.ts';
import { readYaml } from './read-yaml.ts';

test('there are five', () => {
  expect(shippedIds).toEqual(['alteroffice', 'centaur', 'flat', 'optima', 'shtrih-m']);
});

test.each(shippedIds)('%s is sound, and every golden example comes out', (id) => {
  const { regulation, examples } = shipped(id);
  expect(regulation.id).toBe(id);
  expect(examples.length).toBeGreaterThan(3);
  expect(checkExamples(regulation, examples)).toEqual([]);
});

test('facts of the five desks', () => {
  const at = (id: string) => shipped(id).regulation;
  expect(at('optima').lifecycle.autoClose).toMatchObject({ after: { kind: 'calendar-days', days: 14 } });
  for (const id of ['alteroffice', 'centaur', 'flat', 'shtrih-m'])
    expect(at(id).lifecycle.autoClose).toBeNull();
  expect(at('centaur').entitlement).toMatchObject({
    unknownSenderPackage: 'basic',
    uncoveredPackage: null,
  });
  expect(at('centaur').priorityRules).toMatchObject({
    default: 'medium',
    statedCounts: true,
    staffChange: 'with-consent',
  });
  expect(at('optima').priorityRules).toMatchObject({ default: null, statedCounts: false });
  expect(at('flat').priorityRules).toMatchObject({
    default: null,
    statedCounts: true,
    staffChange: 'with-reason',
  });
  expect(at('flat').packages.map(({ channels }) => channels)).toEqual(
    Array.from({ length: 5 }, () => [
      { channel: 'portal', priorities: null },
      { channel: 'phone', priorities: ['1'] },
    ]),
  );
  expect(at('alteroffice').packages.map(({ channels }) => channels.map(({ channel }) => channel))).toEqual([
    ['email', 'social'],
    ['email', 'social', 'phone', 'messenger', 'portal'],
    ['email', 'social', 'phone', 'messenger', 'portal'],
  ]);
});

test.each(shippedIds)('%s: every promise has a golden example', (id) => {
  const { regulation, examples } = shipped(id);
  const cell = (clock: string, packageId: string, priority: string | null) =>
    `${clock} ${packageId} ${priority ?? 'none'}`;
  const shown = new Set(examples.map((one) => cell(one.clock, one.packageId, one.priority)));
  const priorities = [null, ...regulation.priorities.map((one) => one.id)];
  const promised = regulation.clocks.flatMap((clock) =>
    regulation.packages.flatMap((one) =>
      priorities
        .filter((priority) => findRule(regulation, { clock: clock.id, packageId: one.id, priority }) !== null)
        .map((priority) => cell(clock.id, one.id, priority)),
    ),
  );
  expect(promised.length).toBeGreaterThan(2);
  expect(promised.filter((one) => !shown.has(one))).toEqual([]);
  // What begins with an agreement has no figure to work out for each case: one case is enough.
  const agreed = regulation.clocks.filter(({ start }) => start === 'agreement').map((clock) => clock.id);
  expect(agreed.filter((clock) => !examples.some((one) => one.clock === clock))).toEqual([]);
});

/** Every rule of the five documents, so that none is dropped from its file. */
const CLAUSES: readonly (readonly [desk: string, prefix: string, names: string])[] = [
  [
    'alteroffice',
    'AO',
    '1.2 1.3 1.6 1.7 1.8 1.9 2.1 3.1 3.2 3.3 3.4 3.5 4.1-price 4.1-topics 4.1-count 4.1-reaction 4.1-updates 4.1-channels 4.1-visit 4.1-manager 4.1-cabinet 4.1-hours 4.1-install 4.1-compat 4.1-thirdparty 4.1-bugfix 4.1-feature 4.2.1 4.2.2 4.2.3 4.2.4 4.2.5 4.2.6 5 4.1-term 1.4 1.5 CONTACT',
  ],
  [
    'optima',
    'OW',
    'T-types T-dispatcher 1 2 3 4 5 6 7 8 9 S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 TIME N1 N3 N4 P AHEAD CONTACT',
  ],
  [
    'centaur',
    'CN',
    'PKG S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S-install VISIT LEVELS CHANGE REACT TIME CHAN PROOF L1 L2 L3 L4 L5 CONTACT',
  ],
  [
    'shtrih-m',
    'SH',
    'HOURS CHAN F-TIME F-TERM F-IN F-OUT P-TIME P-PAY P-RENEW P-ACT1 P-ACT2 P-IN P-OUT P-REF C-TIME C-OUT ACCESS CONTACT',
  ],
  [
    'flat',
    'FL',
    'GOAL BUY ACT RENEW LOYAL BACKDATE STOP LATE ALL NOTE K1 K2 K3 K4 K5 L1 L2 L3 P CHAN INSTALL PRIO ROUTE EDITION CONTACT',
  ],
];

test.each(CLAUSES)('%s names every clause of its document', (desk, prefix, names) => {
  const known = shipped(desk).regulation.clauses.map(({ id }) => id);
  expect(
    names
      .split(' ')
      .map((name) => `${prefix}-${name}`)
      .filter((id) => !known.includes(id)),
  ).toEqual([]);
});

type Citation = readonly [place: string, clause: string];

/** Every `clause` and `...-clause` below a value, with the place of the rule that cites it. */
const citationsIn = (value: unknown, place: string): readonly Citation[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly Citation[] => {
    const isClause = (key === 'clause' || key.endsWith('-clause')) && typeof inner === 'string';
    return isClause ? [[place, inner]] : citationsIn(inner, `${place}/${key}`);
  });
};

/** Clauses that only a definition cites, and why no rule of a ticket or a certificate can. */
const ONLY_DEFINED: Readonly<Record<string, string>> = {
  'OW-T-dispatcher': 'who is a dispatcher is said by the roles of staff, not by a regulation',
};

/** Sections that cite clauses without being rules. */
const NOT_RULES: readonly string[] = ['clauses', 'examples', 'terms'];

test.each(CLAUSES)('%s: every clause is cited by a rule, not only listed', (desk, prefix, names) => {
  const yaml = readYaml(shippedText(desk));
  if (!yaml.ok) throw new Error('not read');
  const sections = Object.entries(yaml.value as Record<string, unknown>);
  const cited = (isCounted: (section: string) => boolean): ReadonlySet<string> =>
    new Set(
      sections
        .filter(([section]) => isCounted(section))
        .flatMap(([section, value]) => citationsIn(value, section).map(([, clause]) => clause)),
    );
  const byRules = cited((section) => !NOT_RULES.includes(section));
  const byTerms = cited((section) => section === 'terms');
  const uncited = names
    .split(' ')
    .map((name) => `${prefix}-${name}`)
    .filter((id) => !byRules.has(id));
  expect(uncited).toEqual(Object.keys(ONLY_DEFINED).filter((id) => id.startsWith(`${prefix}-`)));
  for (const id of uncited) expect(byTerms).toContain(id);
});

/** Where a document is silent or contradicts itself: the readings that concern each desk. */
const READINGS: readonly (readonly [desk: string, numbers: string])[] = [
  ['alteroffice', '1 2 3 8 9 17 37 38 39 40 41 42 43 44'],
  ['optima', '4 5 6 7 18 19 20 21 22 23 24 37 38 39 43'],
  ['centaur', '13 34 35 36 37 38 43'],
  ['shtrih-m', '10 14 25 26 27 37 38 39 43'],
  ['flat', '11 12 15 16 28 29 30 31 32 33 37 38 39 43 44'],
];

test.each(READINGS)('%s: each reading stands beside its line, with the other one', (desk, numbers) => {
  const lines = shippedText(desk).split('\n');
  const isTold = (number: string): boolean =>
    lines.some((line, at) => {
      const comment = line.split('#').slice(1).join('#');
      return (
        new RegExp(`\\bR${number}\\b`, 'u').test(comment) &&
        /иначе/iu.test(`${comment} ${lines[at + 1] ?? ''}`)
      );
    });
  expect(numbers.split(' ').filter((number) => !isTold(number))).toEqual([]);
});

test('there are 44 readings', () => {
  const all = new Set(READINGS.flatMap(([, numbers]) => numbers.split(' ').map(Number)));
  expect([...all].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 44 }, (_, index) => index + 1));
});
