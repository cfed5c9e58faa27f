import type { Instant, LocalDate } from '@reglament/working-time';
import type { CertificateId, CompanyId, MessageId } from '../../ids.ts';
import type { MomentEvent } from '../../regulation/certificate-rules.ts';
import type { MovedRenewal } from './move-renewal.ts';
import type { UpgradeOrder } from './issue-upgrade-licence.ts';
import type { Renewal } from './renew.ts';
import type {
  CertificateFacts,
  CertificateTurn,
  SupportCertificate,
  StartCause,
  UpgradeLicence,
} from './support-certificate.ts';

/** What may be put right with a reason: everything but whose certificate it is, and which. */
export type Correction = Partial<
  Omit<CertificateFacts, 'certificateId' | 'companyId' | 'regulationVersionId' | 'zone' | 'renews'>
>;

/** What a compliance check found. */
export type CheckOutcome = 'ok' | 'breach';

/** What can be asked of a certificate. `reasonId` is a message that says why, kept apart from the journal. */
export type CertificateCommand =
  /** `renewal`: from when it runs by the rule of renewals; null: the offer's rule finds it. */
  | { readonly type: 'Issue'; readonly facts: CertificateFacts; readonly renewal: Renewal | null }
  | { readonly type: 'RecordDate'; readonly event: MomentEvent; readonly at: Instant }
  | { readonly type: 'DeclareIntent'; readonly at: Instant }
  | { readonly type: 'Correct'; readonly changes: Correction; readonly reasonId: MessageId }
  | { readonly type: 'Suspend'; readonly reasonId: MessageId }
  | { readonly type: 'Resume'; readonly reasonId: MessageId }
  | { readonly type: 'Revoke'; readonly reasonId: MessageId }
  | { readonly type: 'MarkRenewed'; readonly by: CertificateId }
  /** Its renewal was revoked: it may be renewed again. */
  | { readonly type: 'UnmarkRenewed'; readonly by: CertificateId }
  /** The end that it goes on from was put right: it begins there. */
  | ({ readonly type: 'MoveRenewal'; readonly reasonId: MessageId } & MovedRenewal)
  /** Whether the customer keeps to what it bought is looked into. */
  | { readonly type: 'OpenCheck'; readonly reasonId: MessageId }
  | { readonly type: 'RecordCheck'; readonly outcome: CheckOutcome; readonly reasonId: MessageId }
  /** Licences for a new major version, at no price. */
  | ({ readonly type: 'IssueUpgradeLicence' } & UpgradeOrder)
  /** Licences that were issued are taken back; `licence`: which, counted from 0 in the order of issue. */
  | { readonly type: 'RevokeUpgradeLicence'; readonly licence: number; readonly reasonId: MessageId }
  /** The calendar brought a turn: told once, late or not. */
  | { readonly type: 'RingTurn' };

/** The dates of a certificate as they stand after an event, so that evolving never asks a calendar. */
export interface CertificateDates {
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly startCause: StartCause | null;
  /** The day its term is counted from: that of the beginning, or the last day of what it goes on from. */
  readonly countsFrom: LocalDate | null;
  /** Loyalty serves in [loyaltyFrom, loyaltyUntil): from the end for everybody, or once the wish to renew is declared (R11). */
  readonly loyaltyFrom: Instant | null;
  readonly loyaltyUntil: Instant | null;
  /** Events of which each would begin it at once. */
  readonly beginsOn: readonly MomentEvent[];
}

