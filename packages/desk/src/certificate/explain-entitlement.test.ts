import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import type { CertificateId } from '../ids.ts';
import { small } from '../test/small-desk.ts';
import { moscow, shipped, shippedIds } from '../test/shipped-regulations.ts';
import { certificateOf } from '../test/ticket-story.ts';
import type { Certificate, Coverage, EntitlementQuestion } from './entitle.ts';
import { explainEntitlement } from './entitle.ts';

const at = moscow('2025-02-07 12:00');
const question = (desk: string, changes: Partial<EntitlementQuestion> = {}): EntitlementQuestion => ({
  companyKnown: true,
  certificates: [],
  channel: 'email',
  priority: null,
  at,
  calendars: shipped(desk).calendars,
  ...changes,
});
const ask = (desk: string, changes: Partial<EntitlementQuestion> = {}) =>
  explainEntitlement(shipped(desk).regulation, question(desk, changes));

const held = (packageId: string, id: string, changes: Partial<Certificate> = {}): Certificate =>
  certificateOf(packageId, at, { certificateId: id as CertificateId, number: id, ...changes });

/** What was tried on the first certificate told: rule and outcome. */
const tried = ({ trail }: ReturnType<typeof ask>) =>
  trail.certificates[0]?.rules.map(({ rule, outcome }) => `${rule} ${outcome}`);

const office = held('maximum', 'AO-7', { products: ['AText'], installationType: 'server', quantity: 10 });

describe('AO-1.4 AO-3.3 AO-3.4: what a certificate limits itself to', () => {
  const known: Partial<EntitlementQuestion> = {
    certificates: [office],
    isListed: true,
    product: 'AText',
    installationType: 'server',
    isLicensed: true,
  };

  test('everything known and right: each rule is told, in order, as it was found', () => {
    const found = ask('alteroffice', { ...known, certificates: [{ ...office, inUse: 10 }] });
    expect(found.coverage).toMatchObject({ kind: 'covered', packageId: 'maximum' });
    expect(tried(found)).toEqual([
      'time holds',
      'contact holds',
      'product holds',
      'installation-type holds',
      'licence-agreement holds',
      'quantity holds',
    ]);
  });

  test('what the desk does not know is told and never decides', () => {
    const found = ask('alteroffice', { certificates: [office] });
    expect(found.coverage.kind).toBe('covered');
    expect(tried(found)).toEqual([
      'time holds',
      'contact unknown',
      'product unknown',
      'installation-type unknown',
      'licence-agreement unknown',
      'quantity unknown',
    ]);
  });

  test('AO-1.2: a certificate for every component is one for the suite', () => {
    const products = ['AText', 'ACell', 'AConcept', 'AGraph', 'AMail'];
    const found = ask('alteroffice', {
      ...known,
      certificates: [{ ...office, products }],
      product: 'Офисный пакет AlterOffice',
    });
    expect(tried(found)).toContain('product holds');
  });

  test.each([
    ['AO-1.4', { isListed: false }, 'contact', 'listed-contact'],
    ['AO-3.3', { product: 'Another' }, 'product', 'buy'],
    ['AO-3.3', { product: 'Офисный пакет AlterOffice' }, 'product', 'buy'],
    ['AO-3.3', { installationType: 'workstation' }, 'installation-type', 'buy'],
    ['AO-3.4', { isLicensed: false }, 'licence-agreement', 'renew-licence'],
  ] as const)('%s: %o is not served, with that reason and the way out', (clause, wrong, reason, next) => {
    const found = ask('alteroffice', { ...known, ...wrong });
    expect(found.coverage).toEqual({
      kind: 'not-entitled',
      reason,
      packageId: null,
      certificateId: 'AO-7',
      clause,
    });
    expect(found.trail.next).toBe(next);
    expect(found.trail.certificates[0]?.rules.at(-1)).toMatchObject({
      rule: reason,
      outcome: 'fails',
      clause,
    });
  });

  test('AO-3.3: more in use than bought is flagged with both numbers, and served', () => {
    const found = ask('alteroffice', { ...known, certificates: [{ ...office, inUse: 11 }] });
    expect(found.coverage.kind).toBe('covered');
    expect(found.trail.certificates[0]?.rules.at(-1)).toEqual({
      rule: 'quantity',
      outcome: 'flagged',
      clause: 'AO-3.3',
      counted: { most: 10, used: 11 },
    });
  });
});

