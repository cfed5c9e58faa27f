import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { eventually } from '../testing/start-test-server.ts';
import { openDatabase } from '../store/database.ts';
import { forgetAttempts } from '../store/counted-attempts.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { queriesOfPool } from './queries-of-pool.ts';
import { createSharedAttempts, type SharedAttempts } from './shared-attempts.ts';

let database: TestDatabase;
let pool: pg.Pool;
/** Two servers of one installation. */
let one: SharedAttempts;
let other: SharedAttempts;

const now = (): number => performance.now();

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  one = createSharedAttempts({ q: queriesOfPool(pool), of: 'sign-in', now });
  other = createSharedAttempts({ q: queriesOfPool(pool), of: 'sign-in', now });
});

beforeEach(() => pool.query('truncate counted_attempt'));

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const fail = async (server: SharedAttempts, times: number, email: string, address: string) => {
  const attempts = await Promise.all(Array.from({ length: times }, () => server.attempt(email, address)));
  return attempts.filter(({ allowed }) => allowed).length;
};

it('ten failures are ten wherever they were made, and the owner elsewhere is let in', async () => {
  const email = 'a@desk.example';
  expect(await fail(one, 6, email, '198.51.100.1')).toBe(6);
  expect(await fail(other, 6, email, '198.51.100.1')).toBe(4);
  const refused = await one.attempt(email, '198.51.100.1');
  if (refused.allowed) throw new Error('the eleventh attempt was let in');
  expect(refused.retryAfterSeconds).toBeGreaterThan(14 * 60);
  expect(refused.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  expect(await fail(other, 1, email, '198.51.100.2')).toBe(1);
  expect(await fail(other, 1, 'b@desk.example', '198.51.100.1')).toBe(1);
});

it('what is tried of another kind has a count of its own', async () => {
  const ten = createSharedAttempts({ q: queriesOfPool(pool), of: 'sign-in', now });
  const three = createSharedAttempts({ q: queriesOfPool(pool), of: 'letter', now, most: 3 });
  expect(await fail(ten, 11, 'j@desk.example', '198.51.100.1')).toBe(10);
  expect(await fail(three, 11, 'j@desk.example', '198.51.100.1')).toBe(3);
});

it('a quarter of an hour later they are forgotten', async () => {
  const email = 'c@desk.example';
  expect(await fail(one, 10, email, '198.51.100.1')).toBe(10);
  expect(await fail(other, 1, email, '198.51.100.1')).toBe(0);
  await pool.query(
    `update counted_attempt set times = array(select t - interval '15 minutes' from unnest(times) t)`,
  );
  expect(await fail(other, 1, email, '198.51.100.1')).toBe(1);
});

it('whoever gives the right password starts anew where they gave it', async () => {
  const email = 'd@desk.example';
  expect(await fail(one, 9, email, '198.51.100.1')).toBe(9);
  const right = await other.attempt(email, '198.51.100.1');
  if (!right.allowed) throw new Error('the tenth attempt was refused');
  right.succeeded();
  await eventually(async () => (await pool.query('select from counted_attempt')).rowCount === 0);
  expect(await fail(other, 11, email, '198.51.100.1')).toBe(10);
});

it('what nothing was learnt from does not count', async () => {
  const email = 'f@desk.example';
  expect(await fail(one, 9, email, '198.51.100.1')).toBe(9);
  const broken = await other.attempt(email, '198.51.100.1');
  if (!broken.allowed) throw new Error('the tenth attempt was refused');
  broken.undone();
  await eventually(
    async () => (await pool.query('select from counted_attempt where cardinality(times) = 9')).rowCount === 1,
  );
  expect(await fail(other, 2, email, '198.51.100.1')).toBe(1);
});

it('where the database is away, this server counts alone', async () => {
  const away = new pg.Pool({ connectionString: 'postgres://127.0.0.1:1/none', connectionTimeoutMillis: 200 });
  const alone = createSharedAttempts({ q: queriesOfPool(away), of: 'sign-in', now });
  expect(await fail(alone, 12, 'e@desk.example', '198.51.100.1')).toBe(10);
  await away.end();
});

it('counts of which nothing is left to count are thrown away, others kept', async () => {
  await fail(one, 3, 'g@desk.example', '198.51.100.1');
  await pool.query(
    `update counted_attempt set times = array(select t - interval '15 minutes' from unnest(times) t)`,
  );
  const undone = await one.attempt('h@desk.example', '198.51.100.1');
  if (!undone.allowed) throw new Error('the first attempt was refused');
  undone.undone();
  await eventually(
    async () => (await pool.query("select from counted_attempt where times = '{}'")).rowCount === 1,
  );
  await fail(one, 2, 'i@desk.example', '198.51.100.1');
  const db = openDatabase({ url: database.url, connections: 1, onError: () => undefined });
  await db.everyDesk(forgetAttempts);
  await db.close();
  const { rows } = await pool.query<{ n: number }>('select cardinality(times) as n from counted_attempt');
  expect(rows).toEqual([{ n: 2 }]);
});
