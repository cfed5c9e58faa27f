import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { DeskId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Opened } from '../open.ts';
import { nextAlarmAt } from '../store/alarms.ts';
import { connectAsOwner, layOutClocks, registerTemplates } from '../testing/lay-out-clocks.ts';
import { layOutLoad, openForLoad } from '../testing/lay-out-load.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { fromSource } from '../testing/start-product.ts';
import { eventually } from '../testing/start-test-server.ts';
import type { Context } from '../use-cases/context.ts';
import { LANES, ringAlarms } from './ring-alarms.ts';
import { startAlarmLoop } from './start-alarm-loop.ts';

/** What a test leaves to be closed, last first. */
const ends: (() => Promise<unknown>)[] = [];
let database: TestDatabase;
let opened: Opened;
let client: Client;

beforeEach(async () => {
  database = await createTestDatabase(inject('adminUrl'), inject('template'));
  opened = await openForLoad(database.url);
  const laidOut = await layOutLoad(opened, 1);
  await registerTemplates(opened, laidOut);
  client = await connectAsOwner(database.url);
  ends.push(
    database.drop,
    () => opened.close(),
    () => client.end(),
  );
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** Another node on the same database, with connections and a hub of its own. */
const anotherNode = async (): Promise<Opened> => {
  const node = await openForLoad(database.url);
  ends.push(() => node.close());
  return node;
};

const fail = (error: unknown): never => {
  throw error;
};

/** Rings until nothing is due. */
const ringAll = async (context: Context, onError: (error: unknown) => void = fail): Promise<void> => {
  while (await ringAlarms(context, onError));
};

interface Rung extends Record<string, unknown> {
  readonly number: number;
  readonly type: string;
  readonly at: string;
  readonly told: number;
}
/** What the journals say of alarms, with how many people were told of each. */
const rung = async (): Promise<readonly Rung[]> => {
  const { rows } = await client.query<Rung>(
    `select t.number::int, j.type, coalesce(j.body ->> 'fraction', '1') as at, (select count(*)::int from notification n
       where n.desk_id = t.desk_id and n.ticket_id = t.ticket_id and n.threshold = coalesce(j.body ->> 'fraction', '1')) as told
     from journal j join ticket t on t.desk_id = j.desk_id and t.ticket_id = j.stream_id
     where j.type in ('ClockWarned', 'ClockBreached') order by t.number, j.seq`,
  );
  return rows;
};

const countOf = async (text: string): Promise<number> => {
  const { rows } = await client.query<{ count: string }>(text);
  return Number(rows[0]?.count);
};
const dueAlarms = (): Promise<number> => countOf('select count(*) from alarm where at <= now()');
const letters = (): Promise<number> =>
  countOf("select count(*) from outbox where body ->> 'kind' in ('clock-breach', 'clock-warning')");

/** `count` deadlines that passed `agoMs` ago, `apartMs` apart, numbered from 2. */
const passed = (count: number, agoMs = 2000, apartMs = 0, warnings = false): Promise<void> =>
  layOutClocks(client, { from: 2, count, dueAt: Date.now() - agoMs, apartMs, warnings });

const once2 = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ number: i + 2, type: 'ClockBreached', at: '1', told: 1 }));

describe('alarms due at the same instant', () => {
  it.each([2, 4])('are told once each by %i nodes, and every node has its share', async (count) => {
    await passed(600);
    const nodes = [opened, ...(await Promise.all(Array.from({ length: count - 1 }, anotherNode)))];
    const shares = nodes.map(() => 0);
    await Promise.all(
      nodes.map(async ({ context }, node) => {
        const hint: Context['hint'] = ({ kind }) => {
          if (kind === 'ticket') shares[node] = (shares[node] ?? 0) + 1;
        };
        for (;;) {
          await ringAll({ ...context, hint });
          const next = await context.db.everyDesk(nextAlarmAt);
          if (next !== null && next > Date.now()) return;
        }
      }),
    );
    expect(shares.reduce((sum, share) => sum + share)).toBe(600);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(await rung()).toEqual(once2(600));
    expect(await letters()).toBe(600);
  });
});

/** Into how few ascending sequences the numbers can be parted. */
const fewestOrders = (numbers: readonly number[]): number => {
  const lasts: number[] = [];
  for (const number of numbers) {
    // The sequence whose last number is nearest below.
    const place = lasts.findIndex((last) => last < number);
    lasts[place < 0 ? lasts.length : place] = number;
  }
  return lasts.length;
};

