import type { endpoints, ImportReport, ReplyOf } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';
import { MAX_INSTANCE_ROWS } from '../text/read-instance-table.ts';

let server: TestServer;
let lead: string;
let product: string;
let companyId: string;

const desk = '/api/desks/shtrih-m';

beforeAll(async () => {
  server = await startTestServer();
  lead = await cookieOf(server, await addStaff(server.opened, 'shtrih-m', 'lead', 'lead@shtrih.example'));
  for (const [name, inn] of [
    ['ООО «Магазин»', null],
    ['ООО «Аптека»', '7707083893'],
  ] as const) {
    const made = await ok(
      postJson(server, lead, `${desk}/companies`, {
        name,
        inn,
        kpp: null,
        ogrn: null,
        district: null,
        city: '',
      }),
    );
    companyId = String(made['companyId']);
  }
  const deskId = deskIdOf(server.opened, 'shtrih-m');
  const { regulation } = await server.opened.context.regulations.inForce(deskId, server.opened.context.now());
  product = regulation.products[0] ?? '';
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const send = (table: string | Buffer, apply: 'yes' | 'no'): Promise<RawReply> =>
  rawRequest(server.url, `${desk}/instances/import?apply=${apply}`, {
    method: 'POST',
    body: table,
    headers: { cookie: lead, 'content-type': 'text/csv' },
  });
const reportOf = async (table: string, apply: 'yes' | 'no'): Promise<ImportReport> =>
  (await ok(send(table, apply))) as unknown as ImportReport;
const told = ({ rows }: ImportReport) =>
  rows.map(({ line, outcome, says }) => [line, outcome, ...says.map(({ en }) => en)]);
const kept = async (): Promise<ReplyOf<typeof endpoints.getCompanyInstances>['instances']> =>
  (
    (await ok(
      rawRequest(server.url, `${desk}/companies/${companyId}/instances`, { headers: { cookie: lead } }),
    )) as unknown as ReplyOf<typeof endpoints.getCompanyInstances>
  ).instances;
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const russian = (date: string): string => date.split('-').toReversed().join('.');

describe('a table of keys (SH-F-TERM)', () => {
  const table = () =>
    [
      'ИНН;Продукт;Ключ;Ключ зарегистрирован;Лицензий;Прочее',
      `7707083893;${product};SH-1;${russian(ago(30))};2;x`,
      `7707083893;${product};SH-2;;;`,
      `7707083893;${product};sh 1;${ago(30)};2;`,
      `7707083893;Нет такого;SH-3;;;`,
      `7707083893;${product};;;;`,
      `7707083893;${product};SH-4;31.02.2026;много;`,
      `500100732259;${product};SH-5;;;`,
    ].join('\n');

  it('is told row by row first, and nothing is kept', async () => {
    const report = await reportOf(table(), 'no');
    expect(report).toMatchObject({
      applied: false,
      ignored: ['Прочее'],
      counts: { created: 2, changed: 0, same: 1, wrong: 4 },
    });
    expect(told(report)).toEqual([
      [2, 'created', 'Free support began by key SH-1.'],
      [3, 'created'],
      [4, 'same'],
      [5, 'wrong', expect.stringContaining('no product “Нет такого”')],
      [6, 'wrong', expect.stringContaining('“Ключ” is empty')],
      [7, 'wrong', expect.stringContaining('“много” is no quantity'), expect.stringContaining('31.02.2026')],
      [8, 'wrong', 'There is no company “500100732259”. Keep it first, or put its INN and name right.'],
    ]);
    expect(await kept()).toEqual([]);
  });

  it('then is kept but for the wrong rows, and the same again changes nothing', async () => {
    await reportOf(table(), 'yes');
    expect(await kept()).toMatchObject([
      { key: 'SH-1', keyRegisteredOn: ago(30), activated: 2, certificate: { number: 'SH-1' } },
      { key: 'SH-2', keyRegisteredOn: null, certificate: null },
    ]);
    expect((await reportOf(table(), 'yes')).counts).toEqual({ created: 0, changed: 0, same: 3, wrong: 4 });
  });

  it('changes what it says of a key on record, and leaves what it does not', async () => {
    const report = await reportOf(
      `Product,Key,Company,Key registered\n${product},SH-2,аптека,${ago(5)}\n${product},SH-1,магазин,\n`,
      'yes',
    );
    expect(told(report)).toEqual([
      [2, 'changed', 'Free support began by key SH-2.'],
      [3, 'wrong', expect.stringMatching(/^Key SH-1 is on record already: “ООО «Аптека»”/u)],
    ]);
    expect((await kept()).map(({ key, activated }) => [key, activated])).toEqual([
      ['SH-1', 2],
      ['SH-2', 1],
    ]);
  });

  it.each([
    ['without the columns that it needs', 'ИНН;Продукт\n1;2', 'table-without-keys'],
    ['that can’t be read', 'Продукт;Ключ\n"x', 'table-unreadable'],
    ['that is too long', `Продукт;Ключ\n${'x;y\n'.repeat(MAX_INSTANCE_ROWS + 1)}`, 'table-too-long'],
  ])('%s is refused', async (_, text, code) => {
    expect(expectProblem(await send(text, 'no'), 'invalid-request').errors?.[0]?.code).toBe(code);
  });
});
