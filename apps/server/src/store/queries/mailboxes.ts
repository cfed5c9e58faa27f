import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

/** Where letters come from, as kept: the secret is sealed. */
export interface KeptImap {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly secret: Buffer;
  readonly folder: string;
}

/** Where letters go to, as kept. */
export interface KeptSmtp {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** null: the server wants no sign-in. */
  readonly login: { readonly user: string; readonly secret: Buffer } | null;
}

export interface KeptMailbox {
  readonly deskId: DeskId;
  readonly version: number;
  readonly imap: KeptImap | null;
  readonly smtp: KeptSmtp | null;
  readonly trustedAuthserv: string | null;
}

interface Row {
  readonly desk_id: DeskId;
  readonly version: number;
  readonly imap_host: string | null;
  readonly imap_port: number;
  readonly imap_secure: boolean;
  readonly imap_user: string;
  readonly imap_secret: Buffer;
  readonly imap_folder: string;
  readonly smtp_host: string | null;
  readonly smtp_port: number;
  readonly smtp_secure: boolean;
  readonly smtp_user: string | null;
  readonly smtp_secret: Buffer | null;
  readonly trusted_authserv: string | null;
}

const columns = `desk_id, version, imap_host, imap_port, imap_secure, imap_user, imap_secret, imap_folder,
  smtp_host, smtp_port, smtp_secure, smtp_user, smtp_secret, trusted_authserv`;

const mailboxOf = (r: Row): KeptMailbox => ({
  deskId: r.desk_id,
  version: r.version,
  imap:
    r.imap_host === null
      ? null
      : {
          host: r.imap_host,
          port: r.imap_port,
          secure: r.imap_secure,
          user: r.imap_user,
          secret: r.imap_secret,
          folder: r.imap_folder,
        },
  smtp:
    r.smtp_host === null
      ? null
      : {
          host: r.smtp_host,
          port: r.smtp_port,
          secure: r.smtp_secure,
          login:
            r.smtp_user === null || r.smtp_secret === null
              ? null
              : { user: r.smtp_user, secret: r.smtp_secret },
        },
  trustedAuthserv: r.trusted_authserv,
});

/** The mailbox of a desk as its administrator set it; null: nobody has. */
export const keptMailbox = async (q: Queries, deskId: DeskId): Promise<KeptMailbox | null> => {
  const [row] = await q.query<Row & Record<string, unknown>>(
    'mailbox-of-desk',
    `select ${columns} from desk_mailbox where desk_id = $1`,
    [deskId],
  );
  return row === undefined ? null : mailboxOf(row);
};

/** Those of all desks. */
export const keptMailboxes = async (q: Queries): Promise<readonly KeptMailbox[]> =>
  (
    await q.query<Row & Record<string, unknown>>(
      'mailboxes-all',
      `select ${columns} from desk_mailbox order by desk_id`,
    )
  ).map(mailboxOf);

export interface MailboxState {
  readonly direction: 'in' | 'out';
  readonly connected: boolean;
  readonly changedAt: Instant;
  readonly workedAt: Instant | null;
  readonly failure: string | null;
  readonly failedAt: Instant | null;
}

/** How the connections of a desk go. */
export const mailboxStates = async (q: Queries, deskId: DeskId): Promise<readonly MailboxState[]> =>
  q.query<MailboxState & Record<string, unknown>>(
    'mailbox-states',
    `select direction, connected, changed_at as "changedAt", worked_at as "workedAt", failure, failed_at as "failedAt"
     from desk_mailbox_state where desk_id = $1`,
    [deskId],
  );

/** When the last letter came in through a mailbox or by hand; null: none has. */
export const lastLetterAt = async (
  q: Queries,
  deskId: DeskId,
  direction: 'in' | 'out',
): Promise<Instant | null> => {
  const [row] = await q.query<{ at: Instant }>(
    'mailbox-last-letter',
    'select at from letter where desk_id = $1 and direction = $2 order by at desc, letter_id desc limit 1',
    [deskId, direction],
  );
  return row?.at ?? null;
};

/** The address of sales of a desk; null: none is set. */
export const salesAddressOf = async (q: Queries, deskId: DeskId): Promise<string | null> => {
  const [row] = await q.query<{ sales_address: string | null }>(
    'mailbox-sales-address',
    'select sales_address from desk where desk_id = $1',
    [deskId],
  );
  return row?.sales_address ?? null;
};