describe('order', () => {
  it('the earliest come first, one that somebody is at is left out and rings when it is free', async () => {
    await passed(400, 600_000, 10);
    // Somebody works on the very first.
    const worker = await connectAsOwner(database.url);
    await worker.query('begin');
    await worker.query('select from ticket where number = 2 for update');
    await ringAll(opened.context);
    const { rows } = await client.query<{ number: number }>(
      'select t.number::int from notification n join ticket t using (desk_id, ticket_id) order by n.notification_id',
    );
    expect(rows).toHaveLength(399);
    // Each lane rings in order; on a busy machine one may fall behind another by any number of batches.
    expect(fewestOrders(rows.map(({ number }) => number))).toBeLessThanOrEqual(LANES);
    expect(await dueAlarms()).toBe(1);
    await worker.query('rollback');
    await worker.end();
    await ringAll(opened.context);
    expect(await rung()).toEqual(once2(400));
  });

  it('of one ticket: by due time, however many nodes ring and whatever claim a ticket’s alarms fall into', async () => {
    // Deadlines a minute ahead, so that both warnings are due; a third of the tickets has two.
    await layOutClocks(client, {
      from: 2,
      count: 300,
      dueAt: Date.now() + 60_000,
      apartMs: 0,
      warnings: true,
    });
    const nodes = [opened, await anotherNode(), await anotherNode()];
    await Promise.all(nodes.map(({ context }) => ringAll(context)));
    await ringAll(opened.context);
    const all = await rung();
    const orders = [...new Set(all.map((r) => r.number))].map((number) =>
      all
        .filter((r) => r.number === number)
        .map((r) => r.at)
        .join(' '),
    );
    expect(new Set(orders)).toEqual(new Set(['0.5 0.8', '0.8']));
    expect(orders.filter((o) => o === '0.5 0.8')).toHaveLength(100);
    expect(orders).toHaveLength(200);
    expect(await dueAlarms()).toBe(0);
  });
});

/** Stops every telling in the middle, until the lock is released: the node has claimed and written, and not committed. */
const gate = 4_711;
const shutGate = async (): Promise<() => Promise<void>> => {
  await client.query(
    `create function wait_at_gate() returns trigger language plpgsql as $$ begin perform pg_advisory_lock_shared(${gate}); perform pg_advisory_unlock_shared(${gate}); return new; end $$`,
  );
  await client.query(
    'create trigger gate before insert on notification for each row execute function wait_at_gate()',
  );
  await client.query(`select pg_advisory_lock(${gate})`);
  return async () => void (await client.query(`select pg_advisory_unlock(${gate})`));
};
const atGate = (): Promise<number> =>
  countOf(
    "select count(*) from pg_stat_activity where wait_event = 'advisory' and datname = current_database()",
  );

describe('a node that ends in the middle', () => {
  it('kill -9: what it had claimed is free at once, and rings once elsewhere', async () => {
    await passed(200);
    const openGate = await shutGate();
    const [program, ...args] = fromSource('testing/alarm-node-process.ts');
    const child = spawn(program, [...args, database.url], {
      cwd: new URL('../../../../', import.meta.url),
      stdio: 'ignore',
    });
    ends.push(async () => child.kill('SIGKILL'));
    await eventually(async () => (await atGate()) > 0, 30_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await openGate();
    await eventually(async () => (await atGate()) === 0);
    await eventually(async () => {
      await ringAll(opened.context);
      return (await dueAlarms()) === 0;
    });
    expect(await rung()).toEqual(once2(200));
    expect(await letters()).toBe(200);
  });

  it('one that hangs with its claims loses them after seconds, and what it does later counts for nothing', async () => {
    await passed(100);
    const node = await anotherNode();
    let wakeUp = (): void => undefined;
    const sleeping = new Promise<void>((resolve) => (wakeUp = resolve));
    const hanging: Context = {
      ...node.context,
      regulations: {
        ...node.context.regulations,
        ofTicket: async (desk, ticket) => {
          await sleeping;
          return node.context.regulations.ofTicket(desk, ticket);
        },
      },
    };
    const hung = ringAlarms(hanging, fail).then(
      () => 'rang',
      () => 'failed',
    );
    const begun = performance.now();
    // It holds them, and waits for nothing of the database.
    await eventually(
      async () =>
        (await countOf(
          "select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
        )) === LANES,
    );
    await ringAll(opened.context);
    expect(await rung()).toEqual([]);
    await eventually(async () => {
      await ringAll(opened.context);
      return (await dueAlarms()) === 0;
    }, 20_000);
    expect(performance.now() - begun).toBeLessThan(15_000);
    wakeUp();
    expect(await hung).toBe('failed');
    expect(await rung()).toEqual(once2(100));
  });

  it('connections cut again and again while two nodes ring: each alarm once', async () => {
    await passed(600);
    const nodes = [opened, await anotherNode()];
    const errors: unknown[] = [];
    const loops = nodes.map(({ context }) => startAlarmLoop({ context, onError: (e) => errors.push(e) }));
    const killer = await connectAsOwner(database.url);
    let cut = 0;
    const isDone = async (): Promise<boolean> =>
      (await killer.query('select from alarm where at <= now() limit 1')).rowCount === 0;
    // Without a pause: whoever looks now and then finds them between two statements.
    while (cut < 12 && !(await isDone()))
      cut +=
        (
          await killer.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%alarm%' and state <> 'idle' and pid <> pg_backend_pid()",
          )
        ).rowCount ?? 0;
    await eventually(isDone, 50_000);
    await killer.end();
    await Promise.all(loops.map((l) => l.stop()));
    expect(cut).toBeGreaterThan(0);
    expect(errors.length).toBeGreaterThan(0);
    expect(await rung()).toEqual(once2(600));
    expect(await letters()).toBe(600);
  });
});

