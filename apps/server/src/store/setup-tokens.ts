import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** A new printed address; the ones before it open nothing any more. */
export const replaceSetupToken = async (
  q: Queries,
  token: { readonly hash: Buffer; readonly at: Instant; readonly until: Instant; readonly addsDesk: boolean },
): Promise<void> => {
  const at = toTimestamp(token.at);
  await q.query(
    'setup-token-end',
    'update setup_token set expires_at = $1 where used_at is null and expires_at > $1',
    [at],
  );
  await q.query(
    'setup-token-add',
    'insert into setup_token (token_hash, created_at, expires_at, adds_desk) values ($1, $2, $3, $4)',
    [token.hash, at, toTimestamp(token.until), token.addsDesk],
  );
};

/** Uses the address up; false: it opens nothing. */
export const spendSetupToken = async (q: Queries, hash: Buffer, at: Instant): Promise<boolean> => {
  const rows = await q.query(
    'setup-token-spend',
    `update setup_token set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
     returning token_hash`,
    [hash, toTimestamp(at)],
  );
  return rows.length > 0;
};
