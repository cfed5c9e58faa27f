import type { Pool } from 'pg';

/** The sealed secret of the person's app; `confirmed`: a code from it was typed once. Null: there is none. */
export const findTotp = async (
  pool: Pool,
  personId: string,
): Promise<{ readonly secret: Buffer; readonly isConfirmed: boolean } | null> => {
  const { rows } = await pool.query<{ secret: Buffer; is_confirmed: boolean }>(
    'select secret, confirmed_at is not null as is_confirmed from person_totp where person_id = $1',
    [personId],
  );
  const row = rows[0];
  return row === undefined ? null : { secret: row.secret, isConfirmed: row.is_confirmed };
};

/** Keeps a sealed secret that is not confirmed yet, in place of an earlier one that was not either; false: one is confirmed. */
export const offerTotp = async (pool: Pool, personId: string, secret: Buffer): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `insert into person_totp (person_id, secret) values ($1, $2)
     on conflict (person_id) do update set secret = excluded.secret, last_step = 0, created_at = now()
     where person_totp.confirmed_at is null`,
    [personId, secret],
  );
  return rowCount === 1;
};

/** Uses the code of a step; false: that one or a later one was used before, so this is somebody looking over a shoulder. */
export const useTotpStep = async (pool: Pool, personId: string, step: number): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `update person_totp set last_step = $2, confirmed_at = coalesce(confirmed_at, now()) where person_id = $1 and last_step < $2`,
    [personId, step],
  );
  return rowCount === 1;
};

export const deleteTotp = async (pool: Pool, personId: string): Promise<void> => {
  await pool.query('delete from person_totp where person_id = $1', [personId]);
};

/** In place of all earlier ones. */
export const replaceRecoveryCodes = async (
  pool: Pool,
  personId: string,
  hashes: readonly Buffer[],
): Promise<void> => {
  // One statement: nobody is left with half of the codes.
  await pool.query(
    `with gone as (delete from person_recovery_code where person_id = $1 and not code_hash = any($2::bytea[]))
     insert into person_recovery_code (person_id, code_hash) select $1, unnest($2::bytea[]) on conflict do nothing`,
    [personId, hashes],
  );
};

/** False: there is no such code, or it was used. */
export const useRecoveryCode = async (pool: Pool, personId: string, hash: Buffer): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'update person_recovery_code set used_at = now() where person_id = $1 and code_hash = $2 and used_at is null',
    [personId, hash],
  );
  return rowCount === 1;
};

export const countRecoveryCodes = async (pool: Pool, personId: string): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from person_recovery_code where person_id = $1 and used_at is null',
    [personId],
  );
  return rows[0]?.n ?? 0;
};

export const deleteRecoveryCodes = async (pool: Pool, personId: string): Promise<void> => {
  await pool.query('delete from person_recovery_code where person_id = $1', [personId]);
};
