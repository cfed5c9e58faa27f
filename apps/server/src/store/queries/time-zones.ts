import type { Instant, TimeZoneId } from '@reglament/working-time';
import type { Queries } from '../database.ts';

/** PostgreSQL's word for a name it does not know. */
const UNKNOWN_ZONE = '22023';

const isUnknown = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === UNKNOWN_ZONE;

/**
 * What the database adds to UTC to get a zone's wall clock, in milliseconds, in the order asked. Only for comparing its
 * time-zone data with ours: nothing is counted in SQL. Nulls: it does not know the zone.
 *
 * @param q outside a transaction: asking for an unknown zone ends one.
 */
export const databaseOffsets = async (
  q: Queries,
  zone: TimeZoneId,
  instants: readonly Instant[],
): Promise<readonly (number | null)[]> => {
  try {
    const [row] = await q.query<{ offsets: readonly number[] }>(
      'time-zone-offsets',
      `select array_agg(extract(epoch from (at at time zone $1) - (at at time zone 'UTC'))::int order by ord) as offsets
       from (select to_timestamp(ms / 1000.0) as at, ord from unnest($2::bigint[]) with ordinality as asked(ms, ord)) as one`,
      [zone, instants],
    );
    return (row?.offsets ?? []).map((seconds) => seconds * 1000);
  } catch (error) {
    if (isUnknown(error)) return instants.map(() => null);
    throw error;
  }
};
