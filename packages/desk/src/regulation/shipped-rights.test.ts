import { describe, expect, test } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';

// What the five documents say of the right to support and of work beyond letters, as the parsed files have it.

const at = (desk: string) => shipped(desk).regulation;
const months = (count: number) => ({ count, unit: 'months' });
const days = (count: number) => ({ count, unit: 'days' });

describe('AlterOffice', () => {
  const { certificates, packages, works, exclusions, releases, cabinet, outsiders, entitlement } =
    at('alteroffice');

  test('AO-3.1 AO-4.1-price AO-4.1-term: activation, the free year, the terms', () => {
    expect(
      certificates?.offers.map(({ begins, free, usualTerm, clause, termsClause }) => [
        begins.at,
        free?.length ?? null,
        usualTerm,
        clause,
        termsClause,
      ]),
    ).toEqual(
      [
        [months(12), months(12)],
        [null, months(12)],
        [null, null],
      ].map(([free, usual]) => [
        [
          { event: 'first-covered-request', after: null },
          { event: 'purchase', after: days(31) },
        ],
        free,
        usual,
        'AO-4.1-price',
        'AO-4.1-term',
      ]),
    );
    expect(certificates?.offers[0]?.free?.from).toEqual({ event: 'activation', after: null });
  });

  test('AO-3.3 AO-3.4 AO-3.5: what a certificate covers, each by its own clause', () => {
    expect(certificates?.covers).toMatchObject({
      products: 'named',
      installationTypes: 'named',
      quantity: 'instances',
      overQuantity: 'flag',
      licenceAgreement: 'in-force',
      licenceClause: 'AO-3.4',
      complianceCheck: 'allowed',
      checkClause: 'AO-3.5',
      clause: 'AO-3.3',
    });
  });

  test('AO-4.1-cabinet AO-1.6: the cabinet from extended on, basic registers on a page', () => {
    expect(packages.map(({ id, cabinet: has, registeredIn }) => [id, has, registeredIn])).toEqual([
      ['basic', false, 'page-without-account'],
      ['extended', true, 'cabinet'],
      ['maximum', true, 'cabinet'],
    ]);
    expect(cabinet).toEqual({ gives: ['certificates', 'requests', 'progress'], clause: 'AO-1.6' });
  });

  test('AO-4.2.6: four exclusions, server parts only for workstations', () => {
    expect(exclusions.map(({ packages: of, clause }) => [of, clause])).toEqual(
      Array.from({ length: 4 }, () => [null, 'AO-4.2.6']),
    );
    expect(exclusions[2]?.when?.installationTypes).toEqual(['workstation']);
    expect(exclusions[3]?.when?.facts).toEqual({ version: ['end-of-life'] });
  });

  test('AO-4.1-bugfix AO-4.2.5 AO-4.1-updates AO-1.4 AO-1.5', () => {
    expect(works.defect).toEqual({
      packages: ['extended', 'maximum'],
      tellCustomer: true,
      clause: 'AO-4.1-bugfix',
    });
    expect(works.liveSystem?.consent).toBe('named-contact');
    expect(works.liveSystem?.says.en).toMatch(/equally/);
    expect(releases.map(({ within }) => within)).toEqual(['bought-major', 'bought-major']);
    expect(entitlement).toMatchObject({ contacts: 'listed', contactsClause: 'AO-1.4' });
    expect(outsiders).toEqual({ may: 'assigned-tickets', clause: 'AO-1.5' });
  });
});

