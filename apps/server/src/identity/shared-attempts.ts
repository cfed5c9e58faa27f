import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { Queries } from '../store/database.ts';
import { type Attempt, createFailedSignIns, MAX_FAILURES } from './failed-sign-ins.ts';
import { networkOf } from './network-of.ts';

export interface SharedAttempts {
  /** As of `FailedSignIns`, with what the other servers counted. */
  readonly attempt: (who: string, address: string) => Promise<Attempt>;
}

export interface SharedAttemptsOptions {
  /** Of the database that all servers share; each statement in a transaction of its own. */
  readonly q: Queries;
  /** What is counted: counts of different things never meet. */
  readonly of: string;
  /** Milliseconds, any origin, not stepping back. */
  readonly now: () => number;
  /** How many in a quarter of an hour; 10 unless said. */
  readonly most?: number;
}

interface Counted extends QueryResultRow {
  readonly refused: boolean;
  readonly waitSeconds: number;
}

/** One statement: attempts at once wait for each other at the row. */
const counting = `insert into counted_attempt as a (key, times) values ($1, array[clock_timestamp()])
  on conflict (key) do update set (times, refused) = (
    select case when cardinality(r.times) >= $2 then r.times else r.times || clock_timestamp() end, cardinality(r.times) >= $2
    from (select array(select t from unnest(a.times) t where t > clock_timestamp() - interval '15 minutes' order by t) as times) r)
  returning refused, ceil(extract(epoch from times[1] + interval '15 minutes' - clock_timestamp()))::int as "waitSeconds"`;

const uncounting = `update counted_attempt set times = times[:cardinality(times) - 1] where key = $1`;

const forgetting = 'delete from counted_attempt where key = $1';

/**
 * Counts attempts of one kind per somebody and client network for every server of the installation together. Where the database can't
 * be asked, the count of this process stands alone; it stands first in any case, so that a flood here is not one there.
 */
export const createSharedAttempts = (options: SharedAttemptsOptions): SharedAttempts => {
  const { q, of, now, most = MAX_FAILURES } = options;
  const here = createFailedSignIns({ now, maxFailures: most });
  const attempt = async (who: string, address: string): Promise<Attempt> => {
    const near = here.attempt(who, address);
    if (!near.allowed) return near;
    const key = createHash('sha256')
      .update(`${of}\0${who}\0${networkOf(address)}`)
      .digest();
    const counted = await q.query<Counted>('attempt-count', counting, [key, most]).then(
      ([row]) => row,
      () => undefined,
    );
    if (counted?.refused === true) {
      near.undone();
      return { allowed: false, retryAfterSeconds: Math.max(1, counted.waitSeconds) };
    }
    /** Nobody waits for it: a count that stays is one failure too many for a quarter of an hour. */
    const tell = (name: string, statement: string): void => {
      if (counted !== undefined) q.query(name, statement, [key]).catch(() => undefined);
    };
    return {
      allowed: true,
      succeeded: () => {
        near.succeeded();
        tell('attempt-forget', forgetting);
      },
      undone: () => {
        near.undone();
        tell('attempt-undo', uncounting);
      },
    };
  };
  return { attempt };
};
