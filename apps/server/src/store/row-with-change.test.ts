import type { DeskId } from '@reglament/desk';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { newId } from '../ids.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { type Database, openDatabase, type Queries } from './database.ts';
import { canWrite, withRowOfChange } from './row-with-change.ts';

let database: TestDatabase;
let db: Database;
const desk = newId() as DeskId;
const otherDesk = newId() as DeskId;

beforeAll(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  db = openDatabase({ url: database.url, connections: 4, onError: () => undefined });
  for (const [name, statement] of [
    ['thing', 'create table thing (id integer primary key, value integer not null)'],
    ['row', 'create table told (what text not null check (what <> $$unwritable$$))'],
    [
      'refuse',
      'create function refuse_four() returns trigger language plpgsql as $$ begin if new.id = 4 then raise exception $m$four$m$; end if; return null; end $$',
    ],
    [
      'late',
      'create constraint trigger at_commit after insert on thing deferrable initially deferred for each row execute function refuse_four()',
    ],
  ] as const)
    await db.plain.query(`test-${name}`, statement);
});

beforeEach(async () => {
  await db.plain.query('test-empty', 'truncate thing, told');
  await db.plain.query('test-rows', 'insert into thing values (1, 0), (2, 0)');
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const tell =
  (what: string) =>
  async (q: Queries): Promise<void> => {
    await q.query('test-tell', 'insert into told values ($1)', [what]);
  };
const put = (q: Queries, id: number, last?: 'last'): Promise<unknown> =>
  q.query('test-put', 'insert into thing values ($1, 0)', [id], last);
const bump = (q: Queries, id: number): Promise<unknown> =>
  q.query('test-bump', 'update thing set value = value + 1 where id = $1', [id]);

const kept = async (): Promise<readonly [readonly number[], readonly string[]]> => [
  (await db.plain.query<{ id: number }>('test-things', 'select id from thing order by id')).map((r) => r.id),
  (await db.plain.query<{ what: string }>('test-told', 'select what from told order by what')).map(
    (r) => r.what,
  ),
];

describe('a change and the row about it', () => {
  it('are both kept', async () => {
    const done = await withRowOfChange(desk, tell('done'), () => db.inDesk(desk, (q) => put(q, 3)));
    expect(done.isWritten).toBe(true);
    expect(await kept()).toEqual([[1, 2, 3], ['done']]);
  });

  it('are both kept when the change is a last statement, which otherwise takes the commit along', async () => {
    await withRowOfChange(desk, tell('done'), () => db.inDesk(desk, (q) => put(q, 3, 'last')));
    expect(await kept()).toEqual([[1, 2, 3], ['done']]);
  });

  it('are both lost when the row can’t be written', async () => {
    const work = withRowOfChange(desk, tell('unwritable'), () => db.inDesk(desk, (q) => put(q, 3)));
    await expect(work).rejects.toMatchObject({ code: '23514' });
    expect(await kept()).toEqual([[1, 2], []]);
  });

  it('are both lost when the change fails, in its work or at its commit', async () => {
    const broken = withRowOfChange(desk, tell('done'), () =>
      db.inDesk(desk, async (q) => {
        await put(q, 3);
        throw new Error('no');
      }),
    );
    await expect(broken).rejects.toThrow('no');
    const late = withRowOfChange(desk, tell('done'), () => db.inDesk(desk, (q) => put(q, 4)));
    await expect(late).rejects.toThrow('four');
    expect(await kept()).toEqual([[1, 2], []]);
  });

  it('go with the transaction that is kept after one that was not', async () => {
    const done = await withRowOfChange(desk, tell('done'), async () => {
      await expect(db.inDesk(desk, (q) => put(q, 4))).rejects.toThrow('four');
      await db.inDesk(desk, (q) => put(q, 5));
    });
    expect(done.isWritten).toBe(true);
    expect(await kept()).toEqual([[1, 2, 5], ['done']]);
  });

  it('are written once by two transactions that deadlock and are tried again', async () => {
    let holding = 0;
    let meet: () => void = () => undefined;
    const bothHold = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const cross = (first: number, second: number, what: string) =>
      withRowOfChange(desk, tell(what), () =>
        db.inDesk(desk, async (q) => {
          await bump(q, first);
          holding += 1;
          if (holding === 2) meet();
          await bothHold;
          await bump(q, second);
        }),
      );
    await Promise.all([cross(1, 2, 'one'), cross(2, 1, 'two')]);
    expect(holding).toBeGreaterThan(2);
    expect((await kept())[1]).toEqual(['one', 'two']);
  });
});

describe('the row is written', () => {
  it('once by a request of several transactions, also of two at a time', async () => {
    await withRowOfChange(desk, tell('done'), async () => {
      await Promise.all([3, 5].map((id) => db.inDesk(desk, (q) => put(q, id))));
      await db.inDesk(desk, (q) => put(q, 6));
    });
    expect(await kept()).toEqual([[1, 2, 3, 5, 6], ['done']]);
  });

  it('neither by what reads, locks or finds nothing to change, nor by other desks, nor without a desk', async () => {
    const { isWritten } = await withRowOfChange(desk, tell('done'), async () => {
      await db.askDesk(desk, (q) => q.query('test-read', 'select id from thing'));
      await db.inDesk(desk, (q) =>
        q.query('test-lock', 'select id from thing t where id = 1 for update of t'),
      );
      await db.inDesk(desk, (q) => bump(q, 99));
      await db.inDesk(otherDesk, (q) => put(q, 3));
      await db.everyDesk((q) => put(q, 5));
    });
    expect(isWritten).toBe(false);
    expect(await kept()).toEqual([[1, 2, 3, 5], []]);
  });

  it('by no work that goes on after the request', async () => {
    let goOn: () => void = () => undefined;
    const later = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { value } = await withRowOfChange(desk, tell('done'), async () => ({
      after: later.then(() => db.inDesk(desk, (q) => put(q, 3))),
    }));
    goOn();
    await value.after;
    expect(await kept()).toEqual([[1, 2, 3], []]);
  });
});

it('statements that change rows are told from those that lock them', () => {
  for (const statement of [
    'insert into thing values (1)',
    'with x as (\n delete  from thing where id = 1 returning id) select * from x',
    'UPDATE thing SET value = 1',
    'update thing t\n set value = 1',
    'update thing as t set value = 1',
    'merge into thing using x on true when matched then delete',
  ])
    expect([statement, canWrite(statement)]).toEqual([statement, true]);
  for (const statement of [
    'select id from thing for update',
    'select id from thing t for update of t',
    'select id from thing for no key update skip locked',
    'select updated_set from inserted_into',
  ])
    expect([statement, canWrite(statement)]).toEqual([statement, false]);
});
