import type {
  CertificateOffer,
  CertificateRules,
  Moment,
  MomentEvent,
  TermLength,
} from '../../../regulation/certificate-rules.ts';
import type { CertificateRefusalCode } from '../refusals.ts';
import type { CertificateState, CertificateTurn } from '../support-certificate.ts';
import {
  type DayNumber,
  dayOf,
  daysOn,
  midnightOf,
  monthsOn,
  morningBefore,
  type NaiveZone,
} from './naive-days.ts';

// A certificate as a person would keep it on paper: what became known and when; everything else is read off that, day by day.

export interface Paper {
  readonly rules: CertificateRules;
  readonly packages: readonly string[];
  readonly zone: NaiveZone;
  readonly works: (day: DayNumber) => boolean;
}

type Dates = Readonly<Partial<Record<MomentEvent, number>>>;

export interface SketchFacts {
  readonly packageId: string;
  readonly term: TermLength | null;
  readonly namedStart: number | null;
  readonly quantity: number | null;
}

export interface Sketch extends SketchFacts {
  /** What became known, in this order; a correction of it makes one entry of all. */
  readonly known: readonly { readonly when: number; readonly dates: Dates }[];
  /** By the rule of renewals. */
  readonly renewal: { readonly at: number; readonly countsFrom: DayNumber } | null;
  readonly declaredAt: number | null;
  readonly suspendedAt: number | null;
  readonly revokedAt: number | null;
  readonly renewed: boolean;
  readonly told: readonly CertificateTurn[];
  /** Upgrade licences on the back of the sheet. */
  readonly upgrades: readonly { readonly quantity: number; readonly isBack: boolean }[];
}

export const allDates = ({ known }: Pick<Sketch, 'known'>): Dates =>
  Object.assign({}, ...known.map(({ dates }) => dates)) as Dates;

export const offerFor = ({ rules }: Paper, packageId: string): CertificateOffer | undefined =>
  rules.offers.find((offer) => offer.packages?.includes(packageId) === true) ??
  rules.offers.find((offer) => offer.packages === null);

const later = (day: DayNumber, { count, unit }: TermLength): DayNumber =>
  unit === 'days' ? daysOn(day, count) : monthsOn(day, count);

const momentOf = ({ event, after }: Moment, dates: Dates, { zone }: Paper): number | null => {
  const happened = dates[event];
  if (happened === undefined) return null;
  return after === null ? happened : midnightOf(zone, later(dayOf(zone, happened), after));
};

/** By what is known so far. */
const beginningBy = (facts: SketchFacts, dates: Dates, paper: Paper): number | null => {
  const offer = offerFor(paper, facts.packageId);
  if (offer === undefined) return null;
  const { begins } = offer;
  if (begins.namedDate === 'wins' && facts.namedStart !== null) return facts.namedStart;
  const moments = [...begins.at, ...(begins.notAfter === null ? [] : [begins.notAfter])];
  const known = moments.map((moment) => momentOf(moment, dates, paper)).filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(...known);
};

export interface Read {
  readonly begins: number | null;
  readonly countsFrom: DayNumber | null;
  /** The last day in force. */
  readonly last: DayNumber | null;
  /** The instant after it. */
  readonly ends: number | null;
  readonly loyalLast: DayNumber | null;
  readonly loyalFrom: number | null;
}

/** A beginning that came while something became known stays. */
const beginningOf = (sketch: Sketch, paper: Paper): number | null => {
  if (sketch.renewal !== null) return sketch.renewal.at;
  let begins: number | null = null;
  for (const [index, { when }] of sketch.known.entries()) {
    if (begins !== null && begins <= when) break;
    begins = beginningBy(sketch, allDates({ known: sketch.known.slice(0, index + 1) }), paper);
  }
  return begins;
};

const lastDay = (from: DayNumber, length: TermLength, { rules, works }: Paper): DayNumber => {
  let day = later(from, length);
  if (rules.lastDay === 'day-before') day = daysOn(day, -1);
  while (rules.dayOff === 'next-working-day' && !works(day)) day = daysOn(day, 1);
  return day;
};

/** The day from which what follows a last day is counted: where a year ends on the day before, the day after it. */
export const countedFrom = (last: DayNumber, { rules }: Paper): DayNumber =>
  rules.lastDay === 'day-before' ? daysOn(last, 1) : last;

const after = (day: DayNumber | null, zone: NaiveZone): number | null =>
  day === null ? null : midnightOf(zone, daysOn(day, 1));

/** Everything that follows from what is known. */
export const read = (sketch: Sketch, paper: Paper): Read => {
  const { zone, rules } = paper;
  const begins = beginningOf(sketch, paper);
  const countsFrom = sketch.renewal?.countsFrom ?? (begins === null ? null : dayOf(zone, begins));
  const last = countsFrom === null || sketch.term === null ? null : lastDay(countsFrom, sketch.term, paper);
  const ends = after(last, zone);
  const { loyalty } = rules;
  const loyalLast =
    last === null || loyalty === null ? null : lastDay(countedFrom(last, paper), loyalty.length, paper);
  const from = loyalty?.given === 'everybody' ? ends : sketch.declaredAt === null ? null : sketch.declaredAt;
  const loyalFrom = loyalty === null || ends === null || from === null ? null : Math.max(ends, from);
  return { begins, countsFrom, last, ends, loyalLast, loyalFrom };
};

