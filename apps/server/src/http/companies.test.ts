import type { CompanyPage } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';

let server: TestServer;
let dispatcher: string;
let engineer: string;

const base = '/api/desks/flat/companies';

beforeAll(async () => {
  server = await startTestServer();
  dispatcher = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'dispatcher', 'dispatcher@flat.example'),
  );
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'engineer', 'engineer@flat.example'),
  );
});

afterAll(() => server.stop());

const post = (path: string, json: unknown, cookie = dispatcher): Promise<RawReply> =>
  postJson(server, cookie, path, json);
const patch = (id: string, version: number, json: unknown, cookie = dispatcher): Promise<RawReply> =>
  rawRequest(server.url, `${base}/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` },
  });
const pageOf = async (id: string): Promise<CompanyPage> =>
  (await ok(
    rawRequest(server.url, `${base}/${id}`, { headers: { cookie: engineer } }),
  )) as unknown as CompanyPage;
const listed = async (search: string): Promise<readonly string[]> =>
  (
    (await ok(
      rawRequest(server.url, `${base}?search=${encodeURIComponent(search)}`, {
        headers: { cookie: engineer },
      }),
    )) as { companies: { name: string }[] }
  ).companies.map(({ name }) => name);
const facts = (name: string, numbers: object = {}) => ({
  name,
  inn: null,
  kpp: null,
  ogrn: null,
  district: null,
  city: '',
  ...numbers,
});
const create = async (name: string, numbers: object = {}): Promise<string> =>
  String((await ok(post(base, facts(name, numbers))))['companyId']);
const person = (name: string, more: object = {}) => ({
  contactId: null,
  name,
  email: null,
  phone: '',
  listed: true,
  ...more,
});

