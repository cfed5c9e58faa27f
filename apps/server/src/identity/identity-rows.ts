import type { Pool } from 'pg';
import { newId } from '../ids.ts';
import type { Queries } from '../store/database.ts';
import type { SessionOfPerson, SignedIn } from './identity.ts';

const UNIQUE_VIOLATION = '23505';
const MAX_SESSIONS_OF_A_PERSON = 20;

/** The person of a live session, found by one index; null for an ended one and for a disabled person. */
export const findSession = async (pool: Pool, tokenHash: string): Promise<SignedIn | null> => {
  const { rows } = await pool.query<{
    session_id: string;
    person_id: string;
    name: string;
    email: string;
    language: SignedIn['language'];
    second_factor: SignedIn['secondFactor'];
    by_letter_of: string | null;
    good_at: readonly string[] | null;
    due_for_renewal: boolean;
  }>({
    name: 'identity-find-session',
    text: `select s.id as session_id, p.id as person_id, p.name, p.email, p.language,
                  s.desk_id as by_letter_of, case when s.desk_id is null then p.good_at else array[s.desk_id] end as good_at,
                  case when s.second_factor_at is not null then 'given'
                       -- A factor that stands for other desks only was set by whoever has the letters of those.
                       when s.desk_id is not null and not s.desk_id = any(p.good_at) then 'none'
                       when exists (select 1 from person_totp t where t.person_id = p.id and t.confirmed_at is not null)
                         or exists (select 1 from person_passkey k where k.person_id = p.id) then 'owed'
                       else 'none' end as second_factor,
                  s.updated_at < now() - interval '10 minutes' or s.expires_at < now() + interval '29 days' as due_for_renewal
             from person_session s join person p on p.id = s.person_id
            where s.token_hash = $1 and s.expires_at > now() and p.disabled_at is null`,
    values: [tokenHash],
  });
  const row = rows[0];
  if (row === undefined) return null;
  if (row.due_for_renewal) await renewSession(pool, row.session_id);
  return {
    personId: row.person_id,
    name: row.name,
    email: row.email,
    language: row.language,
    sessionId: row.session_id,
    secondFactor: row.second_factor,
    byLetterOf: row.by_letter_of,
    goodAt: row.good_at,
  };
};

/** Thirty days from now; written every ten minutes at most, so that the list of sessions says when each was last used. */
const renewSession = async (pool: Pool, sessionId: string): Promise<void> => {
  await pool.query(
    `update person_session set expires_at = now() + interval '30 days', updated_at = now() where id = $1`,
    [sessionId],
  );
};

/** Thirty days from now. Nothing is made for somebody who is not there or disabled. */
export const insertSession = async (
  pool: Pool,
  session: {
    readonly tokenHash: string;
    readonly personId: string;
    readonly address: string | null;
    readonly userAgent: string;
    /** The second factor was given. */
    readonly isProven: boolean;
    /** The desk whose letter began it; null: none did. */
    readonly letterOf: string | null;
  },
): Promise<void> => {
  const { personId, tokenHash, address, userAgent, isProven, letterOf } = session;
  await pool.query(
    `insert into person_session (id, person_id, token_hash, expires_at, ip_address, user_agent, second_factor_at, desk_id)
     select $1, id, $3, now() + interval '30 days', $4, $5, case when $6 then now() end, $7 from person where id = $2 and disabled_at is null`,
    [newId(), personId, tokenHash, address, userAgent, isProven, letterOf],
  );
};

export const deleteSession = async (pool: Pool, tokenHash: string): Promise<void> => {
  await pool.query('delete from person_session where token_hash = $1', [tokenHash]);
};

/** Expired sessions go, and the oldest of a person who has more than twenty. */
export const deleteStaleSessions = async (pool: Pool, personId: string): Promise<void> => {
  await pool.query(
    `delete from person_session
      where person_id = $1
        and (expires_at <= now()
             or id in (select id from person_session where person_id = $1 order by id desc offset $2))`,
    [personId, MAX_SESSIONS_OF_A_PERSON],
  );
};

