import type { PersonId, Regulation } from '@reglament/desk';
import { type CertificateDraft, namedRolesOf, namesVisits, offerOf } from '@reglament/desk/certificate';
import type { LocalDate } from '@reglament/working-time';

/** An order as it is typed: empty fields are empty texts. */
export interface OrderForm {
  readonly companyId: string | null;
  readonly packageId: string | null;
  readonly number: string;
  /** `12 months`, as the offer names it. */
  readonly term: string;
  readonly quantity: string;
  readonly namedStart: string;
  readonly dates: Readonly<Record<string, string>>;
  /** Hours by clock. */
  readonly figures: Readonly<Record<string, string>>;
  /** None: every product. */
  readonly products: readonly string[];
  /** Empty: any. */
  readonly installationType: string;
  /** Number of the version that was bought; empty: not known. */
  readonly productVersion: string;
  /** Documents as people name them; empty: not known. */
  readonly productOrder: string;
  readonly payment: string;
  /** Ids of paid services. */
  readonly bought: readonly string[];
  /** Ids of people by role; empty: nobody. */
  readonly people: Readonly<Record<string, string>>;
  readonly visits: string;
}

export const emptyOrder = (companyId: string | null): OrderForm => ({
  companyId,
  packageId: null,
  number: '',
  term: '12 months',
  quantity: '1',
  namedStart: '',
  dates: {},
  figures: {},
  products: [],
  installationType: '',
  productVersion: '',
  productOrder: '',
  payment: '',
  bought: [],
  people: {},
  visits: '',
});

type Offer = NonNullable<ReturnType<typeof offerOf>>;
type Term = NonNullable<CertificateDraft['term']>;

/** What is sold under a package, and what is asked of an order for it. */
export interface Sold {
  readonly offer: Offer;
  /** Terms on sale; null: any length in months. */
  readonly terms: readonly Term[] | null;
  readonly isCounted: boolean;
  readonly events: readonly (keyof CertificateDraft['dates'])[];
  /** Clocks for which a figure of one's own may be agreed. */
  readonly clocks: readonly Regulation['clocks'][number][];
  /** Products that may be named; empty: it covers any. */
  readonly products: readonly string[];
  readonly installationTypes: Regulation['installationTypes'];
  /** Whether releases are judged by the version that was bought. */
  readonly asksVersion: boolean;
  /** Services that the package has for money. */
  readonly paid: readonly Regulation['services'][number][];
  /** Roles that a person of the desk may fill. */
  readonly roles: Regulation['namedPeople'];
  /** Whether the contract names how many visits a ticket has. */
  readonly asksVisits: boolean;
}

/** Noticed by the desk itself. */
const NOTICED: ReadonlySet<string> = new Set(['first-covered-request', 'first-contact']);

export const soldUnder = (regulation: Regulation, packageId: string | null): Sold | null => {
  const rules = regulation.certificates;
  const offer = rules === null || packageId === null ? null : offerOf(rules, packageId);
  if (rules === null || offer === null || packageId === null) return null;
  const { begins } = offer;
  const moments = [...begins.at, ...(begins.notAfter === null ? [] : [begins.notAfter])];
  return {
    offer,
    terms: typeof offer.terms === 'string' ? null : offer.terms,
    isCounted: rules.covers !== null && rules.covers.quantity !== 'not-counted',
    events: [...new Set(moments.map(({ event }) => event))].filter((event) => !NOTICED.has(event)),
    clocks: regulation.clocks.filter(({ targets }) =>
      targets.some(
        (row) => row.shorterByCertificate && (row.packages === null || row.packages.includes(packageId)),
      ),
    ),
    products: rules.covers?.products === 'named' && regulation.products.length > 1 ? regulation.products : [],
    installationTypes: rules.covers?.installationTypes === 'named' ? regulation.installationTypes : [],
    asksVersion: regulation.releases.some(({ within }) => within !== 'any'),
    paid: regulation.services.filter(({ packages }) => packages[packageId] === 'paid'),
    roles: namedRolesOf(regulation, packageId),
    asksVisits: namesVisits(regulation, packageId),
  };
};

export const termText = ({ count, unit }: Term): string => `${count} ${unit}`;

const termOf = (text: string): Term | null => {
  const [count = '', unit] = text.split(' ');
  const number = Number(count);
  return Number.isInteger(number) && number > 0 && (unit === 'months' || unit === 'days')
    ? { count: number, unit }
    : null;
};

const HOUR_MS = 3_600_000;

const wholeOr = (text: string): number | null => {
  const number = Number(text);
  return text.trim() !== '' && Number.isInteger(number) ? number : null;
};

const textOr = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const filled = (texts: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(texts).filter(([, text]) => text.trim() !== '');

/** Roles that the package has, as far as they are filled. */
const peopleOf = ({ people }: OrderForm, { roles }: Sold): NonNullable<CertificateDraft['people']> =>
  Object.fromEntries(
    filled(people)
      .filter(([role]) => roles.some(({ id }) => id === role))
      .map(([role, id]) => [role, id as PersonId]),
  );

/** The order as the rules and the server read it. */
export const draftOf = (form: OrderForm, sold: Sold): CertificateDraft => {
  const known = new Set<string>(sold.events);
  const clocks = new Set(sold.clocks.map(({ id }) => id));
  const products = form.products.filter((one) => sold.products.includes(one));
  return {
    number: form.number.trim(),
    packageId: form.packageId ?? '',
    products: products.length === 0 ? null : products,
    installationType: sold.installationTypes.some(({ id }) => id === form.installationType)
      ? form.installationType
      : null,
    productVersion: sold.asksVersion && form.productVersion.trim() !== '' ? form.productVersion.trim() : null,
    productOrder: sold.offer.soldWith === 'alone' ? null : textOr(form.productOrder),
    payment: textOr(form.payment),
    quantity: sold.isCounted ? wholeOr(form.quantity) : null,
    term: sold.offer.terms === 'while-standing' ? null : termOf(form.term),
    namedStart:
      sold.offer.begins.namedDate === 'wins' && form.namedStart !== ''
        ? (form.namedStart as LocalDate)
        : null,
    dates: Object.fromEntries(filled(form.dates).filter(([event]) => known.has(event))),
    figures: Object.fromEntries(
      filled(form.figures)
        .filter(([clock, hours]) => clocks.has(clock) && Number(hours) > 0)
        .map(([clock, hours]) => [clock, Math.round(Number(hours) * HOUR_MS)]),
    ),
    bought: form.bought.filter((id) => sold.paid.some((one) => one.id === id)),
    people: peopleOf(form, sold),
    visitsPerTicket: sold.asksVisits ? wholeOr(form.visits) : null,
  };
};
