import { localDateOf, type Instant, type LocalDate, type TimeZoneId } from '@reglament/working-time';
import type { CertificateRules } from '../../regulation/certificate-rules.ts';
import type { ChannelId } from '../../regulation/regulation.ts';
import { momentNames } from './certificate-words.ts';
import { refuseCrossed } from './crossed-dates.ts';
import type { CertificateBook } from './facts.ts';
import { accept, type CertificateDecision, refuse } from './refusals.ts';
import type { SupportCertificate } from './support-certificate.ts';
import { countedAfter, endOfTerm, lastDayOf } from './term.ts';

/** What is known when somebody renews. */
export interface RenewalRequest {
  /** When it was bought, or asked for. */
  readonly at: Instant;
  readonly channel: ChannelId;
  /** Licences or instances ordered; null: not counted. */
  readonly quantity: number | null;
  /** Licences active in the system; null: nobody knows. */
  readonly activated: number | null;
  /** The act that proves the purchase; null: none was named. */
  readonly act: {
    readonly number: string;
    readonly givenAt: Instant;
    readonly issuer: 'vendor' | 'partner';
    readonly namesSupport: boolean;
    /** Number of the certificate that it was used for before; null: never. */
    readonly usedFor: string | null;
  } | null;
  readonly upgradeBoughtAt: Instant | null;
  readonly upgradeInstalledAt: Instant | null;
}

export interface Renewal {
  readonly startsAt: Instant;
  readonly countsFrom: LocalDate;
  /** Whether it starts before the day it was bought: part of it is used up already. */
  readonly backDated: boolean;
}

type Renewing = NonNullable<CertificateRules['renewal']>;

const refuseAct = (rule: Renewing, request: RenewalRequest): CertificateDecision<never> | null => {
  if (rule.act === null) return null;
  const { act } = request;
  if (act === null) return refuse('act-missing', rule.clause);
  if (rule.act.issuer === 'vendor' && act.issuer === 'partner')
    return refuse('act-issuer', rule.act.issuerClause ?? rule.act.clause);
  if (rule.act.namesSupport && !act.namesSupport) return refuse('act-without-support', rule.act.clause);
  return rule.act.usedOnce && act.usedFor !== null
    ? refuse('act-used', rule.act.clause, { by: act.usedFor })
    : null;
};

/** By calendar dates, the last day included (R12). */
const isInTime = (end: Instant, rule: Renewing, at: Instant, { terms }: CertificateBook): boolean => {
  if (rule.within === null) return true;
  const last = endOfTerm(lastDayOf(end, terms.zone), rule.within, {
    ...terms,
    lastDay: 'same-number',
    dayOff: 'stays',
  });
  return at < last;
};

/** Whether what was bought at an instant came after the time for renewals: a return, and no renewal (FL-LATE). */
export const isLateReturn = (end: Instant | null, boughtAt: Instant, book: CertificateBook): boolean => {
  const rule = book.rules.renewal;
  return rule !== null && end !== null && !isInTime(end, rule, boughtAt, book);
};

const startOf = (rule: Renewing, end: Instant | null, request: RenewalRequest): Instant => {
  const given = request.act?.givenAt ?? request.at;
  switch (rule.starts) {
    case 'previous-end':
      return end ?? request.at;
    case 'number-given':
      return given;
    case 'later-of-both':
      return end === null ? given : (Math.max(end, given) as Instant);
    case 'purchase':
      return request.at;
  }
};

const NAMES = {
  begun: { ru: 'начало прежнего сертификата', en: 'the beginning of the certificate before' },
  bought: { ru: 'обновление куплено', en: 'upgrade bought' },
  installed: { ru: 'обновление установлено', en: 'upgrade installed' },
  ended: { ru: 'конец прежнего сертификата', en: 'the end of the certificate before' },
} as const;

/** Nobody renews by an act what had not begun when its number was given. */
const refuseActDate = (
  rule: Renewing,
  begun: Instant,
  { act }: RenewalRequest,
  zone: TimeZoneId,
): CertificateDecision<never> | null =>
  rule.act === null || act === null
    ? null
    : refuseCrossed(
        { name: NAMES.begun, at: begun },
        { name: momentNames['number-given'], at: act.givenAt },
        zone,
      );

/** An upgrade is installed once it is bought, and a return comes after the end: anything else is a slip of the pen. */
const refuseUpgrade = (
  end: Instant,
  { upgradeBoughtAt, upgradeInstalledAt }: RenewalRequest,
  zone: TimeZoneId,
): CertificateDecision<never> | null => {
  if (upgradeInstalledAt === null) return null;
  const installed = { name: NAMES.installed, at: upgradeInstalledAt };
  const bought =
    upgradeBoughtAt === null
      ? null
      : refuseCrossed({ name: NAMES.bought, at: upgradeBoughtAt }, installed, zone);
  return bought ?? refuseCrossed({ name: NAMES.ended, at: end }, installed, zone);
};

/** After the time for renewals: what must come first, and from when the new certificate runs (FL-LATE, R31). */
const lateStart = (
  { rules, terms }: CertificateBook,
  end: Instant,
  request: RenewalRequest,
): CertificateDecision<Instant> => {
  const late = rules.lateReturn;
  if (late === null) return accept(request.at);
  const missing = late.needs.filter(
    (need) =>
      (need === 'upgrade-bought' && request.upgradeBoughtAt === null) ||
      (need === 'upgrade-installed' && request.upgradeInstalledAt === null),
  );
  if (missing.length > 0) return refuse('late-return', late.clause, { needs: missing });
  const crossed = refuseUpgrade(end, request, terms.zone);
  if (crossed !== null) return crossed;
  if (late.starts === 'previous-end') return accept(end);
  return accept(late.starts === 'purchase' ? request.at : (request.upgradeInstalledAt ?? request.at));
};

/** Whether a certificate may be renewed so, and from when the new one runs; a refusal says what to do. */
export const judgeRenewal = (
  certificate: SupportCertificate,
  request: RenewalRequest,
  book: CertificateBook,
): CertificateDecision<Renewal> => {
  const { rules, terms } = book;
  const rule = rules.renewal;
  if (rule === null) return refuse('no-renewal', rules.clause);
  if (certificate.renewedBy !== null)
    return refuse('already-renewed', rule.clause, { by: certificate.renewedBy });
  if (certificate.startsAt === null || request.at < certificate.startsAt)
    return refuse('not-begun', rule.clause);
  if (rule.through !== null && !rule.through.includes(request.channel))
    return refuse('renewal-channel', rule.clause, { channels: rule.through });
  const badAct = refuseAct(rule, request) ?? refuseActDate(rule, certificate.startsAt, request, terms.zone);
  if (badAct !== null) return badAct;
  if (
    rule.quantity === 'activated-licences' &&
    request.activated !== null &&
    request.quantity !== request.activated
  )
    return refuse('renewal-quantity', rule.quantityClause ?? rule.clause, {
      activated: request.activated,
      ordered: request.quantity,
    });
  const end = certificate.endsAt;
  const start =
    end === null || isInTime(end, rule, request.at, book)
      ? accept(startOf(rule, end, request))
      : lateStart(book, end, request);
  if (!start.ok) return start;
  const startsAt = start.value;
  return accept({
    startsAt,
    countsFrom: startsAt === end ? countedAfter(end, terms) : localDateOf(terms.zone, startsAt),
    backDated: localDateOf(terms.zone, startsAt) < localDateOf(terms.zone, request.at),
  });
};