/** The person with a password, made by whoever runs the installation and vouches for the address; null when it is taken. */
export const insertPerson = async (
  pool: Pool,
  person: { readonly email: string; readonly name: string; readonly passwordHash: string },
): Promise<string | null> => {
  const personId = newId();
  try {
    await pool.query(
      `with new_person as (
         insert into person (id, email, name, email_verified) values ($1, $2, $3, true) returning id
       )
       insert into person_credential (id, person_id, provider_id, account_id, password_hash)
       select $4, id, 'credential', id::text, $5 from new_person`,
      [personId, person.email, person.name, newId(), person.passwordHash],
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return null;
    throw error;
  }
  return personId;
};

/** Whose word a new password is: the owner's, the operator's, or that of whoever reads a desk's letters. */
export type PasswordBy = 'owner' | 'operator' | { readonly letterOf: string };

/** @returns false when there is no such person. */
export const replacePassword = async (
  q: Queries,
  personId: string,
  passwordHash: string,
  by: PasswordBy,
): Promise<boolean> => {
  const rows = await q.query(
    'person-password-set',
    `with found as (
       update person p set good_at = case
           when $4 = 'operator' then null
           -- A factor that stands beside it lets nobody in with the password alone.
           when $4 = 'owner' or exists (select from person_totp t where t.person_id = p.id and t.confirmed_at is not null)
             or exists (select from person_passkey k where k.person_id = p.id) then good_at
           else array[$5::uuid] end
       where id = $1
       returning id, case when exists (select from person_totp t where t.person_id = p.id and t.confirmed_at is not null)
             or exists (select from person_passkey k where k.person_id = p.id) then $5::uuid end as letter_of
     ), ended as (
       delete from person_session where person_id = $1
     )
     insert into person_credential (id, person_id, provider_id, account_id, password_hash, letter_of)
     select $2, id, 'credential', id::text, $3, letter_of from found
     on conflict (provider_id, account_id)
     do update set password_hash = excluded.password_hash, updated_at = now(),
       -- Whoever changes it knows the one that is there, also when a letter set that.
       letter_of = case when $4 = 'owner' then person_credential.letter_of else excluded.letter_of end
     returning person_id`,
    [
      personId,
      newId(),
      passwordHash,
      typeof by === 'string' ? by : 'letter',
      typeof by === 'string' ? null : by.letterOf,
    ],
  );
  return rows.length === 1;
};

/** The factors of a person, and the password beside them, are good at this desk too, as they may be everywhere already. */
export const addGoodAt = async (pool: Pool, personId: string, deskId: string): Promise<void> => {
  await pool.query(
    'update person set good_at = array_append(good_at, $2::uuid) where id = $1 and not $2::uuid = any(good_at)',
    [personId, deskId],
  );
};

/**
 * The password of a person who has no second factor is good at this desk too. Of one who has, whoever reads another desk's letters
 * may have set it up, and the password alone takes it nowhere.
 *
 * @returns whether it was not before, and is now.
 */
export const addPasswordGoodAt = async (pool: Pool, personId: string, deskId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `update person set good_at = array_append(good_at, $2::uuid) where id = $1 and not $2::uuid = any(good_at)
       and not exists (select from person_totp t where t.person_id = $1 and t.confirmed_at is not null)
       and not exists (select from person_passkey k where k.person_id = $1)`,
    [personId, deskId],
  );
  return rowCount === 1;
};

/** Somebody who had neither password nor factor sets the first by a letter of this desk. */
export const setGoodAt = async (pool: Pool, personId: string, deskId: string): Promise<void> => {
  await pool.query('update person set good_at = array[$2::uuid] where id = $1', [personId, deskId]);
};

/** Whether the person has anything to prove themselves with beside their mailbox. */
export const hasCredentials = async (pool: Pool, personId: string): Promise<boolean> => {
  const { rows } = await pool.query<{ has: boolean }>(
    `select exists (select from person_credential where person_id = $1 and password_hash is not null)
         or exists (select from person_totp where person_id = $1 and confirmed_at is not null)
         or exists (select from person_passkey where person_id = $1) as has`,
    [personId],
  );
  return rows[0]?.has === true;
};

/** @returns false when there is no such person. */
export const disable = async (pool: Pool, personId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `with ended as (
       delete from person_session where person_id = $1
     )
     update person set disabled_at = coalesce(disabled_at, now()), updated_at = now() where id = $1`,
    [personId],
  );
  return rowCount === 1;
};

/**
 * @param except A session that stays; null: none does.
 * @param letterOf only those that letters of this desk began; null: all.
 */
export const deleteSessions = async (
  pool: Pool,
  personId: string,
  except: string | null,
  letterOf: string | null = null,
): Promise<void> => {
  await pool.query(
    `delete from person_session where person_id = $1 and id is distinct from $2::uuid and ($3::uuid is null or desk_id = $3)`,
    [personId, except, letterOf],
  );
};

/**
 * @param letterOf only one that a letter of this desk began; null: any.
 * @returns false when the person has no such session.
 */
export const deleteSessionOf = async (
  pool: Pool,
  personId: string,
  sessionId: string,
  letterOf: string | null = null,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'delete from person_session where person_id = $1 and id = $2 and ($3::uuid is null or desk_id = $3)',
    [personId, sessionId, letterOf],
  );
  return rowCount === 1;
};

/**
 * Live sessions of a person, the one used last first; times in milliseconds since 1970.
 *
 * @param letterOf only those that letters of this desk began; null: all.
 */
export const sessionsOf = async (
  pool: Pool,
  personId: string,
  letterOf: string | null,
): Promise<readonly SessionOfPerson[]> => {
  const { rows } = await pool.query<{
    id: string;
    created_at: Date;
    updated_at: Date;
    ip_address: string | null;
    user_agent: string | null;
  }>(
    `select id, created_at, updated_at, ip_address, user_agent from person_session
      where person_id = $1 and expires_at > now() and ($3::uuid is null or desk_id = $3) order by updated_at desc, id desc limit $2`,
    [personId, MAX_SESSIONS_OF_A_PERSON, letterOf],
  );
  return rows.map((row) => ({
    sessionId: row.id,
    startedAt: row.created_at.getTime(),
    usedAt: row.updated_at.getTime(),
    address: row.ip_address,
    userAgent: row.user_agent ?? '',
  }));
};

/** Hash of a person's password; null: they have none. */
export const passwordHashOf = async (pool: Pool, personId: string): Promise<string | null> => {
  const { rows } = await pool.query<{ password_hash: string | null }>(
    `select password_hash from person_credential where person_id = $1 and provider_id = 'credential'`,
    [personId],
  );
  return rows[0]?.password_hash ?? null;
};

/** What somebody says about themselves. */
export const describePerson = async (
  pool: Pool,
  personId: string,
  said: { readonly name: string; readonly language: SignedIn['language'] },
): Promise<void> => {
  await pool.query('update person set name = $2, language = $3, updated_at = now() where id = $1', [
    personId,
    said.name,
    said.language,
  ]);
};