describe('FLAT', () => {
  const { certificates, routing, works, releases, packages, entitlement } = at('flat');

  test('FL-BUY FL-K1..K5: terms by package, the partner package for service partners only', () => {
    expect(certificates?.offers.map(({ packages: of, terms, soldTo }) => [of, terms, soldTo])).toEqual([
      [['8x5'], [months(12), months(36), months(60)], null],
      [['24x7', '24x7-plus', '24x7-onsite'], [months(12)], null],
      [['partner-8x5'], [months(12)], ['service-partner']],
    ]);
    expect(packages.map(({ onlyFrom }) => onlyFrom)).toEqual([null, null, null, null, ['service-partner']]);
  });

  test('FL-ACT: from commissioning, never later than 90 days after the sale, the order’s date wins', () => {
    for (const { begins } of certificates?.offers ?? [])
      expect(begins).toEqual({
        at: [
          { event: 'commissioning', after: null },
          { event: 'sale', after: days(90) },
        ],
        namedDate: 'wins',
        notAfter: { event: 'sale', after: days(90) },
        clause: 'FL-ACT',
      });
  });

  test('FL-LOYAL FL-BACKDATE FL-RENEW FL-LATE: three months, twelve months, then the upgrade first', () => {
    expect(certificates).toMatchObject({
      loyalty: {
        length: months(3),
        given: 'declared-intent',
        withholds: ['major-versions', 'upgrade-licences'],
      },
      renewal: {
        within: months(12),
        starts: 'previous-end',
        quantity: 'activated-licences',
        quantityClause: 'FL-RENEW',
        clause: 'FL-BACKDATE',
      },
      lateReturn: { needs: ['upgrade-bought', 'upgrade-installed'], starts: 'upgrade-installed' },
    });
  });

  test('FL-ROUTE FL-K5 FL-K3: line 3 for partners, 1 where it is bought, else 2; P1 to its engineer', () => {
    expect(routing?.lines.map(({ when, line }) => [when?.packages ?? when?.bought ?? null, line])).toEqual([
      [['partner-8x5'], '3'],
      [['installation'], '1'],
      [null, '2'],
    ]);
    expect(routing?.people).toMatchObject([
      { when: { packages: ['24x7-plus', '24x7-onsite'], priorities: ['1'] }, to: 'p1-engineer' },
    ]);
    expect(routing?.handOvers.map(({ from, to, needs }) => [from, to, needs.length])).toEqual([
      ['1', '2', 3],
      ['2', '3', 2],
      ['3', '2', 0],
    ]);
  });

  test('FL-K4 FL-NOTE FL-CHAN: what a visit needs, what releases need, calls that are not critical', () => {
    expect(works.visit).toMatchObject({
      cities: ['Москва'],
      elsewhere: 'refused',
      when: { siteIn: ['Москва'], facts: { ticket: ['open'], defect: ['confirmed'], patch: ['ready'] } },
    });
    expect(releases.map(({ kind, when }) => [kind, when?.facts])).toEqual(
      ['updates', 'hotfixes', 'major-versions', 'upgrade-licences'].map((kind) => [
        kind,
        { commissioned: ['yes'], working: ['once', 'now'] },
      ]),
    );
    expect(entitlement.otherChannel).toEqual({ kind: 'as', channel: 'portal', from: ['phone'] });
  });
});

describe('Shtrih-M', () => {
  const { certificates, exclusions, works, sales, entitlement } = at('shtrih-m');

  test('SH-ACCESS SH-F-TERM: by key, by act, by standing', () => {
    expect(
      certificates?.offers.map(({ packages: of, proof, terms, begins }) => [
        of,
        proof,
        terms,
        begins.at[0]?.event,
      ]),
    ).toEqual([
      [['free'], 'key', [months(3)], 'key-registration'],
      [['paid'], 'act', 'as-documented', 'number-given'],
      [['partner'], 'standing', 'while-standing', 'standing-given'],
    ]);
    expect(entitlement.ofSeveral).toBe('shortest-target');
  });

  test('SH-P-RENEW SH-P-ACT1 SH-P-ACT2: through the portal, by an act of the vendor used once', () => {
    expect(certificates?.renewal).toMatchObject({
      within: null,
      starts: 'number-given',
      through: ['portal'],
      act: {
        usedOnce: true,
        namesSupport: true,
        clause: 'SH-P-ACT1',
        issuer: 'vendor',
        issuerClause: 'SH-P-ACT2',
      },
    });
  });

  test('SH-F-OUT SH-P-OUT SH-C-OUT SH-P-REF: six, four and one; partners for usage, training and setup', () => {
    const by = (clause: string) =>
      exclusions.filter((one) => one.clause === clause).map((one) => one.service);
    expect(by('SH-F-OUT')).toEqual([
      'training',
      'instructions',
      'setup-for-tasks',
      'remote',
      'updating',
      'visit',
    ]);
    expect(by('SH-P-OUT')).toEqual(['training', 'setup-for-tasks', 'updating', 'visit']);
    expect(by('SH-C-OUT')).toEqual(['visit']);
    expect(
      exclusions.filter(({ insteadClause }) => insteadClause === 'SH-P-REF').map(({ id }) => id),
    ).toEqual([
      'free-training',
      'free-instructions',
      'free-setup-for-tasks',
      'paid-training',
      'paid-setup-for-tasks',
    ]);
  });

  test('an exclusion is the no of its service under its package', () => {
    for (const { packages, service } of exclusions) {
      const row = at('shtrih-m').services.find(({ id }) => id === service);
      for (const packageId of packages ?? []) expect(row?.packages[packageId]).toBe('no');
    }
  });

  test('SH-P-PAY SH-P-IN: eight districts, each at one of three addresses; one tool', () => {
    const districts = sales?.inquiries.flatMap((row) => row.districts ?? []) ?? [];
    expect(districts).toHaveLength(8);
    expect(new Set(districts).size).toBe(8);
    expect(sales?.inquiries.map(({ districts: of }) => of?.length)).toEqual([3, 2, 3]);
    expect(works.remoteSession).toMatchObject({ decidedBy: 'staff', tools: ['TeamViewer 11'] });
  });
});

