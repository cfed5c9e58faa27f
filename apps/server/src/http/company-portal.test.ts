import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addAccount, addCustomer, addStaff } from '../testing/test-desk.ts';

let server: TestServer;
let dispatcher: string;
let engineer: string;
let path: string;
let contactId: string;

beforeAll(async () => {
  server = await startTestServer();
  const { opened } = server;
  dispatcher = await cookieOf(server, await addStaff(opened, 'flat', 'dispatcher', 'olga@desk.example'));
  engineer = await cookieOf(server, await addStaff(opened, 'flat', 'engineer', 'pavel@desk.example'));
  const made = await addCustomer(opened, 'flat', {
    company: 'ООО «Ромашка»',
    email: 'anna@firm.example',
    name: 'Анна',
    packageId: null,
  });
  ({ contactId } = made);
  await addAccount(opened, 'anna@firm.example');
  path = `/api/desks/flat/companies/${made.companyId}/portal`;
});

afterAll(() => server.stop());

const read = (cookie: string): Promise<RawReply> => rawRequest(server.url, path, { headers: { cookie } });
const change = (cookie: string, json: object): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'PATCH',
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json' },
  });

it('begins by role with nobody supervising, and says who has an account', async () => {
  expect(await ok(read(engineer))).toEqual({
    visibility: 'by-role',
    people: [{ contactId, name: 'Анна', email: 'anna@firm.example', isSupervisor: false, hasAccount: true }],
  });
});

it('is decided by dispatchers and leads, stands in the audit log, and is taken back as it was given', async () => {
  expectProblem(await change(engineer, { visibility: 'all', supervisors: [] }), 'forbidden');
  await ok(change(dispatcher, { visibility: 'by-role', supervisors: [contactId] }));
  expect(await ok(read(engineer))).toMatchObject({ people: [{ isSupervisor: true }] });
  await ok(change(dispatcher, { visibility: 'none', supervisors: [] }));
  expect(await ok(read(engineer))).toMatchObject({ visibility: 'none', people: [{ isSupervisor: false }] });
  const lead = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'administrator', 'anna@desk.example'),
  );
  const log = await rawRequest(server.url, '/api/desks/flat/audit', { headers: { cookie: lead } });
  expect(log.body.toString('utf8')).toContain('changeCompanyPortal');
});

it('names nobody who does not speak for the company', async () => {
  expectProblem(await change(dispatcher, { visibility: 'own', supervisors: [newId()] }), 'invalid-request');
});

it('is closed to whoever was behind an address that the desk has changed', async () => {
  const { opened } = server;
  const email = 'before@firm.example';
  const made = await addCustomer(opened, 'flat', {
    company: 'ООО «Смена»',
    email,
    name: 'Пост',
    packageId: null,
  });
  const cookie = await cookieOf(server, await addAccount(opened, email));
  const portal = (): Promise<RawReply> => rawRequest(server.url, '/api/portal/flat', { headers: { cookie } });
  const keep = async (version: number, known: object): Promise<void> => {
    await ok(
      rawRequest(server.url, `/api/desks/flat/companies/${made.companyId}`, {
        method: 'PATCH',
        body: JSON.stringify({
          contacts: [{ contactId: made.contactId, phone: '', listed: true, ...known }],
        }),
        headers: { cookie: dispatcher, 'content-type': 'application/json', 'if-match': `"${version}"` },
      }),
    );
  };
  await keep(1, { name: 'Имя', email });
  expect((await portal()).status).toBe(200);
  await keep(2, { name: 'Имя', email: 'after@firm.example' });
  await eventually(async () => ((await portal()).status === 404 ? 'shut out' : null));
});
