import { exportTables } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { insertCompany } from '../store/desks.ts';
import { exportColumns, exportPage, type ExportRow } from '../store/queries/export.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { type Planted, plantDesk } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { deskIdOf } from '../testing/test-desk.ts';
import { readTable } from '../text/read-table.ts';
import type { CompanyId } from '@reglament/desk';

let server: TestServer;
let centaur: Planted;
let optima: Planted;

/** Where companies stand, what they are to the vendor, and one ticket that caused another. */
const plantMore = ({ slug, canary, companyId }: Planted): Promise<unknown> =>
  server.opened.context.db.inDesk(deskIdOf(server.opened, slug), async (q) => {
    const deskId = deskIdOf(server.opened, slug);
    await q.query(
      'plant-site',
      'insert into company_site (desk_id, site_id, company_id, name, zone) values ($1, $2, $3, $4, $5)',
      [deskId, newId(), companyId, `Площадка ${canary}`, 'Asia/Omsk'],
    );
    await q.query(
      'plant-standing',
      'insert into company_standing (desk_id, standing_id, company_id, role, from_date) values ($1, $2, $3, $4, $5)',
      [deskId, newId(), companyId, 'partner', '2025-01-01'],
    );
    await q.query(
      'plant-link',
      `insert into ticket_link (desk_id, ticket_id, other_id, relation, at, put_by)
       select t.desk_id, t.ticket_id, o.ticket_id, 'caused-by', now(), s.person_id
       from ticket t join ticket o on o.desk_id = t.desk_id and o.number = 2
         join (select desk_id, person_id from staff where desk_id = $1 limit 1) s on s.desk_id = t.desk_id
       where t.desk_id = $1 and t.number = 1`,
      [deskId],
    );
  });

beforeAll(async () => {
  server = await startTestServer();
  centaur = await plantDesk(server, 'centaur', 'canaryofcentaur');
  optima = await plantDesk(server, 'optima', 'canaryofoptima');
  await plantMore(centaur);
  await plantMore(optima);
});

afterAll(() => server.stop());

const take = (path: string, cookie = centaur.administrator): Promise<RawReply> =>
  rawRequest(server.url, `/api/desks/centaur/export/${path}`, { headers: { cookie } });

/** Tables without words of people: numbers, dates and what happened. */
const wordless: readonly string[] = ['history', 'links'];

describe('what goes out', () => {
  it.each(exportTables)('%s: the same rows as a table and as JSON, of this desk alone', async (table) => {
    const csv = await take(table);
    const json = await take(`${table}?format=json`);
    expect([csv.status, json.status]).toEqual([200, 200]);
    const objects = JSON.parse(json.body.toString()) as readonly Record<string, unknown>[];
    const lines = readTable(csv.body) ?? [];
    expect(objects.length).toBeGreaterThan(0);
    expect(lines.length).toBe(objects.length + 1);
    expect(lines[0]?.record).toEqual(Object.keys(objects[0] ?? {}));
    if (!wordless.includes(table)) expect(json.body.toString()).toContain(centaur.canary);
    expect(csv.body.toString() + json.body.toString()).not.toContain(optima.canary);
    expect(csv.headers['content-disposition']).toContain(`centaur-${table}-`);
  });

  it.each(exportTables)('%s: page by page it is the same as at once', async (table) => {
    const deskId = deskIdOf(server.opened, 'centaur');
    await server.opened.context.db.inDesk(deskId, async (q) => {
      const whole = await exportPage(q, { deskId, table, after: null, limit: 10_000 });
      const walked: ExportRow[] = [];
      for (;;) {
        const after = walked.at(-1)?.pageKey ?? null;
        const page = await exportPage(q, { deskId, table, after, limit: 1 });
        walked.push(...page);
        if (page.length === 0 || walked.length > whole.length) break;
      }
      expect(walked).toEqual(whole);
    });
  });

  it('has every event of the journal, under the number of what it happened to', async () => {
    const deskId = deskIdOf(server.opened, 'centaur');
    const rows = JSON.parse((await take('history?format=json')).body.toString()) as readonly {
      readonly of: string;
      readonly number: string;
      readonly event: string;
    }[];
    const counted = await server.opened.context.db.inDesk(deskId, (q) =>
      q.query<{ events: number }>(
        'count-journal',
        'select count(*)::integer as events from journal where desk_id = $1',
        [deskId],
      ),
    );
    expect(rows.length).toBe(counted[0]?.events);
    expect(rows.filter(({ number }) => number === null)).toEqual([]);
    expect(new Set(rows.map((row) => row.of))).toEqual(new Set(['ticket', 'certificate', 'inquiry']));
    expect(rows).toContainEqual(
      expect.objectContaining({ of: 'ticket', number: String(centaur.number), event: 'TicketRegistered' }),
    );
  });

  it('holds no secret: neither of the mailbox, nor of keys, webhooks and sign-ins', async () => {
    const names = exportTables.flatMap((table) => exportColumns(table));
    expect(names.filter((name) => /password|secret|token|raw|content/i.test(name))).toEqual([]);
  });

  it('is all of it, also where there is more than a page', async () => {
    const deskId = deskIdOf(server.opened, 'centaur');
    await server.opened.context.db.inDesk(deskId, async (q) => {
      for (let index = 0; index < 1203; index += 1)
        await insertCompany(q, deskId, newId() as CompanyId, `=Компания ${index}`);
    });
    const names = (
      JSON.parse((await take('companies?format=json')).body.toString()) as readonly { name: string }[]
    )
      .map(({ name }) => name)
      .filter((name) => name.startsWith('=Компания'));
    expect(new Set(names).size).toBe(1203);
    const csv = (await take('companies')).body.toString();
    expect(csv).toContain(";'=Компания 7;");
    expect(csv).not.toContain(';=Компания');
  });

  it('is for administrators, of tables that there are', async () => {
    expectProblem(await take('tickets', centaur.engineer), 'forbidden');
    expectProblem(await take('tickets', optima.administrator), 'not-found');
    expectProblem(await take('person'), 'not-found');
    expectProblem(await take('tickets?format=xml'), 'invalid-request');
  });

  it('stands in the audit log', async () => {
    const reply = await rawRequest(server.url, '/api/desks/centaur/audit?action=exportTable&outcome=done', {
      headers: { cookie: centaur.administrator },
    });
    expect(JSON.stringify(reply.json())).toContain('GET /api/desks/centaur/export/tickets');
  });
});
