import type { ImportReport } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';

let server: TestServer;
let lead: string;
let engineer: string;

beforeAll(async () => {
  server = await startTestServer();
  lead = await cookieOf(server, await addStaff(server.opened, 'flat', 'lead', 'lead@flat.example'));
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'engineer', 'engineer@flat.example'),
  );
});

afterAll(() => server.stop());

const send = (table: string | Buffer, apply: 'yes' | 'no', cookie = lead): Promise<RawReply> =>
  rawRequest(server.url, `/api/desks/flat/companies/import?apply=${apply}`, {
    method: 'POST',
    body: table,
    headers: { cookie, 'content-type': 'text/csv' },
  });
const reportOf = async (table: string | Buffer, apply: 'yes' | 'no'): Promise<ImportReport> => {
  const reply = await send(table, apply);
  expect(reply.status).toBe(200);
  return reply.json() as unknown as ImportReport;
};
const names = async (): Promise<readonly string[]> =>
  (
    (
      await rawRequest(server.url, '/api/desks/flat/companies?limit=200', { headers: { cookie: lead } })
    ).json() as {
      companies: { name: string }[];
    }
  ).companies.map(({ name }) => name);

const table = [
  'Название;ИНН;КПП;Контакт;Почта;Телефон',
  'ООО «Берёза»;7707083893;773601001;Анна;anna@birch.example;8 495 123-45-67',
  'Берёза;7707083893;773601001;Пётр;;8 495 123-45-68',
  'Ель;7707083894;;;;',
  'Сосна;;;Анна;anna@birch.example;',
].join('\n');

describe('a table of companies', () => {
  it('is told row by row without keeping anything, then kept but for the wrong row; again it changes nothing', async () => {
    const dry = await reportOf(table, 'no');
    expect(dry).toMatchObject({ applied: false, counts: { created: 2, changed: 1, same: 0, wrong: 1 } });
    expect(dry.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'created'],
      [3, 'changed'],
      [4, 'wrong'],
      [5, 'created'],
    ]);
    expect(dry.rows[2]?.says[0]?.ru).toContain('7707083894');
    expect(await names()).toEqual([]);

    expect((await reportOf(table, 'yes')).counts).toEqual(dry.counts);
    expect(await names()).toEqual(['ООО «Берёза»', 'Сосна']);
    expect((await reportOf(table, 'yes')).counts).toEqual({ created: 0, changed: 0, same: 3, wrong: 1 });
    expect(await names()).toEqual(['ООО «Берёза»', 'Сосна']);
    const people = await server.opened.context.db.everyDesk((q) =>
      q.query<{ name: string; companies: number }>(
        'test-people',
        'select c.name, count(*)::int as companies from contact c join contact_of_company l on l.desk_id = c.desk_id and l.contact_id = c.contact_id group by c.contact_id, c.name order by c.name',
      ),
    );
    expect(people).toEqual([
      { name: 'Анна', companies: 2 },
      { name: 'Пётр', companies: 1 },
    ]);
  });

  it('of sites and standings is told, kept, and again changes nothing; a page that was open before is stale', async () => {
    const places = [
      'Название;Площадка;Город площадки;Пояс площадки;Статус;Статус с;Статус по',
      'Осина;Склад;Омск;Asia/Omsk;Сервисный партнёр;01.01.2026;31.12.2026',
      'Осина;Офис;Москва;Europe/Moscow;;;',
      'Клён;;;;Дилер;01.01.2026;',
    ].join('\n');
    const dry = await reportOf(places, 'no');
    expect(dry.rows.map(({ outcome }) => outcome)).toEqual(['created', 'changed', 'wrong']);
    expect(dry.rows[0]?.says.map(({ ru }) => ru)).toEqual([
      'Площадка: Склад, Омск, Asia/Omsk',
      'Статус: Сервисный партнёр с 01.01.2026 по 31.12.2026',
    ]);
    expect(dry.rows[2]?.says[0]?.ru).toContain('Дилер');
    const kept = await reportOf(places, 'yes');
    expect((await reportOf(places, 'yes')).counts).toEqual({ created: 0, changed: 0, same: 2, wrong: 1 });
    const page = async () =>
      (
        await rawRequest(server.url, `/api/desks/flat/companies/${kept.rows[0]?.companyId}`, {
          headers: { cookie: lead },
        })
      ).json() as { version: number; sites: { name: string }[]; standings: { until: string }[] };
    const before = await page();
    expect(before.sites.map(({ name }) => name).toSorted()).toEqual(['Офис', 'Склад']);
    expect(before.standings).toMatchObject([{ until: '2026-12-31' }]);
    const longer = places.replace('31.12.2026', '31.12.2027').replace('Омск;', 'Тара;');
    expect((await reportOf(longer, 'yes')).rows[0]?.says).toHaveLength(2);
    const after = await page();
    expect(after.standings).toMatchObject([{ until: '2027-12-31' }]);
    expect(after.version).toBeGreaterThan(before.version);
  });

  it('of ten thousand rows is told, kept and found the same again, each within its time', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `Компания ${n};;;Человек ${n};p${n}@many.example;`);
    const long = ['Название;ИНН;КПП;Контакт;Почта;Телефон', ...rows].join('\n');
    expect((await reportOf(long, 'no')).counts.created).toBe(10_000);
    expect((await reportOf(long, 'yes')).counts.created).toBe(10_000);
    expect((await reportOf(long, 'yes')).counts).toEqual({ created: 0, changed: 0, same: 10_000, wrong: 0 });
  }, 90_000);

  it('that can’t be read is refused in words; so is an engineer', async () => {
    const told = expectProblem(await send('ИНН\n1', 'yes'), 'invalid-request');
    expect(told.errors?.[0]).toMatchObject({ code: 'table-without-names' });
    expect(expectProblem(await send('', 'no'), 'invalid-request').errors?.[0]?.code).toBe(
      'table-without-names',
    );
    expectProblem(await send(table, 'no', engineer), 'forbidden');
    expectProblem(await send(Buffer.alloc(6 * 1024 * 1024, 'x'), 'no'), 'too-large');
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
