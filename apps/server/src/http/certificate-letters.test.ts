import { certificateLetters } from '@reglament/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { postJson } from '../testing/planted-desk.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

const LIST = '/api/desks/flat/certificates';
let server: TestServer;
let lead: string;
let engineer: string;

beforeAll(async () => {
  server = await startTestServer();
  lead = await cookieOf(server, await addStaff(server.opened, 'flat', 'lead', 'lead@flat.example'));
  engineer = await cookieOf(server, await addStaff(server.opened, 'flat', 'engineer', 'anna@flat.example'));
});
afterAll(() => server?.stop());

const lettersOf = async (id: string, who = engineer) =>
  certificateLetters.parse(
    (await rawRequest(server.url, `${LIST}/${id}/letters`, { headers: { cookie: who } })).json(),
  );

const issued = async (companyId: string): Promise<string> => {
  const body = {
    companyId,
    number: newId(),
    packageId: '8x5',
    products: null,
    installationType: null,
    quantity: 3,
    term: { count: 60, unit: 'months' },
    namedStart: null,
    dates: { sale: '2024-01-10', commissioning: '2024-01-20' },
    figures: {},
    bought: [],
    visitsPerTicket: null,
  };
  const reply = await postJson(server, lead, LIST, body);
  expect(reply.status).toBe(201);
  return String(reply.json()['certificateId']);
};

it('any of the staff sees what was written to whom, what became of it, and who gets the next one', async () => {
  const { companyId } = await addCustomer(server.opened, 'flat', {
    company: 'ООО «Окна»',
    email: 'olga@windows.example',
    name: 'Ольга',
    packageId: null,
  });
  const id = await issued(companyId);
  const letters = await eventually(async () => {
    const now = await lettersOf(id);
    return now.letters[0]?.outcome === 'kept' ? now : undefined;
  });
  expect(letters).toMatchObject({
    letters: [{ direction: 'out', to: 'olga@windows.example', outcome: 'kept' }],
    hasMore: false,
    addressees: [{ name: 'Ольга', email: 'olga@windows.example' }],
  });
  expect(letters.letters[0]?.subject).toMatch(/Поддержка по сертификату № \S+ оформлена$/);
});

it('a company without a contact who has an address: nobody is written to, and it is told', async () => {
  const { companyId, contactId } = await addCustomer(server.opened, 'flat', {
    company: 'ООО «Телефон»',
    email: 'phone@windows.example',
    name: 'Пётр',
    packageId: null,
  });
  await server.opened.context.db.everyDesk((q) =>
    q.query('test-no-address', 'update contact set email = null where contact_id = $1', [contactId]),
  );
  const id = await issued(companyId);
  await eventually(async () => {
    const owed = await server.opened.context.db.everyDesk((q) =>
      q.query('test-owed', 'select 1 from outbox where certificate_id = $1', [id]),
    );
    return owed.length === 0 ? true : undefined;
  });
  expect(await lettersOf(id)).toEqual({ letters: [], hasMore: false, addressees: [] });
});

it('of a certificate that is not there there are none', async () => {
  const reply = await rawRequest(server.url, `${LIST}/${newId()}/letters`, { headers: { cookie: lead } });
  expectProblem(reply, 'not-found');
});
