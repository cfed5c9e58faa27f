import { localDateOf, type Instant } from '@reglament/working-time';
import { countedAfter, endOfTerm, type TermRules } from './term.ts';
import { type Beginning, beginningOf } from './begin.ts';
import { refuseAgreed, refuseFacts } from './check-facts.ts';
import {
  type CertificateCommand,
  type CertificateDates,
  type CertificateEvent,
  type Correction,
  evolveCertificate,
} from './commands.ts';
import { refuseBeforeSale } from './crossed-dates.ts';
import { bookOf, type CertificateBook, type CertificateWorld } from './facts.ts';
import { issueUpgradeLicence, revokedUpgrade } from './issue-upgrade-licence.ts';
import { accept, type CertificateDecision, refuse } from './refusals.ts';
import { REMINDERS, reminderAt } from './reminders.ts';
import { sameFacts } from './same-facts.ts';
import { loyaltyEndOf, nextTurn, stateAt } from './state-at.ts';
import type { CertificateFacts, CertificateTurn, SupportCertificate } from './support-certificate.ts';

type CommandOf<T extends CertificateCommand['type']> = Extract<CertificateCommand, { readonly type: T }>;
type Decided = CertificateDecision<readonly CertificateEvent[]>;

type Fixed = Pick<CertificateDates, 'startsAt' | 'startCause' | 'countsFrom'>;

const foundOf = (found: Beginning | null, { zone }: TermRules): Fixed =>
  found === null
    ? { startsAt: null, startCause: null, countsFrom: null }
    : { startsAt: found.at, startCause: found.cause, countsFrom: localDateOf(zone, found.at) };

/** Events of the offer that begin it in the instant in which they happen; none once it has begun or goes on from another. */
const beginningEvents = (facts: CertificateFacts, { offer }: CertificateBook, fixed: Fixed | null) =>
  fixed !== null || (facts.namedStart !== null && offer.begins.namedDate === 'wins')
    ? []
    : offer.begins.at.filter(({ after }) => after === null).map(({ event }) => event);

/** From when loyalty serves: from the end for everybody, from the declaration where one is wanted; null: it never does. */
const loyaltyFrom = (
  endsAt: Instant | null,
  declaredAt: Instant | null,
  { rules }: CertificateBook,
): Instant | null => {
  if (rules.loyalty === null || endsAt === null) return null;
  if (rules.loyalty.given === 'everybody') return endsAt;
  return declaredAt === null ? null : (Math.max(endsAt, declaredAt) as Instant);
};

/** The end of the time of loyalty, whether anybody has declared anything; null: the rules know none. */
const loyaltyOver = (endsAt: Instant | null, { rules, terms }: CertificateBook): Instant | null =>
  endsAt === null || rules.loyalty === null
    ? null
    : endOfTerm(countedAfter(endsAt, terms), rules.loyalty.length, terms);

/** The dates that follow from the facts: `fixed` is a beginning that stands, by a renewal's rule or because it came. */
const datesOf = (
  facts: CertificateFacts,
  declaredAt: Instant | null,
  book: CertificateBook,
  fixed: Fixed | null,
): CertificateDates => {
  const { offer, terms } = book;
  const { startsAt, startCause, countsFrom } = fixed ?? foundOf(beginningOf(facts, offer, terms.zone), terms);
  const endsAt = countsFrom === null || facts.term === null ? null : endOfTerm(countsFrom, facts.term, terms);
  return {
    startsAt,
    endsAt,
    startCause,
    countsFrom,
    loyaltyFrom: loyaltyFrom(endsAt, declaredAt, book),
    loyaltyUntil: loyaltyOver(endsAt, book),
    beginsOn: beginningEvents(facts, book, fixed),
  };
};

const issue = (command: CommandOf<'Issue'>, book: CertificateBook, world: CertificateWorld): Decided => {
  const { renewal } = command;
  const crossed = renewal === null ? refuseBeforeSale(command.facts, book.offer, book.terms.zone) : null;
  const no = refuseFacts(command.facts, book, world) ?? crossed;
  if (no !== null) return no;
  const fixed: Fixed | null =
    renewal === null
      ? null
      : { startsAt: renewal.startsAt, startCause: 'renewal', countsFrom: renewal.countsFrom };
  return accept([
    {
      type: 'CertificateIssued',
      facts: command.facts,
      dates: datesOf(command.facts, null, book, fixed),
      at: world.now,
    },
  ]);
};

