import fc from 'fast-check';
import type {
  CertificateOffer,
  CertificateRules,
  Moment,
  MomentEvent,
  TermLength,
} from '../../../regulation/certificate-rules.ts';
import { NAIVE_ZONES, type NaiveZone } from './naive-days.ts';

const EVENTS: readonly MomentEvent[] = [
  'purchase',
  'sale',
  'commissioning',
  'key-registration',
  'first-covered-request',
];

const length = (most: number): fc.Arbitrary<TermLength> =>
  fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: most }), unit: fc.constant('months' as const) }),
    fc.record({ count: fc.integer({ min: 1, max: most * 31 }), unit: fc.constant('days' as const) }),
  );

const TERM_MONTHS = 14;
const FREE_MONTHS = 4;

const moment: fc.Arbitrary<Moment> = fc.record({
  event: fc.constantFrom(...EVENTS),
  after: fc.option(length(FREE_MONTHS)),
});

/** Terms that certificates are drawn with: the first two are on sale where terms are listed. */
export const TERMS: readonly (TermLength | null)[] = [
  { count: 1, unit: 'months' },
  { count: 12, unit: 'months' },
  { count: 45, unit: 'days' },
  { count: 3, unit: 'months' },
  null,
];

const offer = (packages: readonly string[] | null): fc.Arbitrary<CertificateOffer> =>
  fc
    .record({
      terms: fc.constantFrom<CertificateOffer['terms']>(
        [
          { count: 1, unit: 'months' },
          { count: 12, unit: 'months' },
        ],
        'as-agreed',
        'as-documented',
        'while-standing',
      ),
      at: fc.array(moment, { minLength: 1, maxLength: 3 }),
      namedDate: fc.constantFrom('wins' as const, 'ignored' as const),
      notAfter: fc.option(moment),
    })
    .map(({ terms, ...begins }): CertificateOffer => ({
      packages,
      proof: 'certificate',
      soldTo: null,
      soldBy: ['sales'],
      soldWith: 'either',
      terms,
      usualTerm: null,
      termsClause: null,
      price: { ru: 'цена', en: 'price' },
      free: null,
      begins: { ...begins, clause: 'X-1' },
      clause: 'X-2',
    }));

const covers = fc
  .option(fc.constantFrom('instances' as const, 'licences' as const, 'not-counted' as const))
  .map((quantity): CertificateRules['covers'] =>
    quantity === null
      ? null
      : {
          products: 'any',
          installationTypes: 'any',
          quantity,
          overQuantity: 'flag',
          licenceAgreement: 'not-asked',
          licenceClause: null,
          complianceCheck: 'not-foreseen',
          checkClause: null,
          clause: 'X-3',
        },
  );

const renewal: fc.Arbitrary<CertificateRules['renewal']> = fc.option(
  fc.record({
    within: fc.option(length(TERM_MONTHS)),
    starts: fc.constantFrom(
      'previous-end' as const,
      'number-given' as const,
      'later-of-both' as const,
      'purchase' as const,
    ),
    quantity: fc.constantFrom('activated-licences' as const, 'as-ordered' as const),
    quantityClause: fc.constant(null),
    through: fc.constantFrom(null, ['portal']),
    act: fc.option(
      fc.record({
        usedOnce: fc.boolean(),
        namesSupport: fc.boolean(),
        issuer: fc.constantFrom('vendor' as const, 'vendor-or-partner' as const),
        issuerClause: fc.constant(null),
        clause: fc.constant('X-4'),
      }),
    ),
    clause: fc.constant('X-5'),
  }),
  { freq: 6 },
);

const lateReturn: fc.Arbitrary<CertificateRules['lateReturn']> = fc.option(
  fc.record({
    needs: fc.subarray(['upgrade-bought' as const, 'upgrade-installed' as const]),
    starts: fc.constantFrom('upgrade-installed' as const, 'previous-end' as const, 'purchase' as const),
    clause: fc.constant('X-6'),
  }),
);

const loyalty: fc.Arbitrary<CertificateRules['loyalty']> = fc.option(
  fc.record({
    length: length(FREE_MONTHS),
    given: fc.constantFrom('declared-intent' as const, 'everybody' as const),
    withholds: fc.constant([]),
    clause: fc.constant('X-7'),
  }),
  { freq: 4 },
);

/** Rules of every alternative; `packages`: one that an offer names, and what is left to the offer of every other. */
const rulesOver = ([named, ...rest]: readonly string[]): fc.Arbitrary<CertificateRules> =>
  fc.record({
    offers: fc
      .tuple(
        offer(named === undefined ? null : [named]),
        fc.option(offer(null), { freq: 3 }),
        offer(rest.slice(0, 1)),
      )
      .map(([one, every, other]) => (every === null ? [one, other] : [every, one])),
    lastDay: fc.constantFrom('same-number' as const, 'day-before' as const),
    dayOff: fc.constantFrom('stays' as const, 'next-working-day' as const),
    covers,
    loyalty,
    renewal,
    lateReturn,
    clause: fc.constant('X-8'),
  });

/** What somebody does; figures are turned into dates when its turn comes. */
export interface Deed {
  readonly kind:
    | 'pass'
    | 'to-turn'
    | 'record'
    | 'declare'
    | 'correct'
    | 'suspend'
    | 'resume'
    | 'revoke'
    | 'ring'
    | 'renew'
    | 'upgrade'
    | 'take-back';
  /** How long passes, or lies back. */
  readonly ms: number;
  readonly event: MomentEvent;
  /** Choices, by their remainder. */
  readonly pick: number;
  readonly more: number;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const weighted = (kind: Deed['kind'], weight: number) => ({ arbitrary: fc.constant(kind), weight });

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.oneof(
    weighted('pass', 20),
    weighted('to-turn', 24),
    weighted('record', 12),
    weighted('declare', 8),
    weighted('correct', 14),
    weighted('suspend', 3),
    weighted('resume', 4),
    weighted('revoke', 1),
    weighted('ring', 14),
    weighted('renew', 14),
    weighted('upgrade', 5),
    weighted('take-back', 3),
  ),
  ms: fc.oneof(
    fc.constantFrom(0, 1, DAY),
    fc.integer({ min: 0, max: DAY / MINUTE }).map((minutes) => minutes * MINUTE),
    fc.integer({ min: 0, max: 60 * 24 }).map((hours) => hours * 60 * MINUTE),
  ),
  event: fc.constantFrom(...EVENTS),
  pick: fc.nat(10_000),
  more: fc.nat(10_000),
});

export interface AnyLife {
  readonly zone: NaiveZone;
  readonly rules: CertificateRules;
  readonly begun: number;
  readonly first: Deed;
  readonly deeds: readonly Deed[];
  /** Weekdays on which nobody works, and days of the month. */
  readonly off: readonly [readonly number[], readonly number[]];
}

const FROM = Date.UTC(2016, 0, 1);
const YEARS_MS = 4 * 366 * DAY;

/** A certificate's life of so many steps by rules of every kind. */
export const anyLife = (packages: readonly string[], steps: number): fc.Arbitrary<AnyLife> =>
  fc.record({
    zone: fc.constantFrom(...NAIVE_ZONES),
    rules: rulesOver(packages),
    begun: fc
      .integer({ min: FROM / MINUTE, max: (FROM + YEARS_MS) / MINUTE })
      .map((minutes) => minutes * MINUTE),
    first: deed,
    deeds: fc.array(deed, { minLength: 1, maxLength: steps, size: 'max' }),
    off: fc.tuple(
      fc.constantFrom([5, 6], [6], []),
      fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 4 }),
    ),
  });
