import {
  localDateOf,
  toInstant,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import type { MomentEvent } from '../../regulation/certificate-rules.ts';
import type { Correction } from './commands.ts';
import type { CertificateFacts } from './support-certificate.ts';

type Dates = Readonly<Partial<Record<MomentEvent, LocalDate | null>>>;

/** A certificate as it stands in an order: dates are those of the wall calendar that it goes by. */
export interface CertificateDraft extends Pick<
  CertificateFacts,
  | 'number'
  | 'packageId'
  | 'products'
  | 'installationType'
  | 'productVersion'
  | 'productOrder'
  | 'payment'
  | 'quantity'
  | 'term'
  | 'figures'
  | 'bought'
  | 'visitsPerTicket'
> {
  readonly namedStart: LocalDate | null;
  readonly dates: Readonly<Partial<Record<MomentEvent, LocalDate>>>;
  /** Roles of the regulation's named people, filled; absent: nobody is named. */
  readonly people?: CertificateFacts['people'];
}

/** What is put right: only what changes is named; a date that is null is taken away. */
export type CorrectionDraft = Partial<Omit<CertificateDraft, 'dates'>> & { readonly dates?: Dates };

/** 00:00 of a date on a wall clock. */
export const midnight = (date: LocalDate, zone: TimeZoneId): Instant => toInstant(zone, date, 0);

/** The present moment for today, else 00:00 of the date: what is bought today is bought now. */
export const momentOfDate = (date: LocalDate, zone: TimeZoneId, now: Instant): Instant =>
  date === localDateOf(zone, now) ? now : midnight(date, zone);

const entriesOf = <T>(
  dates: Readonly<Partial<Record<MomentEvent, T>>>,
): readonly (readonly [MomentEvent, T])[] => Object.entries(dates) as readonly (readonly [MomentEvent, T])[];

/** The facts of an order, by the ids that the desk gives it. */
export const factsOf = (
  { namedStart, dates, people = {}, ...rest }: CertificateDraft,
  ids: Pick<CertificateFacts, 'certificateId' | 'companyId' | 'regulationVersionId' | 'zone' | 'renews'>,
  zone: TimeZoneId,
): CertificateFacts => ({
  ...rest,
  ...ids,
  namedStart: namedStart === null ? null : midnight(namedStart, zone),
  dates: Object.fromEntries(entriesOf(dates).map(([event, date]) => [event, midnight(date, zone)])),
  people,
});

const correctedDates = (
  before: CertificateFacts['dates'],
  dates: Dates,
  zone: TimeZoneId,
): CertificateFacts['dates'] => {
  const kept = entriesOf(before).filter(([event]) => dates[event] === undefined);
  const named = entriesOf(dates).flatMap(([event, date]) =>
    date === null || date === undefined ? [] : [[event, midnight(date, zone)] as const],
  );
  return Object.fromEntries([...kept, ...named]);
};

/** A correction as the certificate understands it: dates that it does not name stay to the instant. */
export const correctionOf = (
  { namedStart, dates, ...rest }: CorrectionDraft,
  before: CertificateFacts,
  zone: TimeZoneId,
): Correction => ({
  ...rest,
  ...(namedStart === undefined
    ? {}
    : { namedStart: namedStart === null ? null : midnight(namedStart, zone) }),
  ...(dates === undefined ? {} : { dates: correctedDates(before.dates, dates, zone) }),
});
