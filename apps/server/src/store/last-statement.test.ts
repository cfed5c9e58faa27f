import type { DeskId } from '@reglament/desk';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { newId } from '../ids.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { type Database, openDatabase, type Queries } from './database.ts';

let database: TestDatabase;
let db: Database;
const desk = newId() as DeskId;

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  db = openDatabase({ url: database.url, connections: 2, onError: () => undefined });
  await db.plain.query('test-table', 'create table step (id integer primary key)');
});

beforeEach(() => db.plain.query('test-empty', 'truncate step'));

afterAll(async () => {
  await db.close();
  await database.drop();
});

const insert = (q: Queries, id: number, last?: 'last'): Promise<unknown> =>
  q.query('test-insert', 'insert into step values ($1)', [id], last);
const steps = async (): Promise<readonly number[]> =>
  (await db.plain.query<{ id: number }>('test-steps', 'select id from step order by id')).map((r) => r.id);

it('the last statement is committed with everything before it', async () => {
  await db.inDesk(desk, async (q) => {
    await insert(q, 1);
    await insert(q, 2, 'last');
  });
  expect(await steps()).toEqual([1, 2]);
});

it('a last statement that fails undoes everything and says why', async () => {
  await insert(db.plain, 7);
  const work = db.inDesk(desk, async (q) => {
    await insert(q, 1);
    await insert(q, 7, 'last');
  });
  await expect(work).rejects.toMatchObject({ code: '23505' });
  expect(await steps()).toEqual([7]);
});

it('a statement before it that failed unheard undoes it too, and the caller hears of it', async () => {
  await insert(db.plain, 7);
  const work = db.inDesk(desk, async (q) => {
    const early = insert(q, 7).catch(() => undefined);
    await insert(q, 8, 'last');
    await early;
  });
  await expect(work).rejects.toMatchObject({ code: '25P02' });
  expect(await steps()).toEqual([7]);
});

it('a question of one statement is one round trip, and a second statement is refused', async () => {
  await insert(db.plain, 5);
  const read = (q: Queries) => q.query<{ id: number }>('test-read', 'select id from step');
  expect(await db.askDesk(desk, read)).toEqual([{ id: 5 }]);
  const twice = db.askDesk(desk, async (q) => [await read(q), await read(q)]);
  await expect(twice).rejects.toThrow('after the last statement');
});

it('nothing may follow it', async () => {
  const work = db.inDesk(desk, async (q) => {
    await insert(q, 1, 'last');
    await insert(q, 2);
  });
  await expect(work).rejects.toThrow('after the last statement');
  expect(await steps()).toEqual([1]);
});

it('the connection is fit for the next transaction after any of these', async () => {
  await insert(db.plain, 7);
  for (let n = 0; n < 5; n++) await db.inDesk(desk, (q) => insert(q, 7, 'last')).catch(() => undefined);
  await Promise.all([10, 11, 12, 13].map((id) => db.inDesk(desk, (q) => insert(q, id, 'last'))));
  expect(await steps()).toEqual([7, 10, 11, 12, 13]);
});
