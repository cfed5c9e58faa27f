import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../store/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { createNetworkLimit } from './network-limit.ts';
import { createPersonLimit } from './person-limit.ts';

let database: TestDatabase;
/** Two servers of one installation. */
let one: Database;
let other: Database;

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  const open = (): Database =>
    openDatabase({ url: database.url, connections: 4, onError: (error) => expect.fail(error.message) });
  one = open();
  other = open();
});

afterAll(async () => {
  await one.close();
  await other.close();
  await database.drop();
});

const times = async (n: number, run: () => Promise<unknown>): Promise<number> => {
  const tried = await Promise.allSettled(Array.from({ length: n }, () => run()));
  const refused = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  for (const reason of refused) expect(reason).toMatchObject({ code: 'rate-limited' });
  return n - refused.length;
};

it('thirty of a network are thirty, whichever servers they reached (R28)', async () => {
  const here = createNetworkLimit(one.plain, 'ask-letter');
  const there = createNetworkLimit(other.plain, 'ask-letter');
  const request = { ip: '198.51.100.1' };
  expect(await times(20, () => here(request))).toBe(20);
  expect(await times(20, () => there(request))).toBe(10);
  expect(await times(1, () => here(request))).toBe(0);
  expect(await times(1, () => there({ ip: '198.51.100.2' }))).toBe(1);
  expect(await times(1, () => createNetworkLimit(other.plain, 'try-link')(request))).toBe(1);
});

it('of one person so many are as many, whichever servers they reached (R28)', async () => {
  const here = createPersonLimit(one.plain, 'portal-ticket', 5);
  const there = createPersonLimit(other.plain, 'portal-ticket', 5);
  expect(await times(3, () => here('a'))).toBe(3);
  expect(await times(4, () => there('a'))).toBe(2);
  expect(await times(1, () => here('a'))).toBe(0);
  expect(await times(1, () => here('b'))).toBe(1);
});