describe('Optima', () => {
  const { packages, works, queue, lifecycle, releases, sales } = at('optima');

  test('OW-S11: the figures of 8*5*4, prices on request', () => {
    expect(packages[0]?.code?.parts.map(({ figure }) => figure)).toEqual([8, 5, 4]);
    expect(sales).toMatchObject({ priceList: 'on-request', inquiries: [{ clause: 'OW-S12' }] });
  });

  test('OW-5 OW-AHEAD OW-3 OW-4 OW-7: the queue, splitting, the number, how answers arrive', () => {
    expect(queue?.order).toEqual(['priority', 'entitled-first', 'deadline', 'received']);
    expect(lifecycle).toMatchObject({
      acknowledgement: { over: 'arrival-channel', clause: 'OW-4' },
      split: { clocks: 'own', clause: 'OW-3' },
      answersBy: { means: ['email', 'phone', 'remote-session', 'other'], clause: 'OW-7' },
    });
    expect(lifecycle.outcomes.map(({ id, clause }) => [id, clause])).toEqual([
      ['customer-action', 'OW-S8'],
      ['fittings-example', 'OW-S9'],
      ['set-up-by-customer', 'OW-S9'],
      ['paid-order', 'OW-S9'],
    ]);
  });

  test('OW-S7 OW-S10 OW-S4: access first, estimates of requests, the second digit', () => {
    expect(works.remoteSession?.needs).toEqual(['access-from-customer']);
    expect(works.estimate).toEqual({
      types: ['request'],
      holds: ['specification', 'hours', 'price'],
      acceptedBy: 'customer',
      clause: 'OW-S10',
    });
    expect(releases.map(({ within }) => within)).toEqual(['second-digit']);
  });
});

test('CN-VISIT CN-S11 CN-L1 CN-L2 CN-L3 CN-L5: Centaur’s visits, limits and abuse', () => {
  const { works, exclusions, entitlement } = at('centaur');
  expect(works.visit).toMatchObject({
    service: 'visit',
    hours: 'office',
    cities: ['Казань'],
    reach: 'city',
    elsewhere: 'separate-agreement',
    perTicket: 'as-contracted',
  });
  expect(exclusions.map(({ clause, when }) => [clause, when?.facts])).toEqual([
    ['CN-L1', { platform: ['not-recommended'] }],
    ['CN-L1', { work: ['beyond-manuals'] }],
    ['CN-L2', { version: ['outdated', 'end-of-life'] }],
    ['CN-L3', { use: ['against-the-manuals'] }],
  ]);
  expect(entitlement.abuse).toEqual({ stoppedBy: 'engineer', reversedBy: 'lead', clause: 'CN-L5' });
});
