import type { Pool, QueryResultRow } from 'pg';
import type { Queries } from '../store/database.ts';

/** What the store's statements are asked by, on a pool of our own; each is a transaction of its own. */
export const queriesOfPool = (pool: Pool): Queries => ({
  query: async <Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []) =>
    (await pool.query<Row>({ name, text, values: [...values] })).rows,
});
