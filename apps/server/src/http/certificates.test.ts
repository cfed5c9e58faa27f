import { certificatePage } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

const LIST = '/api/desks/flat/certificates';
let server: TestServer;
let lead: string;
let engineer: string;
let companyId: string;

beforeAll(async () => {
  server = await startTestServer();
  const { opened } = server;
  lead = await cookieOf(server, await addStaff(opened, 'flat', 'lead', 'lead@flat.example'));
  engineer = await cookieOf(server, await addStaff(opened, 'flat', 'engineer', 'anna@flat.example'));
  ({ companyId } = await addCustomer(opened, 'flat', {
    company: 'ООО «Окна»',
    email: 'olga@windows.example',
    name: 'Ольга',
    packageId: null,
  }));
});
afterAll(() => server.stop());

const order = (changes: object = {}) => ({
  companyId,
  number: newId(),
  packageId: '8x5',
  products: null,
  installationType: null,
  quantity: 3,
  term: { count: 12, unit: 'months' },
  namedStart: null,
  dates: { sale: '2024-01-10', commissioning: '2024-01-20' },
  figures: {},
  bought: [],
  visitsPerTicket: null,
  ...changes,
});
const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}, who = lead) =>
  postJson(server, who, path, body, headers);
const get = (path: string, who = engineer): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie: who } });
const issued = async (changes: object = {}): Promise<string> => {
  const reply = await post(LIST, order(changes));
  expect(reply.status).toBe(201);
  return String(reply.json()['certificateId']);
};
const commands = (id: string): string => `${LIST}/${id}/commands`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const renewal = (changes: object = {}) => ({
  command: 'renew',
  number: newId(),
  term: { count: 12, unit: 'months' },
  quantity: 3,
  activated: null,
  boughtOn: '2024-06-01',
  channel: 'email',
  act: null,
  upgradeBoughtOn: null,
  upgradeInstalledOn: null,
  ...changes,
});

describe('the page of a certificate', () => {
  it('says from when, until when, why, what it gives and on what terms it is renewed', async () => {
    const id = await issued({ figures: {} });
    const reply = await get(`${LIST}/${id}`);
    expect(reply.headers['etag']).toBe('"1"');
    const page = certificatePage.parse(reply.json());
    expect(page.certificate).toMatchObject({
      company: { name: 'ООО «Окна»' },
      package: { id: '8x5' },
      startsAt: '2024-01-19T21:00:00.000Z',
      endsAt: '2025-01-20T21:00:00.000Z',
      cause: { ru: 'ввод в эксплуатацию' },
      state: 'ended',
      daysLeft: null,
      quantity: 3,
    });
    expect(page.covers.targets.map(({ within }) => within?.ru)).toContain('2 рабочих часа');
    expect(page.covers.channels.map(({ name }) => name.ru)).toContain('телефон');
    expect(page.renewal?.says.map(({ ru }) => ru)).toContain('Продлить можно по вт 20.01.2026.');
    expect(page.allowed).toEqual(['renew', 'correct', 'suspend', 'revoke']);
    expect(page.history).toMatchObject([
      {
        actor: 'Сотрудник lead',
        clause: 'FL-BUY',
        says: { ru: 'Выписан: с сб 20.01.2024 (ввод в эксплуатацию) по пн 20.01.2025' },
      },
    ]);
  });

  it('that is not there is not found', async () => {
    expectProblem(await get(`${LIST}/${newId()}`), 'not-found');
  });
});

describe('who may', () => {
  it('an engineer reads; issuing and changing is for leads and administrators', async () => {
    const id = await issued();
    expect((await get(LIST)).status).toBe(200);
    expectProblem(await post(LIST, order(), {}, engineer), 'forbidden');
    expectProblem(
      await post(commands(id), { command: 'suspend', reason: 'x' }, at(1), engineer),
      'forbidden',
    );
    expect((await get(`${LIST}/${id}`)).headers['etag']).toBe('"1"');
  });
});

