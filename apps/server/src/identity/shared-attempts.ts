import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type Attempt, createFailedSignIns, MAX_FAILURES } from './failed-sign-ins.ts';
import { networkOf } from './network-of.ts';

export interface SharedAttempts {
  /** As of `FailedSignIns`, with what the other servers counted. */
  readonly attempt: (email: string, address: string) => Promise<Attempt>;
}

/** One statement: attempts at once wait for each other at the row. */
const counting = `insert into sign_in_attempt as a (key, times) values ($1, array[clock_timestamp()])
  on conflict (key) do update set (times, refused) = (
    select case when cardinality(r.times) >= $2 then r.times else r.times || clock_timestamp() end, cardinality(r.times) >= $2
    from (select array(select t from unnest(a.times) t where t > clock_timestamp() - interval '15 minutes' order by t) as times) r)
  returning refused, ceil(extract(epoch from times[1] + interval '15 minutes' - clock_timestamp()))::int as "waitSeconds"`;

const uncounting = `update sign_in_attempt set times = times[:cardinality(times) - 1] where key = $1`;

const forgetting = 'delete from sign_in_attempt where key = $1';

/**
 * Counts failures per e-mail and client network for every server of the installation together: at most 10 in any 15 minutes. Where the
 * database can't be asked, the count of this process stands alone; it stands first in any case, so that a flood here is not one there.
 *
 * @param options.now Milliseconds, any origin, not stepping back.
 */
export const createSharedAttempts = (options: {
  readonly pool: Pool;
  readonly now: () => number;
}): SharedAttempts => {
  const { pool } = options;
  const here = createFailedSignIns({ now: options.now });
  const attempt = async (email: string, address: string): Promise<Attempt> => {
    const near = here.attempt(email, address);
    if (!near.allowed) return near;
    const key = createHash('sha256')
      .update(`${email}\0${networkOf(address)}`)
      .digest();
    const counted = await pool
      .query<{ readonly refused: boolean; readonly waitSeconds: number }>(counting, [key, MAX_FAILURES])
      .then(
        ({ rows }) => rows[0],
        () => undefined,
      );
    if (counted?.refused === true) {
      near.undone();
      return { allowed: false, retryAfterSeconds: Math.max(1, counted.waitSeconds) };
    }
    /** Nobody waits for it: a count that stays is one failure too many for a quarter of an hour. */
    const tell = (statement: string): void => {
      if (counted !== undefined) pool.query(statement, [key]).catch(() => undefined);
    };
    return {
      allowed: true,
      succeeded: () => {
        near.succeeded();
        tell(forgetting);
      },
      undone: () => {
        near.undone();
        tell(uncounting);
      },
    };
  };
  return { attempt };
};