describe('FL-K5 SH-ACCESS: a package that only companies of a standing have', () => {
  const partner = [held('partner', 'P-1'), held('paid', 'A-1')];
  const standing = (from = '2025-01-01', until: string | null = null) => ({
    role: 'certified-partner',
    from,
    until,
  });

  test.each([
    ['2025-01-01', '2025-02-07', 'partner'],
    ['2025-02-07', null, 'partner'],
    ['2025-01-01', '2025-02-06', 'paid'],
    ['2025-02-08', null, 'paid'],
  ])('SH-C-TIME: from %s until %s, on 2025-02-07 it is %s', (from, until, packageId) => {
    const standings = { requester: [standing(from, until)] };
    expect(ask('shtrih-m', { certificates: partner, standings }).coverage).toMatchObject({ packageId });
  });

  test('the standing is there, is not, is not known', () => {
    const has = ask('shtrih-m', { certificates: partner, standings: { requester: [standing()] } });
    expect(has.coverage).toMatchObject({ kind: 'covered', packageId: 'partner' });
    const hasNot = ask('shtrih-m', { certificates: partner, standings: { requester: [] } });
    expect(hasNot.coverage).toMatchObject({ kind: 'covered', packageId: 'paid' });
    expect(ask('shtrih-m', { certificates: partner }).coverage).toMatchObject({ packageId: 'partner' });
  });

  test('FL-K5: others than the partner’s staff are registered without coverage, and told whom to ask', () => {
    const found = ask('flat', {
      certificates: [held('partner-8x5', 'K5')],
      channel: 'portal',
      standings: { requester: [] },
    });
    expect(found.coverage).toMatchObject({ kind: 'not-entitled', reason: 'only-from', clause: 'FL-K5' });
    expect(found.trail.next).toBe('partner');
  });

  test('R27, the other reading: the standing of whom the partner asks for counts', () => {
    const { regulation } = shipped('shtrih-m');
    const entitlement = { ...regulation.entitlement, standingOf: 'end-customer' as const };
    const of = (standings: EntitlementQuestion['standings'] & object) =>
      explainEntitlement(
        { ...regulation, entitlement },
        question('shtrih-m', { certificates: [held('partner', 'P-1')], standings }),
      ).coverage.kind;
    expect(of({ requester: [standing()], endCustomer: [] })).toBe('not-entitled');
    expect(of({ requester: [], endCustomer: [standing()] })).toBe('covered');
    expect(of({ requester: [] })).toBe('covered');
  });
});

describe('a quota of tickets', () => {
  const desk = (over: string): string =>
    small(`quota ${over}`, {
      packages: `
  basic: {name: basic, rank: 1, hours: office, channels: [email], tickets: {count: 3, per: year, over: ${over}, clause: A-QUOTA}, clause: A-BASIC, channels-clause: A-CHAN}`,
    });
  const used = (over: string, ticketsUsed: number) =>
    ask(desk(over), { certificates: [held('basic', 'Q', { ticketsUsed })] });

  test('the last one is given; the next is not promised, or is flagged, as the regulation says', () => {
    expect(used('no-promise', 2).coverage.kind).toBe('covered');
    expect(used('no-promise', 3).coverage).toMatchObject({
      kind: 'not-entitled',
      reason: 'quota',
      clause: 'A-QUOTA',
    });
    for (const over of ['paid', 'flag']) {
      const found = used(over, 3);
      expect(found.coverage.kind).toBe('covered');
      expect(tried(found)).toEqual(['time holds', 'quota flagged']);
    }
  });
});

describe('of several certificates', () => {
  test('SH-ACCESS: two that both fit, the rule decides and is told', () => {
    const { trail } = ask('shtrih-m', { certificates: [held('free', 'K'), held('paid', 'A')] });
    expect(trail.chosenBy).toEqual({ rule: 'shortest-target', clause: 'SH-ACCESS' });
    expect(trail.certificates.map(({ number, result }) => `${number} ${result}`)).toEqual([
      'A serves',
      'K other',
    ]);
  });

  test('one alone is not chosen, and what has ended stands behind what serves', () => {
    const old = held('extended', 'OLD', { endsAt: (at - 1) as Instant });
    const { trail } = ask('centaur', { certificates: [old, held('basic', 'NEW')] });
    expect(trail.chosenBy).toBeNull();
    expect(trail.certificates.map(({ number, result }) => `${number} ${result}`)).toEqual([
      'NEW serves',
      'OLD no',
    ]);
  });

  test('a better package that takes no such request does not stand in the way of one that does', () => {
    const desk = small('ways', {
      packages: `
  basic: {name: basic, rank: 1, hours: office, channels: [email, social], clause: A-BASIC, channels-clause: A-CHAN}
  plus: {name: plus, rank: 2, hours: office, channels: [portal], clause: A-PLUS, channels-clause: A-CHAN}`,
    });
    const found = ask(desk, { certificates: [held('plus', 'P'), held('basic', 'B')] });
    expect(found.coverage).toMatchObject({ kind: 'covered', packageId: 'basic' });
    expect(found.trail.certificates.map(({ result }) => result)).toEqual(['serves', 'channel']);
  });

  test('nearest to serving tells why not: a licence that lapsed before a certificate that ended', () => {
    const ended = held('maximum', 'OLD', { endsAt: (at - 1) as Instant });
    const found = ask('alteroffice', { certificates: [ended, office], isLicensed: false });
    expect(found.coverage).toMatchObject({ reason: 'licence-agreement', certificateId: 'AO-7' });
  });

  test('twenty certificates are told one by one, the others are counted', () => {
    const certificates = Array.from({ length: 25 }, (_, i) =>
      held('basic', `N${i}`, { endsAt: (at - 1 - i) as Instant }),
    );
    const { trail } = ask('centaur', { certificates });
    expect([trail.certificates.length, trail.further]).toEqual([20, 5]);
  });
});