describe('a refusal', () => {
  it('says what to do in the reader’s language, with its clause', async () => {
    const bad = order({ term: { count: 13, unit: 'months' } });
    const ru = expectProblem(await post(LIST, bad), 'refused');
    expect(ru).toMatchObject({
      refusal: 'term-not-sold',
      clause: 'FL-BUY',
      detail: 'На такой срок этот пакет не продают. Выберите: 12 месяцев, 36 месяцев, 60 месяцев.',
    });
    const en = expectProblem(await post(LIST, bad, { 'accept-language': 'en' }), 'refused');
    expect(en.detail).toContain('12 months, 36 months, 60 months');
  });

  it('of a number that is taken is a matter of state; of a company that is not here, of the field', async () => {
    const number = 'ОКНА-1';
    await issued({ number });
    expect(expectProblem(await post(LIST, order({ number })), 'state').refusal).toBe('number-taken');
    expect(expectProblem(await post(LIST, order({ companyId: newId() })), 'invalid-request').errors).toEqual([
      { pointer: '/companyId', code: 'unknown-company' },
    ]);
  });

  it.each([
    ['a date that does not exist', { dates: { sale: '2024-02-30' } }, '/dates/sale'],
    ['a date nobody bought at', { namedStart: '0001-01-01' }, '/namedStart'],
    ['half a licence', { quantity: 0.5 }, '/quantity'],
    ['an empty number', { number: ' ' }, '/number'],
    ['an event nobody knows', { dates: { wedding: '2024-01-10' } }, '/dates'],
  ])('of %s points at its field', async (_, changes, pointer) => {
    const reply = await post(LIST, order(changes));
    expect(reply.status).toBe(422);
    const { errors } = reply.json() as { errors: { pointer: string }[] };
    expect(errors[0]?.pointer.startsWith(pointer)).toBe(true);
  });
});

describe('a command', () => {
  it('wants the version that was seen, and tells what happened meanwhile', async () => {
    const id = await issued();
    expectProblem(await post(commands(id), { command: 'suspend', reason: 'x' }), 'version-required');
    const done = await post(commands(id), { command: 'suspend', reason: 'Не оплачен' }, at(1));
    expect(done.json()).toEqual({ certificateId: id, version: 2 });
    const late = await post(commands(id), { command: 'revoke', reason: 'x' }, at(1));
    expect(expectProblem(late, 'stale').current).toMatchObject({
      version: 2,
      changes: [{ actor: 'Сотрудник lead', says: { ru: 'Действие приостановлено' } }],
    });
    const page = certificatePage.parse((await get(`${LIST}/${id}`)).json());
    expect(page.history[0]).toMatchObject({ reason: 'Не оплачен' });
    expect(page.allowed).toContain('resume');
  });

  it('repeated with its key is done once and answered the same; so is an order', async () => {
    const key = { 'idempotency-key': newId() };
    const wanted = order();
    const [first, again] = [await post(LIST, wanted, key), await post(LIST, wanted, key)];
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotency-replayed']).toBe('true');
    const id = String(first.json()['certificateId']);
    const renewKey = { 'idempotency-key': newId(), ...at(1) };
    const body = renewal();
    const [renewed, twice] = [
      await post(commands(id), body, renewKey),
      await post(commands(id), body, renewKey),
    ];
    expect(renewed.status).toBe(200);
    expect(twice.json()).toEqual(renewed.json());
    expect(renewed.json()['certificateId']).not.toBe(id);
  });
});

describe('the list', () => {
  it('goes on from page to page, and knows its own cursors only', async () => {
    const [first] = await Promise.all([get(`${LIST}?limit=2`), issued()]);
    const next = String(first.json()['next']);
    const second = await get(`${LIST}?limit=2&cursor=${encodeURIComponent(next)}`);
    const ids = [first, second].flatMap((reply) =>
      (reply.json()['certificates'] as { certificateId: string }[]).map(({ certificateId }) => certificateId),
    );
    expect(new Set(ids).size).toBe(4);
    expectProblem(await get(`${LIST}?view=ended&limit=2&cursor=${encodeURIComponent(next)}`), 'bad-cursor');
  });

  it.each(['%', "'; drop table certificate; --", '\\', '_'])('takes %j for a word', async (search) => {
    const reply = await get(`${LIST}?search=${encodeURIComponent(search)}`);
    expect(reply.json()).toMatchObject({ certificates: [], next: null });
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