/** By dates: a day is served to its midnight. */
export const stateOn = (sketch: Sketch, paper: Paper, when: number): CertificateState => {
  const { begins, last, loyalLast, loyalFrom } = read(sketch, paper);
  if (sketch.revokedAt !== null && when >= sketch.revokedAt) return 'revoked';
  if (begins === null || when < begins) return 'not-begun';
  if (sketch.suspendedAt !== null && when >= sketch.suspendedAt) return 'suspended';
  const day = dayOf(paper.zone, when);
  if (last === null || day <= last) return 'in-force';
  return loyalFrom !== null && when >= loyalFrom && loyalLast !== null && day <= loyalLast
    ? 'loyalty'
    : 'ended';
};

export type DatedTurn = readonly [turn: CertificateTurn, when: number];

const ORDER: readonly CertificateTurn[] = ['ends-in-90', 'ends-in-60', 'ends-in-30', 'ended'];

/** Mornings so many days before the last day; none before the beginning, none for what goes on in another or stands still. */
const remindersOf = (sketch: Sketch, paper: Paper): readonly DatedTurn[] => {
  const { begins, last } = read(sketch, paper);
  if (begins === null || last === null || sketch.renewed || sketch.suspendedAt !== null) return [];
  return ([90, 60, 30] as const).flatMap((days) => {
    const turn = `ends-in-${days}` as const;
    const when = morningBefore(paper.zone, last, days);
    const isPast = ORDER.slice(ORDER.indexOf(turn) + 1).some((later) => sketch.told.includes(later));
    return when <= begins || isPast ? [] : [[turn, when] as const];
  });
};

/** Every turn and when it comes; a loyalty that never serves has no end to tell. */
export const turnsOf = (sketch: Sketch, paper: Paper): readonly DatedTurn[] => {
  const { begins, ends, loyalLast, loyalFrom } = read(sketch, paper);
  const served = after(loyalLast, paper.zone);
  const dated: readonly (readonly [CertificateTurn, number | null])[] = [
    ['began', begins],
    ...remindersOf(sketch, paper),
    ['ended', ends],
    ['loyalty-ended', loyalFrom !== null && served !== null && loyalFrom < served ? served : null],
  ];
  return dated.flatMap(([turn, when]) => (when === null ? [] : [[turn, when] as const]));
};

/** Every turn that lies behind by now and was not told. */
export const turnsDue = (sketch: Sketch, paper: Paper, now: number): readonly DatedTurn[] =>
  turnsOf(sketch, paper).filter(([turn, when]) => when <= now && !sketch.told.includes(turn));

/** What stays told when dates move: what still lies behind, of reminders also those that nobody would tell any more. */
export const stillTold = (sketch: Sketch, paper: Paper, now: number): readonly CertificateTurn[] => {
  const { last } = read(sketch, paper);
  const behind = turnsDue({ ...sketch, told: [] }, paper, now).map(([turn]) => turn);
  const reminded = ([90, 60, 30] as const).filter(
    (days) => last !== null && morningBefore(paper.zone, last, days) <= now,
  );
  return sketch.told.filter(
    (turn) => behind.includes(turn) || reminded.some((days) => turn === `ends-in-${days}`),
  );
};

const sold = (facts: SketchFacts, offer: CertificateOffer): CertificateRefusalCode | null => {
  const { terms } = offer;
  const { term } = facts;
  if (terms === 'while-standing') return null;
  if (term === null) return 'term-needed';
  if (typeof terms === 'string') return null;
  return terms.some(({ count, unit }) => count === term.count && unit === term.unit) ? null : 'term-not-sold';
};

/** Why such a certificate can't be; null: it can. */
export const forbidden = (
  facts: SketchFacts,
  dates: Dates,
  paper: Paper,
  now: number,
): CertificateRefusalCode | null => {
  const { covers } = paper.rules;
  const offer = offerFor(paper, facts.packageId);
  if (!paper.packages.includes(facts.packageId)) return 'unknown-package';
  if (offer === undefined) return 'not-sold';
  if (
    covers !== null &&
    covers.quantity !== 'not-counted' &&
    !(facts.quantity !== null && facts.quantity >= 1)
  )
    return 'quantity-needed';
  const no = sold(facts, offer);
  if (no !== null) return no;
  if (Object.values(dates).some((when) => when > now)) return 'date-in-future';
  const { notAfter, namedDate } = offer.begins;
  const limit = notAfter === null ? null : momentOf(notAfter, dates, paper);
  const named = namedDate === 'wins' ? facts.namedStart : null;
  if (named !== null && limit !== null && dayOf(paper.zone, named) > dayOf(paper.zone, limit))
    return 'named-date-too-late';
  return null;
};

const SOLD = ['sale', 'purchase'] as const;
const AFTERWARDS = ['commissioning', 'activation', 'first-covered-request', 'first-contact'] as const;

/** Whether anything stands on paper on a day before the one on which it was sold; a renewal is of what runs already. */
export const isCrossed = (
  { packageId, namedStart }: SketchFacts,
  dates: Dates,
  renewal: Sketch['renewal'],
  paper: Paper,
): boolean => {
  if (renewal !== null) return false;
  const named = offerFor(paper, packageId)?.begins.namedDate === 'wins' ? namedStart : null;
  const afterwards = [...AFTERWARDS.map((event) => dates[event] ?? null), named];
  return SOLD.map((event) => dates[event]).some(
    (sold) =>
      sold !== undefined &&
      afterwards.some((when) => when !== null && dayOf(paper.zone, when) < dayOf(paper.zone, sold)),
  );
};
