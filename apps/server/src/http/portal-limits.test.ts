import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import type { RawReply } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addAccount, addCustomer } from '../testing/test-desk.ts';

const MOST_TICKETS = 30;
const MOST_INQUIRIES = 10;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

const customer = async (email: string): Promise<string> => {
  await addCustomer(server.opened, 'optima', {
    company: `ООО «${email}»`,
    email,
    name: 'Анна',
    packageId: null,
  });
  return cookieOf(server, await addAccount(server.opened, email));
};
const register = (cookie: string): Promise<RawReply> =>
  postJson(server, cookie, '/api/portal/optima/tickets', {
    companyId: null,
    subject: 'Тема',
    text: 'Текст',
    type: null,
    priority: null,
    fields: {},
    product: null,
    productVersion: null,
    attachments: [],
  });

it('one person asks sales ten times in a quarter of an hour, and others go on (R28)', async () => {
  const ask = (cookie: string): Promise<RawReply> =>
    postJson(server, cookie, '/api/portal/optima/inquiries', {
      topic: 'price-list',
      text: 'Почём?',
      companyId: null,
    });
  const [flood, other] = [await customer('asks@firm.example'), await customer('wants@firm.example')];
  for (let made = 0; made < MOST_INQUIRIES; made += 1) await ok(ask(flood));
  const refused = await ask(flood);
  expectProblem(refused, 'rate-limited');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await ok(ask(other));
});

it('one person registers thirty tickets in a quarter of an hour, and others go on (R28)', async () => {
  const [flood, other] = [await customer('flood@firm.example'), await customer('other@firm.example')];
  for (let made = 0; made < MOST_TICKETS; made += 1) await ok(register(flood));
  const refused = await register(flood);
  expectProblem(refused, 'rate-limited');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await ok(register(other));
});
