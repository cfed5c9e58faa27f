import type { CompanyPage, ImportReport, TicketPage } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { amendRegulation } from '../testing/amend-regulation.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

// What the API says of wall clocks (R37), at a desk that goes by the site's.

let server: TestServer;
let dispatcher: string;
let companyId: string;
let foreign: string;

const desk = '/api/desks/shtrih-m';

beforeAll(async () => {
  server = await startTestServer();
  await amendRegulation(server.opened.context, 'shtrih-m', () => ({ 'local-time': 'site' }));
  dispatcher = await cookieOf(
    server,
    await addStaff(server.opened, 'shtrih-m', 'dispatcher', 'dispatcher@shtrih-m.example'),
  );
  const add = async (name: string): Promise<string> =>
    (
      await addCustomer(server.opened, 'shtrih-m', {
        company: name,
        email: `${name}@customer.example`,
        name: 'Ольга',
        packageId: 'partner',
      })
    ).companyId;
  companyId = await add('near');
  foreign = await add('other');
  await patch(companyId, { sites: [site('Склад', 'Asia/Kamchatka'), site('Магазин', 'Europe/Kaliningrad')] });
  await patch(foreign, { sites: [site('Чужая', 'Asia/Omsk')] });
});
afterAll(() => server.stop());

const site = (name: string, zone: string) => ({ siteId: null, name, city: '', region: '', zone });
const get = (path: string): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie: dispatcher } });
const company = async (id: string) => (await ok(get(`${desk}/companies/${id}`))) as unknown as CompanyPage;
const ticket = async (number: number) =>
  (await ok(get(`${desk}/tickets/${number}`))) as unknown as TicketPage;
const patch = async (id: string, json: unknown): Promise<RawReply> =>
  rawRequest(server.url, `${desk}/companies/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(json),
    headers: {
      cookie: dispatcher,
      'content-type': 'application/json',
      'if-match': `"${(await company(id)).version}"`,
    },
  });
const siteOf = async (id: string, zone: string): Promise<string> =>
  (await company(id)).sites.find((one) => one.zone === zone)?.siteId ?? '';

const request = (siteId: string | null) => ({
  channel: 'phone',
  requesterEmail: null,
  requesterName: 'Ольга',
  companyId,
  siteId,
  subject: 'Не печатает',
  text: 'Не печатает',
  type: null,
  priority: null,
});
const register = (siteId: string | null): Promise<RawReply> =>
  postJson(server, dispatcher, `${desk}/tickets`, request(siteId));
const name = async (number: number, siteId: string | null): Promise<RawReply> =>
  rawRequest(server.url, `${desk}/tickets/${number}/commands`, {
    method: 'POST',
    body: JSON.stringify({ command: 'name-site', siteId }),
    headers: {
      cookie: dispatcher,
      'content-type': 'application/json',
      'idempotency-key': newId(),
      'if-match': `"${(await ticket(number)).ticket.version}"`,
    },
  });

describe('a site', () => {
  it('is named with a registration, and the page says whose clock the ticket goes by', async () => {
    const siteId = await siteOf(companyId, 'Asia/Kamchatka');
    const { number } = await ok(register(siteId));
    const page = await ticket(Number(number));
    expect([page.ticket.site, page.ticket.localZone]).toEqual([{ siteId, name: 'Склад' }, 'Asia/Kamchatka']);
    expect(page.sites.map((one) => one.zone).toSorted()).toEqual(['Asia/Kamchatka', 'Europe/Kaliningrad']);
    expect(page.schedules.map(({ zone }) => zone)).toEqual(['Asia/Kamchatka']);
    expect(page.allowed).toContain('name-site');
  });

  it('is named later, and taken back', async () => {
    const number = Number((await ok(register(null)))['number']);
    expect((await ticket(number)).ticket).toMatchObject({ site: null, localZone: 'Europe/Moscow' });
    const siteId = await siteOf(companyId, 'Europe/Kaliningrad');
    await ok(name(number, siteId));
    const named = await ticket(number);
    expect(named.ticket).toMatchObject({
      site: { siteId, name: 'Магазин' },
      localZone: 'Europe/Kaliningrad',
    });
    expect(named.history.map(({ says }) => says.en)).toContain(
      'From here on by the site’s local time: Europe/Kaliningrad',
    );
    await ok(name(number, null));
    expect((await ticket(number)).ticket).toMatchObject({ site: null, localZone: 'Europe/Moscow' });
  });

  it('of another company, or of nobody, is told by its field and changes nothing', async () => {
    const number = Number((await ok(register(null)))['number']);
    const { version } = (await ticket(number)).ticket;
    for (const siteId of [await siteOf(foreign, 'Asia/Omsk'), newId()]) {
      for (const reply of [await name(number, siteId), await register(siteId)])
        expect(expectProblem(reply, 'invalid-request').errors).toEqual([
          { pointer: '/siteId', code: 'unknown-site' },
        ]);
    }
    expect((await ticket(number)).ticket.version).toBe(version);
  });
});

describe('a company’s time zone', () => {
  const facts = (zone: string | null) => ({
    facts: { name: 'near', inn: null, kpp: null, ogrn: null, district: null, city: '', zone },
  });

  it('is kept, shown, and taken away', async () => {
    await ok(patch(companyId, facts('Asia/Vladivostok')));
    expect((await company(companyId)).zone).toBe('Asia/Vladivostok');
    await ok(patch(companyId, facts(null)));
    expect((await company(companyId)).zone).toBeNull();
  });

  it('comes with a table of companies, and a later table without one leaves it', async () => {
    const table = (text: string): Promise<RawReply> =>
      rawRequest(server.url, `${desk}/companies/import?apply=yes`, {
        method: 'POST',
        body: text,
        headers: { cookie: dispatcher, 'content-type': 'text/csv' },
      });
    const report = (await ok(
      table('Название;Часовой пояс\nБерёза;Asia/Magadan\nЕль;Магадан\n'),
    )) as unknown as ImportReport;
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['created', 'wrong']);
    const id = report.rows[0]?.companyId ?? '';
    expect((await company(id)).zone).toBe('Asia/Magadan');
    await ok(table('Название;Город\nБерёза;Магадан\n'));
    expect(await company(id)).toMatchObject({ city: 'Магадан', zone: 'Asia/Magadan' });
  });

  it('that there is none such is told by its field', async () => {
    const reply = await patch(companyId, facts('Asia/Nowhere'));
    expect(expectProblem(reply, 'invalid-request').errors).toMatchObject([
      { pointer: '/facts/zone', code: 'unknown-zone' },
    ]);
  });
});
