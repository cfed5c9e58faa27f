import type { Queries } from './database.ts';

/** Attempts that no longer count: a stranger's guesses must not fill the disk. */
export const forgetAttempts = async (q: Queries): Promise<void> => {
  await q.query(
    'counted-attempts-forget',
    "delete from counted_attempt where coalesce(times[cardinality(times)] < clock_timestamp() - interval '15 minutes', true)",
  );
};
