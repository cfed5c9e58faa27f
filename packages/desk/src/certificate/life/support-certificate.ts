import type { Instant, TimeZoneId } from '@reglament/working-time';
import type { CertificateId, CompanyId, PersonId, RegulationVersionId } from '../../ids.ts';
import type { MomentEvent, TermLength } from '../../regulation/certificate-rules.ts';
import type { ClauseId, ClockId, PackageId } from '../../regulation/regulation.ts';
import type { CertificateDates } from './commands.ts';

/** What is known of a certificate from the day it was bought; people and texts stand elsewhere. */
export interface CertificateFacts {
  readonly certificateId: CertificateId;
  /** Number of the certificate, key, act or contract that proves it. */
  readonly number: string;
  readonly companyId: CompanyId;
  readonly packageId: PackageId;
  /** The version at purchase: activation and term go by it (R43). */
  readonly regulationVersionId: RegulationVersionId;
  /** Whose wall clock its dates are of, the company's at issue, where the regulation leaves that to the customer (R37); absent: the desk's. */
  readonly zone?: TimeZoneId;
  /** null: every product of the regulation. */
  readonly products: readonly string[] | null;
  readonly installationType: string | null;
  /** Number of the version that was bought, by which releases are judged; null, absent: not known. */
  readonly productVersion?: string | null;
  /** The order of the product that it was sold with, as people name it; null, absent: not known, or it was sold alone. */
  readonly productOrder?: string | null;
  /** What it was paid by, a document with its number and date; null, absent: not known. */
  readonly payment?: string | null;
  /** Instances or licences, as the regulation counts; null: not counted. */
  readonly quantity: number | null;
  /** null: as long as what it stands on, a partner's standing. */
  readonly term: TermLength | null;
  /** A date written in the order (R16); null: none. */
  readonly namedStart: Instant | null;
  /** Events that happened, and when; a date is 00:00 local time of it. */
  readonly dates: Readonly<Partial<Record<MomentEvent, Instant>>>;
  /** Figures agreed for this certificate alone, milliseconds of the target's own measure (R3). */
  readonly figures: Readonly<Record<ClockId, number>>;
  /** Ids of paid services bought with it. */
  readonly bought: readonly string[];
  /** Roles of the regulation's named people, filled. */
  readonly people: Readonly<Record<string, PersonId>>;
  /** Visits a ticket, where the contract names a figure; null: it does not. */
  readonly visitsPerTicket: number | null;
  /** The certificate that it goes on from. */
  readonly renews: CertificateId | null;
}

/** Licences for a new major version, which cost nothing where the regulation gives them. */
export interface UpgradeLicence {
  /** Number of the version that they lead to. */
  readonly version: string;
  readonly quantity: number;
  /** Number or key of the licence; null: it has none. */
  readonly number: string | null;
  readonly price: 0;
  /** The rule that gives them. */
  readonly clause: ClauseId;
  readonly at: Instant;
  /** When they were taken back; absent: they stand. */
  readonly revokedAt?: Instant;
}

/** A certificate and what became of it. In force in [startsAt, endsAt). */
export interface SupportCertificate extends CertificateFacts, CertificateDates {
  /** When the wish to renew was declared (R11). */
  readonly declaredAt: Instant | null;
  readonly renewedBy: CertificateId | null;
  readonly suspendedAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** Since when a compliance check of it is open; null, absent: none is. */
  readonly checkOpenedAt?: Instant | null;
  /** Upgrade licences issued under it, the earliest first; absent: none. */
  readonly upgradeLicences?: readonly UpgradeLicence[];
  /** What has been told already, so that nothing is told twice. */
  readonly told: readonly CertificateTurn[];
  /**
   * When its dates were last written to the customer, at issue or by a correction: what lay behind by then is no news. Absent:
   * they were not, as of one that was brought over.
   */
  readonly datesWrittenAt?: Instant;
}

/** What began it: an event of the rule, a date of the order, or the rule of renewals. */
export type StartCause = MomentEvent | 'named-date' | 'not-after' | 'renewal';

/** So many days before the last one it is told that the end comes near. */
export type CertificateReminder = 'ends-in-90' | 'ends-in-60' | 'ends-in-30';

/** A turn of its life that happens by the calendar alone and is told once. */
export type CertificateTurn = 'began' | CertificateReminder | 'ended' | 'loyalty-ended';

export type CertificateState = 'not-begun' | 'in-force' | 'loyalty' | 'ended' | 'suspended' | 'revoked';
