import {
  type CertificateEvent,
  type CertificateId,
  certificateNoticesOf,
  type CompanyId,
  type DeskId,
  type PersonId,
  type SupportCertificate,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { certificateRow } from './certificate-row.ts';
import { type Queries, toTimestamp } from './database.ts';
import { TIME_ZONE_DATA_SQL } from './time-zone-data.ts';

/** One command's outcome: the row, the journal and the letters that it owes in one statement. */
export interface CertificateWrite {
  readonly deskId: DeskId;
  readonly certificate: SupportCertificate;
  readonly events: readonly CertificateEvent[];
  readonly at: Instant;
  readonly actorId: PersonId | null;
  readonly newId: () => string;
}

/** Rows of the outbox: the key makes the same letter of the same event impossible to owe twice. */
const owedRows = (w: CertificateWrite, version: number): readonly Record<string, unknown>[] =>
  w.events.flatMap((event, index) =>
    certificateNoticesOf(event, w.certificate, w.events.slice(index + 1)).map((notice) => ({
      outbox_id: w.newId(),
      key: `${w.certificate.certificateId}:${version + index + 1}:${notice.kind}`,
      body: notice,
    })),
  );

const outboxRows = `insert into outbox (desk_id, outbox_id, certificate_id, key, body, created_at, next_at)
  select $1::uuid, o.outbox_id, $2::uuid, o.key, o.body, $10::timestamptz, $10::timestamptz
  from jsonb_to_recordset($14::jsonb) as o(outbox_id uuid, key text, body jsonb)`;

const journalRows = `insert into journal (desk_id, stream_kind, stream_id, seq, at, actor_id, time_zone_data, type, version, body)
  select $1::uuid, 'certificate', $2::uuid, $9::int + e.ord::int, $10::timestamptz, $11::uuid, ${TIME_ZONE_DATA_SQL}, e.value ->> 'type', 1, e.value - 'type'
  from jsonb_array_elements($12::jsonb) with ordinality as e(value, ord)`;

const valuesOf = (w: CertificateWrite, version: number): readonly unknown[] => {
  const row = certificateRow(w.certificate);
  return [
    w.deskId,
    w.certificate.certificateId,
    row.company_id,
    row.number,
    row.package_id,
    row.starts_at,
    row.ends_at,
    JSON.stringify(row.body),
    version,
    toTimestamp(w.at),
    w.actorId,
    JSON.stringify(w.events),
    row.next_turn_at,
    JSON.stringify(owedRows(w, version)),
  ];
};

/** Whoever begins support by a key waits for whoever began with it a moment ago, however either typed it. */
export const lockKey = async (q: Queries, deskId: DeskId, foldedKey: string): Promise<void> => {
  await q.query('certificate-key-lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `key ${deskId} ${foldedKey}`,
  ]);
};

/** Thrown when the desk has a certificate of this number already; one that was revoked has left it. */
export class CertificateNumberTaken extends Error {}

/** Whether a statement broke on another certificate's number. */
export const isNumberTaken = (error: unknown): boolean =>
  error instanceof CertificateNumberTaken ||
  (error instanceof Error && 'constraint' in error && error.constraint === 'certificate_number');

/** A new certificate with its journal. */
export const insertCertificate = async (q: Queries, w: CertificateWrite): Promise<void> => {
  const [row] = await q.query<{ certificate_id: string }>(
    'certificate-issue',
    `with journal_rows as (${journalRows}), certificate_row as (
     insert into certificate (desk_id, certificate_id, company_id, number, package_id, starts_at, ends_at, body, version, next_turn_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz, $7::timestamptz, $8::jsonb, jsonb_array_length($12::jsonb), $13::timestamptz)
     on conflict (desk_id, number) where body ->> 'revokedAt' is null do nothing
     returning certificate_id
     ), outbox_rows as (${outboxRows} where exists (select from certificate_row))
     select certificate_id from certificate_row`,
    valuesOf(w, 0),
  );
  if (row === undefined) throw new CertificateNumberTaken(w.certificate.number);
};

/** What a command did to a locked certificate; `version` is the one that was read under the lock. Returns the new one. */
export const updateCertificate = async (
  q: Queries,
  w: CertificateWrite & { readonly version: number },
): Promise<number> => {
  await q.query(
    'certificate-update',
    `with journal_rows as (${journalRows}), outbox_rows as (${outboxRows})
     update certificate set company_id = $3::uuid, number = $4, package_id = $5, starts_at = $6::timestamptz, ends_at = $7::timestamptz,
       body = $8::jsonb, version = $9::int + jsonb_array_length($12::jsonb), next_turn_at = $13::timestamptz
     where desk_id = $1::uuid and certificate_id = $2::uuid`,
    valuesOf(w, w.version),
  );
  return w.version + w.events.length;
};

export interface LockedCertificate {
  readonly deskId: DeskId;
  readonly certificate: SupportCertificate;
  readonly version: number;
}

/** Locks a certificate for a command; null when the desk has no such certificate. */
export const lockCertificate = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<LockedCertificate | null> => {
  const [row] = await q.query<{ body: SupportCertificate; version: number }>(
    'certificate-lock',
    'select body, version from certificate where desk_id = $1 and certificate_id = $2 for update',
    [deskId, certificateId],
  );
  return row === undefined ? null : { deskId, certificate: row.body, version: row.version };
};

/** A certificate whose turn has come. */
export interface TurningCertificate {
  readonly deskId: DeskId;
  readonly certificateId: CertificateId;
  readonly turnsAt: Instant;
}

/** Certificates whose turn has come, the earliest first; `after`: those that come after this one in that order. */
export const turningCertificates = async (
  q: Queries,
  now: Instant,
  most: number,
  after: TurningCertificate | null = null,
): Promise<readonly TurningCertificate[]> =>
  (
    await q.query<{ desk_id: DeskId; certificate_id: CertificateId; next_turn_at: Instant }>(
      'certificates-turning',
      `select desk_id, certificate_id, next_turn_at from certificate
       where next_turn_at <= $1 and ($3::timestamptz is null or (next_turn_at, certificate_id) > ($3::timestamptz, $4::uuid))
       order by next_turn_at, certificate_id limit $2`,
      [
        toTimestamp(now),
        most,
        after === null ? null : toTimestamp(after.turnsAt),
        after?.certificateId ?? null,
      ],
    )
  ).map((row) => ({ deskId: row.desk_id, certificateId: row.certificate_id, turnsAt: row.next_turn_at }));

/** What a company holds and held, the latest first. */
export const certificatesOfCompany = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<readonly { readonly certificate: SupportCertificate; readonly version: number }[]> =>
  (
    await q.query<{ body: SupportCertificate; version: number }>(
      'certificates-of-company',
      `select body, version from certificate where desk_id = $1 and company_id = $2
       order by starts_at desc nulls first, certificate_id limit 1000`,
      [deskId, companyId],
    )
  ).map(({ body, version }) => ({ certificate: body, version }));
