import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from './database.ts';

/**
 * How far an address was shown to be somebody's: by a letter that only its mailbox gets; by one, setting the password anew; not at
 * all, since whoever invites may read the invitation too.
 */
export type MailboxProof = 'link' | 'reset' | 'none';

/** Their password and factors are good at this desk too, as they may be everywhere already. */
export const addGoodAt = async (q: Queries, personId: PersonId, deskId: DeskId): Promise<void> => {
  await q.query(
    'person-good-at',
    'update person set good_at = array_append(good_at, $2::uuid) where id = $1 and not $2::uuid = any(good_at)',
    [personId, deskId],
  );
};

export interface PersonOfMailbox {
  readonly personId: PersonId;
  /** The address was shown to be theirs, and nothing lets anybody in that was set before. */
  readonly isProven: boolean;
  /** Nobody had the address before. */
  readonly isNew: boolean;
}

/**
 * The person behind an address, made if there is none; null: they may not sign in. Somebody who was never shown to have the mailbox
 * may have a password or a second factor of whoever took an invitation in their place: with those they stay unproven.
 */
export const personOfMailbox = async (
  q: Queries,
  person: {
    readonly newId: string;
    readonly email: string;
    readonly name: string;
    readonly proof: MailboxProof;
  },
): Promise<PersonOfMailbox | null> => {
  const [row] = await q.query<{ id: PersonId; disabled: boolean; proven: boolean }>(
    'person-of-mailbox',
    `insert into person (id, email, name, email_verified) values ($1, $2, $3, $4::text <> 'none')
     on conflict (email) do update set email_verified = person.email_verified or ($4::text <> 'none'
       and ($4::text = 'reset' or not exists (select from person_credential c where c.person_id = person.id and c.password_hash is not null))
       and not exists (select from person_totp t where t.person_id = person.id and t.confirmed_at is not null)
       and not exists (select from person_passkey k where k.person_id = person.id))
     returning id, disabled_at is not null as disabled, email_verified as proven`,
    [person.newId, person.email, person.name, person.proof],
  );
  return row === undefined || row.disabled
    ? null
    : { personId: row.id, isProven: row.proven, isNew: row.id === person.newId };
};
