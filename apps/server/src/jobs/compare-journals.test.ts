import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { newId } from '../ids.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';
import { compareJournals, JournalDrift, nightly } from './compare-journals.ts';

let server: TestServer;
let person: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  person = await addStaff(server.opened, 'centaur', 'engineer', 'engineer@centaur.example');
  const deskId = deskIdOf(server.opened, 'centaur');
  for (let i = 0; i < 3; i++)
    await registerByStaff(server.opened.context, {
      deskId,
      personId: person.personId,
      channel: 'phone',
      requesterEmail: null,
      requesterName: 'Анна',
      requesterPhone: '',
      companyId: null,
      subject: 'Тема',
      text: 'Текст',
      type: null,
      priority: null,
      fields: {},
      attachments: [],
      idempotency: { key: newId(), requestHash: '' },
    });
});

afterAll(() => server.stop());

const inCentaur = (text: string) =>
  server.opened.context.db.inDesk(deskIdOf(server.opened, 'centaur'), (q) =>
    q.query(`test-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text),
  );

const compare = async (): Promise<readonly unknown[]> => {
  const told: unknown[] = [];
  await compareJournals(
    server.opened.context,
    server.opened.desks.map((d) => d.deskId),
    (error) => told.push(error),
  );
  return told;
};

const columnsTold = (told: readonly unknown[]): unknown =>
  told.map((error) => (error instanceof JournalDrift ? [error.drift.number, error.drift.columns] : error));

describe('comparing journals with rows', () => {
  it('finds nothing where only commands wrote', async () => {
    expect(await compare()).toEqual([]);
  });

  it.each([
    [
      "update ticket set state = 'closed' where number = 2",
      "update ticket set state = 'new' where number = 2",
      [[2, ['state']]],
    ],
    [
      "update ticket set due_at = due_at + interval '1 ms' where number = 1",
      "update ticket set due_at = due_at - interval '1 ms' where number = 1",
      [[1, ['due_at']]],
    ],
    [
      'update ticket set version = version + 1 where number = 3',
      'update ticket set version = version - 1 where number = 3',
      [[3, ['version']]],
    ],
    [
      `update ticket set body = jsonb_set(body, '{assigneeId}', '"x"') where number = 1`,
      `update ticket set body = jsonb_set(body, '{assigneeId}', 'null') where number = 1`,
      [[1, ['body']]],
    ],
    [
      'update journal set seq = seq + 100 where seq = 1',
      'update journal set seq = seq - 100 where seq = 101',
      [
        [1, ['journal']],
        [2, ['journal']],
        [3, ['journal']],
      ],
    ],
  ])('tells of a row written past them: %s', async (plant, mend, expected) => {
    await inCentaur(plant);
    const told = await compare();
    await inCentaur(mend);
    expect(columnsTold(told)).toEqual(expected);
    const kept = await server.opened.context.db.everyDesk((q) =>
      q.query(
        'test-kept',
        "select outcome, target from audit where action = 'journal-drift' order by at desc, audit_id desc limit 1",
      ),
    );
    const [number, columns] = expected.at(-1) as [number, string[]];
    expect(kept).toEqual([
      { outcome: columns.join(' '), target: `desk ${deskIdOf(server.opened, 'centaur')} ticket ${number}` },
    ]);
    expect(await compare()).toEqual([]);
  });
});

describe('the night’s round', () => {
  it('runs once a day, and at once after the schema changed', async () => {
    const runs: number[] = [];
    let now = Date.UTC(2026, 10, 20, 17);
    const run = (): Promise<void> => {
      runs.push(now);
      return Promise.resolve();
    };
    const ordinary = nightly({ now: () => now, atOnce: false, run });
    const migrated = nightly({ now: () => now, atOnce: true, run });
    await ordinary();
    expect(runs).toHaveLength(0);
    await migrated();
    await migrated();
    expect(runs).toHaveLength(1);
    now = Date.UTC(2026, 10, 21, 0, 5);
    for (const round of [ordinary, ordinary, migrated, migrated]) await round();
    expect(runs).toHaveLength(3);
  });
});