/** What happened to a certificate. Bodies hold ids, never texts or people. */
export type CertificateEvent =
  /** Brought over from elsewhere as it stood, with its dates: nothing of the rules was asked. */
  | { readonly type: 'CertificateBroughtOver'; readonly certificate: SupportCertificate }
  | {
      readonly type: 'CertificateIssued';
      readonly facts: CertificateFacts;
      readonly dates: CertificateDates;
      /** Absent in those from before letters were written. */
      readonly at?: Instant;
    }
  | {
      readonly type: 'CertificateDateRecorded';
      readonly event: MomentEvent;
      readonly at: Instant;
      readonly dates: CertificateDates;
    }
  | { readonly type: 'RenewalIntended'; readonly at: Instant; readonly dates: CertificateDates }
  | {
      readonly type: 'CertificateCorrected';
      readonly changes: Correction;
      /** The same fields as they were: both stay. */
      readonly before: Correction;
      readonly dates: CertificateDates;
      readonly datesBefore: CertificateDates;
      /** Turns that stay told: one that lies ahead again will be told anew. */
      readonly told: readonly CertificateTurn[];
      readonly reasonId: MessageId;
      /** Absent in those from before letters were written. */
      readonly at?: Instant;
    }
  | { readonly type: 'ComplianceCheckOpened'; readonly at: Instant; readonly reasonId: MessageId }
  | {
      readonly type: 'ComplianceCheckRecorded';
      readonly at: Instant;
      readonly outcome: CheckOutcome;
      readonly reasonId: MessageId;
    }
  | ({ readonly type: 'UpgradeLicenceIssued' } & UpgradeLicence)
  /** Both stay on record: that they were issued, and that they were taken back. */
  | {
      readonly type: 'UpgradeLicenceRevoked';
      readonly licence: number;
      readonly version: string;
      readonly quantity: number;
      readonly at: Instant;
      readonly reasonId: MessageId;
    }
  | { readonly type: 'CertificateSuspended'; readonly at: Instant; readonly reasonId: MessageId }
  | { readonly type: 'CertificateResumed'; readonly at: Instant; readonly reasonId: MessageId }
  | { readonly type: 'CertificateRevoked'; readonly at: Instant; readonly reasonId: MessageId }
  | { readonly type: 'CertificateRenewed'; readonly by: CertificateId }
  | { readonly type: 'CertificateRenewalRevoked'; readonly by: CertificateId }
  /** The certificate before it was corrected, and its end moved: both dates are kept. */
  | {
      readonly type: 'CertificateRenewalMoved';
      readonly at: Instant;
      readonly dates: CertificateDates;
      readonly datesBefore: CertificateDates;
      /** Turns that stay told, as after a correction. */
      readonly told: readonly CertificateTurn[];
      readonly reasonId: MessageId;
    }
  /** Two records of one company were made one, or one was made two again: it belongs to the other record. */
  | { readonly type: 'CertificateMoved'; readonly companyId: CompanyId; readonly from: CompanyId }
  | {
      readonly type: 'CertificateTurned';
      readonly turn: CertificateTurn;
      /** When the calendar brought it. */
      readonly at: Instant;
      /** How long after it was told; absent: in time. */
      readonly lateMs?: number;
    };

/** What lies behind by then was written with the dates themselves. */
const written = (at: Instant | undefined): Pick<SupportCertificate, 'datesWrittenAt'> =>
  at === undefined ? {} : { datesWrittenAt: at };

/** A beginning that becomes known later was written to nobody yet. */
const recorded = (
  before: SupportCertificate,
  event: Extract<CertificateEvent, { readonly type: 'CertificateDateRecorded' }>,
): SupportCertificate => {
  const { datesWrittenAt, ...rest } = before;
  const isMoved = before.startsAt !== event.dates.startsAt;
  return {
    ...rest,
    ...(isMoved ? {} : written(datesWrittenAt)),
    ...event.dates,
    dates: { ...before.dates, [event.event]: event.at },
  };
};

export const evolveCertificate = (
  before: SupportCertificate | null,
  event: CertificateEvent,
): SupportCertificate => {
  if (event.type === 'CertificateIssued')
    return {
      ...event.facts,
      ...event.dates,
      declaredAt: null,
      renewedBy: null,
      suspendedAt: null,
      revokedAt: null,
      told: [],
      ...written(event.at),
    };
  if (event.type === 'CertificateBroughtOver') return event.certificate;
  if (before === null) throw new Error(`${event.type} of a certificate that was never issued`);
  switch (event.type) {
    case 'CertificateDateRecorded':
      return recorded(before, event);
    case 'RenewalIntended':
      return { ...before, ...event.dates, declaredAt: event.at };
    case 'CertificateCorrected':
      return { ...before, ...event.changes, ...event.dates, told: event.told, ...written(event.at) };
    case 'CertificateRenewalMoved':
      return { ...before, ...event.dates, told: event.told, ...written(event.at) };
    case 'CertificateSuspended':
      return { ...before, suspendedAt: event.at };
    case 'CertificateResumed':
      return { ...before, suspendedAt: null };
    case 'CertificateRevoked':
      return { ...before, revokedAt: event.at };
    case 'CertificateRenewed':
      return { ...before, renewedBy: event.by };
    case 'CertificateRenewalRevoked':
      return { ...before, renewedBy: null };
    case 'ComplianceCheckOpened':
      return { ...before, checkOpenedAt: event.at };
    case 'ComplianceCheckRecorded':
      return { ...before, checkOpenedAt: null };
    case 'UpgradeLicenceIssued': {
      const { type: _, ...licence } = event;
      return { ...before, upgradeLicences: [...(before.upgradeLicences ?? []), licence] };
    }
    case 'UpgradeLicenceRevoked':
      return {
        ...before,
        upgradeLicences: (before.upgradeLicences ?? []).map((one, index) =>
          index === event.licence ? { ...one, revokedAt: event.at } : one,
        ),
      };
    case 'CertificateMoved':
      return { ...before, companyId: event.companyId };
    case 'CertificateTurned':
      return { ...before, told: [...before.told, event.turn] };
  }
};
