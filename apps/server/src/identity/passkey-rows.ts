import type { Pool } from 'pg';
import { newId } from '../ids.ts';
import type { PasskeyOfPerson } from './account.ts';

const CHALLENGE_MINUTES = 5;

/** A challenge that a browser is given; it is answered once, within five minutes, for the purpose it was made for. */
export const insertChallenge = async (pool: Pool, purpose: string, challenge: string): Promise<string> => {
  const id = newId();
  await pool.query(
    `with over as (delete from person_verification where expires_at < now())
     insert into person_verification (id, identifier, value, expires_at) values ($1, $2, $3, now() + make_interval(mins => $4))`,
    [id, purpose, challenge, CHALLENGE_MINUTES],
  );
  return id;
};

/** The challenge, used up by this; null: there is none such, or its time is over. */
export const takeChallenge = async (pool: Pool, id: string, purpose: string): Promise<string | null> => {
  const { rows } = await pool.query<{ value: string; is_over: boolean }>(
    'delete from person_verification where id = $1 and identifier = $2 returning value, expires_at < now() as is_over',
    [id, purpose],
  );
  const row = rows[0];
  return row === undefined || row.is_over ? null : row.value;
};

export interface KeptPasskey {
  readonly personId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** False: that key is somebody's already. */
export const insertPasskey = async (
  pool: Pool,
  passkey: KeptPasskey & { readonly name: string },
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `insert into person_passkey (passkey_id, person_id, credential_id, public_key, counter, transports, name)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing`,
    [
      newId(),
      passkey.personId,
      passkey.credentialId,
      Buffer.from(passkey.publicKey),
      passkey.counter,
      passkey.transports,
      passkey.name,
    ],
  );
  return rowCount === 1;
};

export const findPasskey = async (pool: Pool, credentialId: string): Promise<KeptPasskey | null> => {
  const { rows } = await pool.query<{
    person_id: string;
    public_key: Buffer;
    counter: string;
    transports: string[];
  }>('select person_id, public_key, counter, transports from person_passkey where credential_id = $1', [
    credentialId,
  ]);
  const row = rows[0];
  return row === undefined
    ? null
    : {
        personId: row.person_id,
        credentialId,
        publicKey: Uint8Array.from(row.public_key),
        counter: Number(row.counter),
        transports: row.transports,
      };
};

/** The counter as the authenticator told it now; false: another use of the key told more meanwhile. */
export const usePasskey = async (pool: Pool, credentialId: string, counter: number): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'update person_passkey set counter = $2, used_at = now() where credential_id = $1 and (counter < $2 or (counter = 0 and $2 = 0))',
    [credentialId, counter],
  );
  return rowCount === 1;
};

export const passkeysOf = async (
  pool: Pool,
  personId: string,
): Promise<readonly (PasskeyOfPerson & Pick<KeptPasskey, 'credentialId' | 'transports'>)[]> => {
  const { rows } = await pool.query<{
    passkey_id: string;
    name: string;
    created_at: Date;
    used_at: Date | null;
    credential_id: string;
    transports: string[];
  }>(
    'select passkey_id, name, created_at, used_at, credential_id, transports from person_passkey where person_id = $1 order by passkey_id',
    [personId],
  );
  return rows.map((row) => ({
    passkeyId: row.passkey_id,
    name: row.name,
    createdAt: row.created_at.getTime(),
    usedAt: row.used_at?.getTime() ?? null,
    credentialId: row.credential_id,
    transports: row.transports,
  }));
};

export const deletePasskey = async (pool: Pool, personId: string, passkeyId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'delete from person_passkey where person_id = $1 and passkey_id = $2',
    [personId, passkeyId],
  );
  return rowCount === 1;
};