const hasBegun = ({ startsAt }: SupportCertificate, { now }: CertificateWorld): boolean =>
  startsAt !== null && startsAt <= now;

const datesIn = (certificate: SupportCertificate): CertificateDates => {
  const { startsAt, endsAt, startCause, countsFrom, loyaltyUntil, beginsOn } = certificate;
  return {
    startsAt,
    endsAt,
    startCause,
    countsFrom,
    loyaltyFrom: certificate.loyaltyFrom,
    loyaltyUntil,
    beginsOn,
  };
};

/** A beginning that came stays, whatever becomes known later; so does a renewal's. */
const standing = (certificate: SupportCertificate, world: CertificateWorld): Fixed | null =>
  hasBegun(certificate, world) || certificate.startCause === 'renewal' ? certificate : null;

/** Brought over with dates and no term: those dates stand, as no rule could find its end anew. */
const keepsItsDates = (held: SupportCertificate, { term }: Pick<CertificateFacts, 'term'>): boolean =>
  held.term === null && held.endsAt !== null && term === null;

const recordDate = (
  command: CommandOf<'RecordDate'>,
  certificate: SupportCertificate,
  book: CertificateBook,
  world: CertificateWorld,
): Decided => {
  const { event, at } = command;
  const known = certificate.dates[event];
  if (at > world.now) return refuse('date-in-future', null, { event });
  if (known !== undefined) return known === at ? accept([]) : refuse('date-known', null, { event });
  const facts = { ...certificate, dates: { ...certificate.dates, [event]: at } };
  const crossed =
    certificate.startCause === 'renewal' ? null : refuseBeforeSale(facts, book.offer, book.terms.zone);
  if (crossed !== null) return crossed;
  return accept([
    {
      type: 'CertificateDateRecorded',
      event,
      at,
      dates: keepsItsDates(certificate, facts)
        ? datesIn(certificate)
        : datesOf(facts, certificate.declaredAt, book, standing(certificate, world)),
    },
  ]);
};

/** The wish to renew: before the end or within the loyalty that it opens the rest of (R11). */
const declareIntent = (
  command: CommandOf<'DeclareIntent'>,
  certificate: SupportCertificate,
  book: CertificateBook,
  { now }: CertificateWorld,
): Decided => {
  const { loyalty } = book.rules;
  // One that was brought over came with its own dates alone.
  const loyaltyUntil = certificate.loyaltyUntil ?? loyaltyOver(certificate.endsAt, book);
  if (loyalty === null || loyalty.given === 'everybody') return refuse('no-loyalty', loyalty?.clause ?? null);
  if (command.at > now) return refuse('date-in-future', null, { event: 'intent' });
  if (certificate.declaredAt !== null) return refuse('intent-declared', loyalty.clause);
  if (certificate.startsAt === null || command.at < certificate.startsAt)
    return refuse('not-begun', loyalty.clause);
  if (loyaltyUntil !== null && command.at >= loyaltyUntil)
    return refuse('intent-too-late', loyalty.clause, { until: loyaltyUntil });
  const dates = {
    ...datesIn(certificate),
    loyaltyFrom: loyaltyFrom(certificate.endsAt, command.at, book),
    loyaltyUntil,
  };
  return accept([{ type: 'RenewalIntended', at: command.at, dates }]);
};

/** The fields that a correction names, as they are. */
const asIs = (certificate: SupportCertificate, changes: Correction): Correction =>
  Object.fromEntries(
    Object.keys(changes).map((key) => [key, certificate[key as keyof Correction] ?? null]),
  ) as Correction;

/** Turns that were told and still lie behind. */
const stillTold = (
  certificate: SupportCertificate,
  dates: CertificateDates,
  now: number,
): readonly CertificateTurn[] => {
  const { startsAt, endsAt } = dates;
  const reminders =
    endsAt === null ? [] : REMINDERS.map(([turn, days]) => [turn, reminderAt(endsAt, days)] as const);
  const at: ReadonlyMap<CertificateTurn, number | null> = new Map<CertificateTurn, number | null>([
    ['began', startsAt],
    ...reminders,
    ['ended', endsAt],
    ['loyalty-ended', loyaltyEndOf(dates)],
  ]);
  return certificate.told.filter((turn) => {
    const when = at.get(turn) ?? null;
    return when !== null && when <= now;
  });
};