test.each([
  ['centaur', { companyKnown: false }, 'identify', 'unknown-sender', 'CN-L4'],
  ['alteroffice', {}, 'buy', 'without-package', 'AO-3.2'],
  ['shtrih-m', {}, 'register', 'without-package', 'SH-ACCESS'],
] as const)('%s %o: what is left to do is %s', (desk, changes, next, why, clause) => {
  const { trail } = ask(desk, changes);
  expect(trail.next).toBe(next);
  expect(trail.without).toMatchObject({ why, clause });
});

const rankOf = (desk: string, { packageId }: Coverage): number =>
  shipped(desk).regulation.packages.find(({ id }) => id === packageId)?.rank ?? -1;

const SERVED: ReadonlySet<Coverage['kind']> = new Set(['covered', 'fallback']);

const anyCase = fc.constantFrom(...shippedIds).chain((desk) => {
  const packages = shipped(desk).regulation.packages.map(({ id }) => id);
  const certificate = fc.record({
    packageId: fc.constantFrom(...packages),
    from: fc.integer({ min: -3, max: 1 }),
    days: fc.integer({ min: 0, max: 5 }),
    products: fc.constantFrom(null, ['A'], ['B']),
  });
  return fc.record({
    desk: fc.constant(desk),
    certificates: fc.array(certificate, { maxLength: 5 }),
    more: certificate,
    channel: fc.constantFrom('email', 'phone', 'portal', 'social', 'web-form'),
    priority: fc.constantFrom(null, ...shipped(desk).regulation.priorities.map(({ id }) => id)),
    product: fc.constantFrom('A', 'B'),
    knows: fc.boolean(),
  });
});

const DAY = 86_400_000;

const asked = (one: typeof anyCase extends fc.Arbitrary<infer T> ? T : never, count: number) => {
  const certificates = [...one.certificates, one.more].slice(0, count).map((c, i) =>
    held(c.packageId, `C${i}`, {
      startsAt: (at + c.from * DAY) as Instant,
      endsAt: (at + (c.from + c.days) * DAY) as Instant,
      products: c.products,
    }),
  );
  return ask(one.desk, {
    certificates,
    channel: one.channel,
    priority: one.priority,
    ...(one.knows ? { product: one.product } : {}),
  });
};

describe('laws of any company and any request', () => {
  test('another certificate never worsens what the company had', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const before = asked(one, one.certificates.length).coverage;
        const after = asked(one, one.certificates.length + 1).coverage;
        if (!SERVED.has(before.kind)) return;
        expect(after.kind).toBe(before.kind === 'covered' ? 'covered' : after.kind);
        expect(SERVED.has(after.kind)).toBe(true);
        if (shipped(one.desk).regulation.entitlement.ofSeveral === 'best-rank')
          expect(rankOf(one.desk, after)).toBeGreaterThanOrEqual(rankOf(one.desk, before));
      }),
      { numRuns: 400 },
    );
  });

  test('knowing less never takes anything away', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const count = one.certificates.length;
        const knowing = asked({ ...one, knows: true }, count).coverage;
        const guessing = asked({ ...one, knows: false }, count).coverage;
        if (knowing.kind === 'covered') expect(guessing.kind).toBe('covered');
      }),
      { numRuns: 400 },
    );
  });

  test('the trail says what was decided: one serves exactly when it is covered, and no rule of it failed', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { coverage, trail } = asked(one, one.certificates.length);
        const serving = trail.certificates.filter(({ result }) => result === 'serves');
        expect(serving.map(({ certificateId }) => certificateId)).toEqual(
          coverage.kind === 'covered' ? [coverage.certificateId] : [],
        );
        for (const { rules, result } of trail.certificates)
          expect(rules.some(({ outcome }) => outcome === 'fails')).toBe(result === 'no');
        expect(trail.next === null).toBe(coverage.kind === 'covered');
      }),
      { numRuns: 400 },
    );
  });
});
