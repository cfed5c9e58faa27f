import type { CertificateId, CertificateNotice, ContactId, DeskId, Notice, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** What a letter that is owed is about, and what it shall tell. */
export type Owed =
  | { readonly about: 'ticket'; readonly ticketId: TicketId; readonly notice: Notice }
  | {
      readonly about: 'certificate';
      readonly certificateId: CertificateId;
      readonly notice: CertificateNotice;
    }
  | { readonly about: 'inquiry'; readonly inquiryId: string; readonly notice: unknown }
  /** A link that somebody asked for on a page without an account. */
  | { readonly about: 'contact'; readonly contactId: ContactId; readonly notice: unknown }
  /** What somebody of the staff was told in the page. */
  | { readonly about: 'notification'; readonly notificationId: string; readonly notice: unknown }
  /** A link that lets somebody in, whoever they are. */
  | { readonly about: 'way-in'; readonly wayInId: string; readonly notice: unknown };

export interface OutboxItem {
  readonly deskId: DeskId;
  readonly outboxId: string;
  readonly owed: Owed;
  readonly createdAt: Instant;
  readonly attempts: number;
}

/** An item about one of the things that letters are about. */
export type ItemAbout<A extends Owed['about']> = OutboxItem & {
  readonly owed: Extract<Owed, { readonly about: A }>;
};

interface Row {
  readonly desk_id: DeskId;
  readonly outbox_id: string;
  readonly ticket_id: TicketId | null;
  readonly certificate_id: CertificateId | null;
  readonly inquiry_id: string | null;
  readonly contact_id: ContactId | null;
  readonly way_in_id: string | null;
  readonly notification_id: string | null;
  readonly body: unknown;
  readonly created_at: Instant;
  readonly attempts: number;
}

const owedOf = (row: Row): Owed => {
  const { body: notice } = row;
  if (row.ticket_id !== null) return { about: 'ticket', ticketId: row.ticket_id, notice: notice as Notice };
  if (row.certificate_id !== null)
    return {
      about: 'certificate',
      certificateId: row.certificate_id,
      notice: notice as CertificateNotice,
    };
  if (row.inquiry_id !== null) return { about: 'inquiry', inquiryId: row.inquiry_id, notice };
  if (row.contact_id !== null) return { about: 'contact', contactId: row.contact_id, notice };
  if (row.way_in_id !== null) return { about: 'way-in', wayInId: row.way_in_id, notice };
  if (row.notification_id !== null)
    return { about: 'notification', notificationId: row.notification_id, notice };
  throw new Error(`letter ${row.outbox_id} is about nothing`);
};

/** What is due to be told, oldest first, taken for `leaseMs`. A worker that dies leaves it to the next after the lease. */
export const claimOutbox = async (
  q: Queries,
  now: Instant,
  leaseMs: number,
  limit: number,
): Promise<readonly OutboxItem[]> => {
  const rows = await q.query<Row>(
    'outbox-claim',
    `update outbox o set lease_until = $2, attempts = attempts + 1
     from (select desk_id, outbox_id from outbox where dead_at is null and next_at <= $1 and (lease_until is null or lease_until < $1)
           order by next_at limit $3 for update skip locked) w
     where o.desk_id = w.desk_id and o.outbox_id = w.outbox_id
     returning o.desk_id, o.outbox_id, o.ticket_id, o.certificate_id, o.inquiry_id, o.contact_id, o.way_in_id, o.notification_id, o.body, o.created_at, o.attempts`,
    [toTimestamp(now), toTimestamp(now + leaseMs), limit],
  );
  return rows
    .map((r) => ({
      deskId: r.desk_id,
      outboxId: r.outbox_id,
      owed: owedOf(r),
      createdAt: r.created_at,
      attempts: r.attempts,
    }))
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.outboxId < b.outboxId ? -1 : 1));
};

/** Holds an item for longer; false when it is told, or somebody else took it after the lease. */
export const holdOutbox = async (
  q: Queries,
  item: OutboxItem,
  now: Instant,
  leaseMs: number,
): Promise<boolean> => {
  const rows = await q.query(
    'outbox-hold',
    'update outbox set lease_until = $4 where desk_id = $1 and outbox_id = $2 and attempts = $3 and dead_at is null returning outbox_id',
    [item.deskId, item.outboxId, item.attempts, toTimestamp(now + leaseMs)],
  );
  return rows.length > 0;
};

/** Told: the letter row is the record that stays. */
export const finishOutbox = async (q: Queries, deskId: DeskId, outboxId: string): Promise<void> => {
  await q.query('outbox-finish', 'delete from outbox where desk_id = $1 and outbox_id = $2', [
    deskId,
    outboxId,
  ]);
};

/** Did not go: tried again at `nextAt`, or given up when null. */
export const postponeOutbox = async (
  q: Queries,
  item: {
    readonly deskId: DeskId;
    readonly outboxId: string;
    readonly now: Instant;
    readonly nextAt: Instant | null;
    readonly error: string;
  },
): Promise<void> => {
  await q.query(
    'outbox-postpone',
    `update outbox set lease_until = null, next_at = coalesce($4::timestamptz, next_at), dead_at = case when $4::timestamptz is null then $3::timestamptz end, last_error = $5
     where desk_id = $1 and outbox_id = $2`,
    [
      item.deskId,
      item.outboxId,
      toTimestamp(item.now),
      item.nextAt === null ? null : toTimestamp(item.nextAt),
      item.error.slice(0, 1000),
    ],
  );
};

/** A letter that was given up is owed again; false when there is none such. The copies of an alarm for staff, and those for the contacts of a company, are owed together. */
export const reviveOutbox = async (
  q: Queries,
  deskId: DeskId,
  letterId: string,
  now: Instant,
): Promise<boolean> => {
  const rows = await q.query(
    'outbox-revive',
    `update outbox o set dead_at = null, attempts = 0, next_at = $3
     where o.desk_id = $1 and o.dead_at is not null and (o.outbox_id = $2 or (o.body ->> 'to' = 'staff' and o.ticket_id =
       (select l.ticket_id from letter l where l.desk_id = $1 and l.letter_id = $2 and l.direction = 'out' and l.outcome = 'failed'))
       or o.certificate_id = (select l.certificate_id from letter l where l.desk_id = $1 and l.letter_id = $2 and l.direction = 'out' and l.outcome = 'failed'))
     returning o.outbox_id`,
    [deskId, letterId, toTimestamp(now)],
  );
  return rows.length > 0;
};
