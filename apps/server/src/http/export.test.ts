import { exportTables } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { insertCompany } from '../store/desks.ts';
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

beforeAll(async () => {
  server = await startTestServer();
  centaur = await plantDesk(server, 'centaur', 'canaryofcentaur');
  optima = await plantDesk(server, 'optima', 'canaryofoptima');
});

afterAll(() => server.stop());

const take = (path: string, cookie = centaur.administrator): Promise<RawReply> =>
  rawRequest(server.url, `/api/desks/centaur/export/${path}`, { headers: { cookie } });

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
    expect(json.body.toString()).toContain(centaur.canary);
    expect(csv.body.toString() + json.body.toString()).not.toContain(optima.canary);
    expect(csv.headers['content-disposition']).toContain(`centaur-${table}-`);
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