const movesBeginning = (before: CertificateFacts, after: CertificateFacts): boolean =>
  before.packageId !== after.packageId ||
  before.namedStart !== after.namedStart ||
  !sameFacts(before.dates, after.dates);

/** What was agreed about who serves and how often: nothing else hangs on it. */
const AGREED: ReadonlySet<string> = new Set<keyof Correction>(['people', 'visitsPerTicket']);

const corrected = (
  { changes, reasonId }: CommandOf<'Correct'>,
  certificate: SupportCertificate,
  dates: CertificateDates,
  { now }: CertificateWorld,
): CertificateEvent => ({
  type: 'CertificateCorrected',
  changes,
  before: asIs(certificate, changes),
  dates,
  datesBefore: datesIn(certificate),
  told: stillTold(certificate, dates, now),
  reasonId,
  at: now,
});

/**
 * Something was entered wrongly: both stay on record, dates are found anew as if it had been right from the start; a beginning
 * that came moves only where something that it hangs on was put right.
 */
const correct = (
  command: CommandOf<'Correct'>,
  certificate: SupportCertificate,
  world: CertificateWorld,
): Decided => {
  const before = asIs(certificate, command.changes);
  if (sameFacts(before, command.changes)) return refuse('nothing-to-correct');
  const facts: SupportCertificate = { ...certificate, ...command.changes };
  if (!world.regulation.packages.some(({ id }) => id === facts.packageId)) return refuse('unknown-package');
  const book = bookOf(world, facts.packageId);
  if (book === null) return refuse('not-sold');
  // Who is named on it moves no date: one that was brought over without a term keeps those that it has.
  if (Object.keys(command.changes).every((field) => AGREED.has(field)))
    return (
      refuseAgreed(facts, world.regulation) ??
      accept([corrected(command, certificate, datesIn(certificate), world)])
    );
  const isMoved = certificate.startCause !== 'renewal' && movesBeginning(certificate, facts);
  const crossed = isMoved ? refuseBeforeSale(facts, book.offer, book.terms.zone) : null;
  const stays = !isMoved && keepsItsDates(certificate, facts);
  const no = refuseFacts(facts, book, world, !stays) ?? crossed;
  if (no !== null) return no;
  const fixed = isMoved ? null : standing(certificate, world);
  const dates = stays ? datesIn(certificate) : datesOf(facts, certificate.declaredAt, book, fixed);
  return accept([corrected(command, certificate, dates, world)]);
};

/** What it goes on from ends on another day: it begins there, on the same rules, and both dates stay on record. */
const moved = (
  { startsAt, countsFrom, reasonId }: CommandOf<'MoveRenewal'>,
  certificate: SupportCertificate,
  book: CertificateBook,
  { now }: CertificateWorld,
): Decided => {
  if (certificate.startsAt === startsAt && certificate.countsFrom === countsFrom) return accept([]);
  const fixed: Fixed = { startsAt, startCause: 'renewal', countsFrom };
  const dates = datesOf(certificate, certificate.declaredAt, book, fixed);
  return accept([
    {
      type: 'CertificateRenewalMoved',
      at: now,
      dates,
      datesBefore: datesIn(certificate),
      told: stillTold(certificate, dates, now),
      reasonId,
    },
  ]);
};

/** A turn is told when its time has come, once, by whoever comes first; before it nothing happens. */
const ringTurn = (certificate: SupportCertificate, { now }: CertificateWorld): Decided => {
  const events: CertificateEvent[] = [];
  let state = certificate;
  for (let next = nextTurn(state); next !== null && next.at <= now; next = nextTurn(state)) {
    const lateMs = now - next.at;
    const event: CertificateEvent = { type: 'CertificateTurned', ...next, ...(lateMs > 0 ? { lateMs } : {}) };
    events.push(event);
    state = evolveCertificate(state, event);
  }
  return accept(events);
};