describe('one that cannot be rung', () => {
  it('by the rules, or by the database, keeps none of the others, is told to who runs the server, and comes again', async () => {
    await passed(150);
    const { rows } = await client.query<{ ticketId: TicketId; deskId: DeskId; number: number }>(
      'select ticket_id as "ticketId", desk_id as "deskId", number::int from ticket where number in (10, 20)',
    );
    const [unruled, unwritten] = rows.toSorted((a, b) => a.number - b.number);
    if (unruled === undefined || unwritten === undefined) throw new Error('not laid out');
    // One was registered under a regulation that nobody knows; of the other the journal says more than its row.
    await client.query(
      `update ticket set body = jsonb_set(body, '{regulationVersionId}', '"00000000-0000-7000-8000-000000000000"') where number = 10`,
    );
    await client.query(
      `insert into journal (desk_id, stream_kind, stream_id, seq, at, type, body) select desk_id, 'ticket', ticket_id, version + 1, now(), 'NoteAdded', '{}' from ticket where number = 20`,
    );
    const errors: unknown[] = [];
    await ringAll(opened.context, (e) => errors.push(e));
    expect((await rung()).map((r) => r.number)).toEqual(
      once2(150)
        .map((r) => r.number)
        .filter((n) => n !== 10 && n !== 20),
    );
    expect(errors.length).toBeGreaterThanOrEqual(2);
    expect(await dueAlarms()).toBe(0);
    await client.query(
      `update ticket t set body = jsonb_set(t.body, '{regulationVersionId}', to_jsonb(t.regulation_version_id)) where number = 10`,
    );
    await client.query(
      'delete from journal j using ticket t where t.ticket_id = j.stream_id and t.number = 20 and j.seq = t.version + 1',
    );
    const later: Context = { ...opened.context, now: () => (opened.context.now() + 31_000) as Instant };
    await ringAll(later);
    expect(await rung()).toEqual(once2(150));
  });
});

describe('a node that sleeps', () => {
  it('rings at the instant, and is woken by an earlier alarm of another node', async () => {
    const LONG_MS = 3_600_000;
    const loop = startAlarmLoop({ context: opened.context, onError: fail, lookMs: LONG_MS });
    const unlisten = opened.hub.listen(({ kind }) => kind === 'ticket' && loop.wake());
    ends.push(
      async () => unlisten(),
      () => loop.stop(),
    );
    const other = await anotherNode();
    // Both hubs listen by now; the question itself names what it looks for.
    await eventually(
      async () =>
        (await countOf(
          "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (query like 'listen%' or query like '%pg_notify%')",
        )) === 2,
    );
    for (const number of [2, 3]) {
      const dueAt = Date.now() + 700;
      await layOutClocks(client, { from: number, count: 1, dueAt, apartMs: 0, warnings: false });
      other.context.hint({ deskId: other.desks[0]?.deskId as DeskId, kind: 'ticket', number });
      await eventually(async () => (await rung()).some((r) => r.number === number));
      const { rows } = await client.query<{ at: Date }>(
        'select n.at from notification n join ticket t using (desk_id, ticket_id) where t.number = $1',
        [number],
      );
      expect(rows[0]?.at.getTime()).toBeGreaterThan(dueAt);
    }
  });
});
