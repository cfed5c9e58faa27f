import type { Queries } from './database.ts';

/**
 * After a second factor went: without any, a password that a letter set beside it is good at the desk of that letter alone. Whoever
 * reads those letters could not have come in with it before, and may not now.
 */
export const standByPasswordAlone = async (q: Queries, personId: string): Promise<void> => {
  await q.query(
    'person-password-alone',
    `with alone as (
       update person_credential c set letter_of = null from person_credential before
       where c.person_id = $1 and before.id = c.id and before.letter_of is not null
         and not exists (select from person_totp t where t.person_id = $1 and t.confirmed_at is not null)
         and not exists (select from person_passkey k where k.person_id = $1)
       returning before.letter_of
     )
     update person set good_at = array[alone.letter_of] from alone where id = $1`,
    [personId],
  );
};

/** Everything that counts as a second factor goes, and with it every session. */
export const deleteSecondFactors = async (q: Queries, personId: string): Promise<void> => {
  await q.query('person-factors-app', 'delete from person_totp where person_id = $1', [personId]);
  await q.query('person-factors-keys', 'delete from person_passkey where person_id = $1', [personId]);
  await q.query('person-factors-codes', 'delete from person_recovery_code where person_id = $1', [personId]);
  await q.query('person-factors-sessions', 'delete from person_session where person_id = $1', [personId]);
  await standByPasswordAlone(q, personId);
};

/** Whether what somebody proves themselves with is good at this desk. */
export const standsAt = async (q: Queries, personId: string, deskId: string): Promise<boolean> => {
  const rows = await q.query(
    'person-stands-at',
    'select from person where id = $1 and (good_at is null or $2::uuid = any(good_at))',
    [personId, deskId],
  );
  return rows.length === 1;
};
