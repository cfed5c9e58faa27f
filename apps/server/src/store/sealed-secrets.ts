import type { DeskId } from '@reglament/desk';
import type { Queries } from './database.ts';

/** Secrets of one row, as kept. Those of a webhook or a mailbox: the first and the second, which may be missing. */
export interface KeptSecrets {
  readonly kind: 'webhook' | 'totp' | 'mailbox';
  readonly deskId: DeskId | null;
  /** Of the webhook or the person; of a mailbox, of the desk. */
  readonly id: string;
  readonly first: Buffer | null;
  readonly second: Buffer | null;
}

/** Every secret that the installation keeps sealed, or should; locked. Across desks. */
export const lockSecrets = async (q: Queries): Promise<readonly KeptSecrets[]> => {
  const webhooks = await q.query<KeptSecrets & Record<string, unknown>>(
    'secrets-webhooks',
    `select 'webhook' as kind, desk_id as "deskId", webhook_id as id, secret as first, previous_secret as second
     from webhook order by desk_id, webhook_id for update`,
    [],
  );
  const apps = await q.query<KeptSecrets & Record<string, unknown>>(
    'secrets-apps',
    `select 'totp' as kind, null::uuid as "deskId", person_id as id, secret as first, null::bytea as second
     from person_totp order by person_id for update`,
    [],
  );
  const mailboxes = await q.query<KeptSecrets & Record<string, unknown>>(
    'secrets-mailboxes',
    `select 'mailbox' as kind, desk_id as "deskId", desk_id as id, imap_secret as first, smtp_secret as second
     from desk_mailbox where imap_secret is not null or smtp_secret is not null order by desk_id for update`,
    [],
  );
  return [...webhooks, ...apps, ...mailboxes];
};

const written: Readonly<Record<KeptSecrets['kind'], string>> = {
  webhook: 'update webhook set secret = $3, previous_secret = $4 where desk_id = $1 and webhook_id = $2',
  totp: 'update person_totp set secret = $3 where person_id = $2 and $1::uuid is null and $4::bytea is null',
  mailbox: 'update desk_mailbox set imap_secret = $3, smtp_secret = $4 where desk_id = $1 and desk_id = $2',
};

/** Writes the secrets of a locked row anew. */
export const writeSecrets = async (q: Queries, row: KeptSecrets): Promise<void> => {
  await q.query(`secrets-write-${row.kind}`, written[row.kind], [row.deskId, row.id, row.first, row.second]);
};
