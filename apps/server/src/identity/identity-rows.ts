import type { Pool } from 'pg';
import { newId } from '../ids.ts';
import type { SessionOfPerson, SignedIn } from './identity.ts';

const UNIQUE_VIOLATION = '23505';
const MAX_SESSIONS_OF_A_PERSON = 20;

/** The person of a live session, found by one index; null for an ended one and for a disabled person. */
export const findSession = async (pool: Pool, token: string): Promise<SignedIn | null> => {
  const { rows } = await pool.query<{
    session_id: string;
    person_id: string;
    name: string;
    email: string;
    language: SignedIn['language'];
    second_factor: SignedIn['secondFactor'];
    due_for_renewal: boolean;
  }>({
    name: 'identity-find-session',
    text: `select s.id as session_id, p.id as person_id, p.name, p.email, p.language,
                  case when s.second_factor_at is not null then 'given'
                       when exists (select 1 from person_totp t where t.person_id = p.id and t.confirmed_at is not null)
                         or exists (select 1 from person_passkey k where k.person_id = p.id) then 'owed'
                       else 'none' end as second_factor,
                  s.updated_at < now() - interval '10 minutes' or s.expires_at < now() + interval '29 days' as due_for_renewal
             from person_session s join person p on p.id = s.person_id
            where s.token = $1 and s.expires_at > now() and p.disabled_at is null`,
    values: [token],
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
    readonly token: string;
    readonly personId: string;
    readonly address: string | null;
    readonly userAgent: string;
    /** The second factor was given. */
    readonly isProven: boolean;
  },
): Promise<void> => {
  await pool.query(
    `insert into person_session (id, person_id, token, expires_at, ip_address, user_agent, second_factor_at)
     select $1, id, $3, now() + interval '30 days', $4, $5, case when $6 then now() end from person where id = $2 and disabled_at is null`,
    [newId(), session.personId, session.token, session.address, session.userAgent, session.isProven],
  );
};

export const deleteSession = async (pool: Pool, token: string): Promise<void> => {
  await pool.query('delete from person_session where token = $1', [token]);
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

/** @returns false when there is no such person. */
export const replacePassword = async (
  pool: Pool,
  personId: string,
  passwordHash: string,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `with found as (
       select id from person where id = $1
     ), ended as (
       delete from person_session where person_id = $1
     )
     insert into person_credential (id, person_id, provider_id, account_id, password_hash)
     select $2, id, 'credential', id::text, $3 from found
     on conflict (provider_id, account_id)
     do update set password_hash = excluded.password_hash, updated_at = now()`,
    [personId, newId(), passwordHash],
  );
  return rowCount === 1;
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

/** @param except A session that stays; null: none does. */
export const deleteSessions = async (pool: Pool, personId: string, except: string | null): Promise<void> => {
  await pool.query('delete from person_session where person_id = $1 and id is distinct from $2::uuid', [
    personId,
    except,
  ]);
};

/** @returns false when the person has no such session. */
export const deleteSessionOf = async (pool: Pool, personId: string, sessionId: string): Promise<boolean> => {
  const { rowCount } = await pool.query('delete from person_session where person_id = $1 and id = $2', [
    personId,
    sessionId,
  ]);
  return rowCount === 1;
};

/** Live sessions of a person, the one used last first; times in milliseconds since 1970. */
export const sessionsOf = async (pool: Pool, personId: string): Promise<readonly SessionOfPerson[]> => {
  const { rows } = await pool.query<{
    id: string;
    created_at: Date;
    updated_at: Date;
    ip_address: string | null;
    user_agent: string | null;
  }>(
    `select id, created_at, updated_at, ip_address, user_agent from person_session
      where person_id = $1 and expires_at > now() order by updated_at desc, id desc limit $2`,
    [personId, MAX_SESSIONS_OF_A_PERSON],
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
