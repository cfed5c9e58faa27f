import type { PersonId } from '@reglament/desk';
import type { Queries } from './database.ts';

/** The person whose mailbox an address was shown to be, made if there is none; null: they may not sign in. */
export const personOfMailbox = async (
  q: Queries,
  person: { readonly newId: string; readonly email: string; readonly name: string },
): Promise<PersonId | null> => {
  const [row] = await q.query<{ id: PersonId; disabled: boolean }>(
    'person-of-mailbox',
    `insert into person (id, email, name, email_verified) values ($1, $2, $3, true)
     on conflict (email) do update set email_verified = true
     returning id, disabled_at is not null as disabled`,
    [person.newId, person.email, person.name],
  );
  return row === undefined || row.disabled ? null : row.id;
};