describe('a company', () => {
  it('is kept with its numbers and the district that they speak of, and found by name and INN', async () => {
    const id = await create('ООО «Дубрава»', {
      inn: '7707083893',
      kpp: '773601001',
      ogrn: '1027700132195',
      city: 'Москва',
    });
    expect(await pageOf(id)).toMatchObject({
      name: 'ООО «Дубрава»',
      district: 'central',
      city: 'Москва',
      version: 1,
    });
    expect(await listed('дубрав')).toEqual(['ООО «Дубрава»']);
    expect(await listed('77070838')).toEqual(['ООО «Дубрава»']);
    expect(await listed('083893')).toEqual([]);
  });

  it('with wrong numbers is refused, each told by its field', async () => {
    const told = expectProblem(
      await post(base, facts('Ольха', { inn: '7707083894', kpp: '1' })),
      'invalid-request',
    );
    expect(told.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/inn', 'inn-checksum'],
      ['/kpp', 'kpp-form'],
    ]);
    expect(told.errors?.[0]?.detail).toContain('7707083894');
    expect(await listed('Ольха')).toEqual([]);
  });

  it('whose INN and KPP another has is refused with its name; another KPP is another branch', async () => {
    const taken = await post(base, facts('Дубрава', { inn: '7707083893', kpp: '773601001' }));
    expect(expectProblem(taken, 'invalid-request').errors?.[0]).toMatchObject({
      pointer: '/inn',
      code: 'key-taken',
      detail: expect.stringContaining('ООО «Дубрава»') as string,
    });
    await create('Дубрава, филиал', { inn: '7707083893', kpp: '540602001' });
    expect(await listed('Дубрава')).toEqual(['Дубрава, филиал', 'ООО «Дубрава»']);
  });

  it('given twice at the same moment is kept once, and the other is told whose the numbers are', async () => {
    const replies = await Promise.all(
      ['Бук', 'Граб', 'Вяз'].map((name) => post(base, facts(name, { inn: '500100732259' }))),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    for (const reply of replies.filter(({ status }) => status === 422))
      expect(expectProblem(reply, 'invalid-request').errors?.[0]?.code).toBe('key-taken');
  });

  it('is changed by whoever saw it as it is, in the parts that are named', async () => {
    const id = await create('Клён');
    const change = {
      contacts: [
        person('Ольга', { email: 'Olga@maple.example', phone: '8 (495) 123-45-67' }),
        person('Пётр', { listed: false }),
      ],
      sites: [{ siteId: null, name: 'Цех', city: 'Омск', region: '', zone: 'Asia/Omsk' }],
      standings: [{ standingId: null, role: 'service-partner', from: '2020-01-01', until: null }],
    };
    expect((await patch(id, 1, change)).status).toBe(200);
    const page = await pageOf(id);
    expect(page).toMatchObject({
      name: 'Клён',
      version: 2,
      contacts: [
        { name: 'Ольга', email: 'olga@maple.example', phone: '+74951234567', listed: true },
        { name: 'Пётр', email: null, listed: false },
      ],
      sites: [{ name: 'Цех', zone: 'Asia/Omsk' }],
      standings: [{ role: 'service-partner', from: '2020-01-01', until: null, holds: true }],
    });
    expect(expectProblem(await patch(id, 1, { sites: [] }), 'stale').detail).toContain('Компанию');
    expect(
      (await patch(id, 2, { contacts: page.contacts.slice(0, 1).map(({ others: _, ...c }) => c) })).status,
    ).toBe(200);
    expect(await pageOf(id)).toMatchObject({ contacts: [{ name: 'Ольга' }], sites: [{ name: 'Цех' }] });
  });

  it('keeps nothing of a change in which something is wrong', async () => {
    const id = await create('Рябина');
    const told = expectProblem(
      await patch(id, 1, {
        facts: facts('Рябина-2'),
        contacts: [person('Ольга', { phone: '12' })],
        sites: [{ siteId: null, name: 'Цех', city: '', region: '', zone: 'Asia/Nowhere' }],
        standings: [{ standingId: null, role: 'friend', from: '2020-01-01', until: null }],
      }),
      'invalid-request',
    );
    expect(told.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/contacts/0/phone', 'phone-unreadable'],
      ['/sites/0/zone', 'unknown-zone'],
      ['/standings', 'unknown-standing'],
    ]);
    expect(await pageOf(id)).toMatchObject({ name: 'Рябина', version: 1, contacts: [], sites: [] });
  });

  it('shares a person with another by the address; who is left out speaks for the other one on', async () => {
    const [one, other] = [await create('Сосна'), await create('Ель')];
    const contact = person('Анна', { email: 'anna@shared.example' });
    await patch(one, 1, { contacts: [contact] });
    await patch(other, 1, { contacts: [contact] });
    expect((await pageOf(one)).contacts).toMatchObject([{ name: 'Анна', others: [{ name: 'Ель' }] }]);
    await patch(one, 2, { contacts: [] });
    expect((await pageOf(other)).contacts).toMatchObject([{ name: 'Анна', others: [] }]);
    const registered = await ok(
      post('/api/desks/flat/tickets', {
        channel: 'email',
        requesterEmail: 'anna@shared.example',
        requesterName: 'Анна',
        companyId: null,
        subject: 'x',
        text: 'x',
        type: null,
        priority: '2',
      }),
    );
    expect((await pageOf(other)).tickets.map(({ number }) => number)).toEqual([registered['number']]);
  });

  it('is read by engineers and changed by others only', async () => {
    const id = await create('Осина');
    expectProblem(await post(base, facts('x'), engineer), 'forbidden');
    expectProblem(await patch(id, 1, { sites: [] }, engineer), 'forbidden');
    expectProblem(await post(`${base}/${id}/merge`, { goneId: newId() }, engineer), 'forbidden');
    expect(await pageOf(id)).toMatchObject({ name: 'Осина', version: 1 });
  });

  it('is one however often it is sent with its key', async () => {
    const headers = { 'idempotency-key': newId() };
    const [first, again] = [
      await postJson(server, dispatcher, base, facts('Тополь'), headers),
      await postJson(server, dispatcher, base, facts('Тополь'), headers),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json()['companyId']).toBe(first.json()['companyId']);
    expect(await listed('Тополь')).toEqual(['Тополь']);
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