/** The vendor looks into it where the regulation foresees that (AO-3.5): opened with a reason, closed with what was found. */
const checkCompliance = (
  command: CommandOf<'OpenCheck' | 'RecordCheck'>,
  { checkOpenedAt = null }: SupportCertificate,
  { rules: { covers, clause } }: CertificateBook,
  { now }: CertificateWorld,
): Decided => {
  if (covers?.complianceCheck !== 'allowed')
    return refuse('check-not-foreseen', covers?.checkClause ?? covers?.clause ?? clause);
  if (command.type === 'OpenCheck')
    return checkOpenedAt === null
      ? accept([{ type: 'ComplianceCheckOpened', at: now, reasonId: command.reasonId }])
      : refuse('check-open');
  const { outcome, reasonId } = command;
  return checkOpenedAt === null
    ? refuse('no-check-open')
    : accept([{ type: 'ComplianceCheckRecorded', at: now, outcome, reasonId }]);
};

const upgrade = (
  command: CommandOf<'IssueUpgradeLicence'>,
  certificate: SupportCertificate,
  world: CertificateWorld,
): Decided => {
  const issued = issueUpgradeLicence(command, certificate, world);
  return issued.ok ? accept([{ type: 'UpgradeLicenceIssued', ...issued.value }]) : issued;
};

const takeBack = (
  { licence, reasonId }: CommandOf<'RevokeUpgradeLicence'>,
  certificate: SupportCertificate,
  { now }: CertificateWorld,
): Decided => {
  const found = revokedUpgrade(certificate, licence);
  if (!found.ok) return found;
  const { version, quantity } = found.value;
  return accept([{ type: 'UpgradeLicenceRevoked', licence, version, quantity, at: now, reasonId }]);
};

const answer = (
  command: Exclude<CertificateCommand, { readonly type: 'Issue' }>,
  certificate: SupportCertificate,
  book: CertificateBook,
  world: CertificateWorld,
): Decided => {
  const { now } = world;
  switch (command.type) {
    case 'RecordDate':
      return recordDate(command, certificate, book, world);
    case 'DeclareIntent':
      return declareIntent(command, certificate, book, world);
    case 'Correct':
      return correct(command, certificate, world);
    case 'Suspend':
      return certificate.suspendedAt === null
        ? accept([{ type: 'CertificateSuspended', at: now, reasonId: command.reasonId }])
        : refuse('suspended');
    case 'Resume':
      return certificate.suspendedAt === null
        ? refuse('not-suspended')
        : accept([{ type: 'CertificateResumed', at: now, reasonId: command.reasonId }]);
    case 'Revoke':
      return accept([{ type: 'CertificateRevoked', at: now, reasonId: command.reasonId }]);
    case 'MarkRenewed':
      return certificate.renewedBy === null
        ? accept([{ type: 'CertificateRenewed', by: command.by }])
        : refuse('already-renewed', book.rules.renewal?.clause ?? null);
    case 'UnmarkRenewed':
      return accept(
        certificate.renewedBy === command.by ? [{ type: 'CertificateRenewalRevoked', by: command.by }] : [],
      );
    case 'MoveRenewal':
      return moved(command, certificate, book, world);
    case 'OpenCheck':
    case 'RecordCheck':
      return checkCompliance(command, certificate, book, world);
    case 'IssueUpgradeLicence':
      return upgrade(command, certificate, world);
    case 'RevokeUpgradeLicence':
      return takeBack(command, certificate, world);
    case 'RingTurn':
      return ringTurn(certificate, world);
  }
};

/** What a command does to a certificate: events, or a refusal with its clause. Pure: time, ids and the regulation are arguments. */
export const decideCertificate = (
  command: CertificateCommand,
  certificate: SupportCertificate | null,
  world: CertificateWorld,
): Decided => {
  const packageId = command.type === 'Issue' ? command.facts.packageId : (certificate?.packageId ?? '');
  if (!world.regulation.packages.some(({ id }) => id === packageId)) return refuse('unknown-package');
  const book = bookOf(world, packageId);
  if (book === null) return refuse('not-sold', world.regulation.certificates?.clause ?? null);
  if (command.type === 'Issue') return issue(command, book, world);
  if (certificate === null) throw new Error(`${command.type} of a certificate that was never issued`);
  if (stateAt(certificate, world.now) === 'revoked') return refuse('revoked');
  return answer(command, certificate, book, world);
};
