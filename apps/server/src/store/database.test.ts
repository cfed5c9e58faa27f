import type { DeskId } from '@reglament/desk';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from '../ids.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { type Database, NotCommitted, openDatabase, type Queries, toTimestamp } from './database.ts';

let database: TestDatabase;
let db: Database;
const errors: Error[] = [];
const desk = newId() as DeskId;

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  db = openDatabase({ url: database.url, connections: 8, onError: (error) => errors.push(error) });
  await db.plain.query(
    'test-table',
    'create table thing (id integer primary key, value integer not null, at timestamptz)',
  );
  await db.plain.query('test-rows', 'insert into thing values (1, 0), (2, 0)');
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const add = (q: Queries, id: number): Promise<unknown> =>
  q.query('test-add', 'update thing set value = value + 1 where id = $1', [id]);
const valueOf = async (id: number): Promise<number> =>
  (await db.plain.query<{ value: number }>('test-value', 'select value from thing where id = $1', [id]))[0]
    ?.value ?? -1;

describe('a transaction', () => {
  it('whose statement failed and was swallowed is not reported as done', async () => {
    const before = await valueOf(1);
    const work = db.inDesk(desk, async (q) => {
      await add(q, 1);
      await q.query('test-fail', 'insert into thing values (1, 0)').catch(() => undefined);
      return 'done';
    });
    await expect(work).rejects.toThrow(NotCommitted);
    expect(await valueOf(1)).toBe(before);
  });

  it('that throws keeps nothing', async () => {
    const before = await valueOf(1);
    await expect(
      db.inDesk(desk, async (q) => {
        await add(q, 1);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await valueOf(1)).toBe(before);
  });

  it('that deadlocks with another is tried again: both are done', async () => {
    const before = [await valueOf(1), await valueOf(2)];
    let tries = 0;
    let meet: () => void = () => undefined;
    const bothHold = new Promise<void>((resolve) => {
      meet = resolve;
    });
    let holding = 0;
    const cross = (first: number, second: number) =>
      db.inDesk(desk, async (q) => {
        tries += 1;
        await add(q, first);
        holding += 1;
        if (holding === 2) meet();
        await bothHold;
        await add(q, second);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(tries).toBeGreaterThan(2);
    expect([await valueOf(1), await valueOf(2)]).toEqual(before.map((v) => v + 2));
  });

  it('whose connection is ended fails, and the next one has another connection', async () => {
    const work = db.inDesk(desk, async (q) => {
      await q.query('test-end', 'select pg_terminate_backend(pg_backend_pid())');
      await add(q, 1);
    });
    await expect(work).rejects.toThrow(/terminat/);
    expect(
      await db.inDesk(
        desk,
        async (q) => (await q.query<{ one: number }>('test-one', 'select 1 as one'))[0]?.one,
      ),
    ).toBe(1);
  });

  it('knows only desks by their UUID: nothing else gets into its opening', () => {
    for (const odd of ['', "'; drop table thing; --", desk.toUpperCase()])
      expect(() => db.inDesk(odd as DeskId, async () => undefined)).toThrow(/UUID/);
  });
});

describe('a value', () => {
  it('of eight bytes is a number, or an error when it would lose its value', async () => {
    const read = async (text: string): Promise<unknown> =>
      (await db.plain.query<{ n: number }>('test-int8', 'select $1::bigint as n', [text]))[0]?.n;
    for (const n of [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])
      expect(await read(String(n))).toBe(n);
    for (const text of ['9007199254740992', '-9223372036854775808'])
      await expect(read(text)).rejects.toThrow(/does not fit/);
    expect(await valueOf(1)).toBeTypeOf('number');
  });

  it('of time comes back to the millisecond', async () => {
    const instants = fc.oneof(
      fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(9999, 11, 31) }),
      fc.integer({ min: 0, max: 999 }).map((ms) => Date.UTC(2026, 2, 29, 1) + ms),
    );
    await fc.assert(
      fc.asyncProperty(instants, async (at) => {
        const [row] = await db.plain.query<{ at: number }>('test-time', 'select $1::timestamptz as at', [
          toTimestamp(at),
        ]);
        expect(row?.at).toBe(at);
      }),
      { numRuns: 300 },
    );
  });
});

it('an idle connection that breaks is told, not thrown', async () => {
  await Promise.all([1, 2, 3].map(() => db.plain.query('test-warm', 'select pg_sleep(0.05)')));
  const before = errors.length;
  await db.plain.query(
    'test-kill',
    `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(errors.length).toBeGreaterThan(before);
  expect(await valueOf(2)).toBeTypeOf('number');
});
