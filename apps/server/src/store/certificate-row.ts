import { nextTurn, type SupportCertificate } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { toTimestamp } from './database.ts';

/** The columns of `certificate` that follow from the decider's state. */
export const certificateColumns = [
  'company_id',
  'number',
  'package_id',
  'starts_at',
  'ends_at',
  'next_turn_at',
  'body',
] as const;

export type CertificateColumn = (typeof certificateColumns)[number];

const stamp = (at: Instant | null): string | null => (at === null ? null : toTimestamp(at));

/** A certificate's state as its row holds it; instants of columns as PostgreSQL reads them. */
export const certificateRow = (
  certificate: SupportCertificate,
): Readonly<Record<Exclude<CertificateColumn, 'body'>, string | null>> & {
  readonly body: SupportCertificate;
} => ({
  company_id: certificate.companyId,
  number: certificate.number,
  package_id: certificate.packageId,
  starts_at: stamp(certificate.startsAt),
  ends_at: stamp(certificate.endsAt),
  next_turn_at: stamp(nextTurn(certificate)?.at ?? null),
  body: certificate,
});
