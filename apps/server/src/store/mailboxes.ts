import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import type { KeptMailbox } from './queries/mailboxes.ts';

/** Writes the mailbox of a desk anew; its version goes on by one. */
export const keepMailbox = async (
  q: Queries,
  { deskId, version, imap, smtp, trustedAuthserv }: KeptMailbox,
  at: Instant,
): Promise<void> => {
  await q.query(
    'mailbox-keep',
    `insert into desk_mailbox (desk_id, version, imap_host, imap_port, imap_secure, imap_user, imap_secret, imap_folder,
       smtp_host, smtp_port, smtp_secure, smtp_user, smtp_secret, trusted_authserv, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (desk_id) do update set version = excluded.version, imap_host = excluded.imap_host,
       imap_port = excluded.imap_port, imap_secure = excluded.imap_secure, imap_user = excluded.imap_user,
       imap_secret = excluded.imap_secret, imap_folder = excluded.imap_folder, smtp_host = excluded.smtp_host,
       smtp_port = excluded.smtp_port, smtp_secure = excluded.smtp_secure, smtp_user = excluded.smtp_user,
       smtp_secret = excluded.smtp_secret, trusted_authserv = excluded.trusted_authserv, changed_at = excluded.changed_at`,
    [
      deskId,
      version,
      imap?.host ?? null,
      imap?.port ?? null,
      imap?.secure ?? null,
      imap?.user ?? null,
      imap?.secret ?? null,
      imap?.folder ?? null,
      smtp?.host ?? null,
      smtp?.port ?? null,
      smtp?.secure ?? null,
      smtp?.login?.user ?? null,
      smtp?.login?.secret ?? null,
      trustedAuthserv,
      toTimestamp(at),
    ],
  );
};

/** Until the transaction's end nobody else changes the mailbox of this desk. */
export const lockDesk = async (q: Queries, deskId: DeskId): Promise<void> => {
  await q.query('desk-lock', 'select from desk where desk_id = $1 for update', [deskId]);
};

/** Whether another desk goes by this address already, as its own or for sales. */
export const isAddressTaken = async (q: Queries, deskId: DeskId, address: string): Promise<boolean> => {
  const rows = await q.query(
    'desk-address-taken',
    'select from desk where desk_id <> $1 and (mail_address = $2 or sales_address = $2)',
    [deskId, address],
  );
  return rows.length > 0;
};

interface SeenState {
  readonly deskId: DeskId;
  readonly direction: 'in' | 'out';
  readonly connected: boolean;
  /** What went wrong; null: it works, or was ended on purpose. */
  readonly failure: string | null;
  readonly at: Instant;
}

/** Keeps how the connection goes: the last failure stays beside it until there is another. */
export const keepMailboxState = async (q: Queries, s: SeenState): Promise<void> => {
  await q.query(
    'mailbox-state-keep',
    `insert into desk_mailbox_state as kept (desk_id, direction, connected, changed_at, worked_at, failure, failed_at)
     values ($1, $2, $3, $4, case when $3 then $4::timestamptz end, $5, case when $5::text is not null then $4::timestamptz end)
     on conflict (desk_id, direction) do update set connected = excluded.connected,
       changed_at = case when kept.connected = excluded.connected then kept.changed_at else excluded.changed_at end,
       worked_at = coalesce(excluded.worked_at, kept.worked_at),
       failure = coalesce(excluded.failure, kept.failure), failed_at = coalesce(excluded.failed_at, kept.failed_at)`,
    [s.deskId, s.direction, s.connected, toTimestamp(s.at), s.failure?.slice(0, 500) ?? null],
  );
};

/** Another mailbox: what was seen of the one before says nothing of it. */
export const forgetMailboxStates = async (q: Queries, deskId: DeskId): Promise<void> => {
  await q.query('mailbox-state-forget', 'delete from desk_mailbox_state where desk_id = $1', [deskId]);
};
