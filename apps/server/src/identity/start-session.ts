import type { Pool } from 'pg';
import { addressOf, browserName, type Client } from './client-of-session.ts';
import { deleteSession, deleteStaleSessions, findSession, insertSession } from './identity-rows.ts';
import type { SignedIn, StartedSession } from './identity.ts';
import type { SessionCookie } from './session-cookie.ts';
import { newSessionToken, sessionTokenHash } from './session-token.ts';

/** The session just made, looked up as every later request will: a disabled person has none, and it is deleted. */
export const confirmSession = async (pool: Pool, tokenHash: string): Promise<SignedIn | null> => {
  const person = await findSession(pool, tokenHash);
  if (person === null) {
    await deleteSession(pool, tokenHash);
    return null;
  }
  await deleteStaleSessions(pool, person.personId);
  return person;
};

/**
 * A new session of somebody who has proven who they are; null: they may not sign in.
 *
 * @param isProven By a second factor too.
 * @param letterOf The desk whose letter proved it; null: a password or a factor did.
 */
export const startSession = async (
  { pool, cookie }: { readonly pool: Pool; readonly cookie: SessionCookie },
  personId: string,
  client: Client,
  isProven: boolean,
  letterOf: string | null = null,
): Promise<StartedSession | null> => {
  const token = newSessionToken();
  const tokenHash = sessionTokenHash(token);
  await insertSession(pool, {
    tokenHash,
    personId,
    address: addressOf(client.address),
    userAgent: browserName(client.userAgent),
    isProven,
    letterOf,
  });
  const person = await confirmSession(pool, tokenHash);
  return person === null ? null : { person, cookie: [cookie.issued(token)] };
};
