import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ok, postJson } from '../testing/planted-desk.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addAccount, addCustomer, addStaff } from '../testing/test-desk.ts';

const SAMPLES = 2000;
/** What two medians may lie apart by: a stranger across a network sees no less (R2). */
const APART_MS = 1;
const LIMIT_MS = 900_000;

let server: TestServer;
/** How far the desks' clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  server = await startTestServer({ trustProxy: '127.0.0.1' }, () => (Date.now() + ahead) as Instant);
});

afterAll(() => server.stop());

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;

/** Milliseconds that two requests take in the middle, asked by turns: what the machine does besides meets both. */
const compared = async (one: () => Promise<void>, other: () => Promise<void>): Promise<readonly number[]> => {
  const times: readonly [number[], number[]] = [[], []];
  const timed = async (work: () => Promise<void>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  for (let n = 0; n < SAMPLES; n += 1) {
    // Now one first, now the other: whoever comes second finds the caches warm.
    if (n % 2 === 0) times[0].push(await timed(one));
    times[1].push(await timed(other));
    if (n % 2 === 1) times[0].push(await timed(one));
  }
  return times.map(median);
};

const customer = async (email: string): Promise<string> => {
  await addCustomer(server.opened, 'optima', {
    company: `ООО «${email}»`,
    email,
    name: 'Анна',
    packageId: null,
  });
  return cookieOf(server, await addAccount(server.opened, email));
};

it(
  'R2: a ticket of somebody else takes as long to be none as one that is not there',
  async () => {
    const owner = await customer('owner@firm.example');
    const stranger = await customer('stranger@firm.example');
    const body = {
      ...{ companyId: null, subject: 'Тема', text: 'Текст', type: null, priority: null },
      ...{ fields: {}, product: null, productVersion: null, attachments: [] },
    };
    const { number } = await ok(postJson(server, owner, '/api/portal/optima/tickets', body));
    const look = (at: number) => async (): Promise<void> => {
      const { status } = await rawRequest(server.url, `/api/portal/optima/tickets/${at}`, {
        headers: { cookie: stranger },
      });
      expect(status).toBe(404);
    };
    await compared(look(Number(number)), look(999_999_999));
    const [foreign = 0, missing = 0] = await compared(look(Number(number)), look(999_999_999));
    console.info(`404: foreign ${foreign.toFixed(2)} ms, missing ${missing.toFixed(2)} ms, n = ${SAMPLES}`);
    expect(Math.abs(foreign - missing)).toBeLessThan(APART_MS);
  },
  LIMIT_MS,
);

it(
  'R13: an address that the desk knows is answered as soon as one that nobody has',
  async () => {
    const { email: known } = await addStaff(server.opened, 'optima', 'engineer', 'known@staff.example');
    let network = 0;
    const ask = async (email: string): Promise<void> => {
      network += 1;
      ahead += 61 * 60_000;
      const { status } = await rawRequest(server.url, '/api/session/link', {
        method: 'POST',
        body: JSON.stringify({ email }),
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `10.${network >> 16}.${(network >> 8) & 255}.${network & 255}`,
        },
      });
      expect(status).toBe(202);
    };
    let strangers = 0;
    const [here = 0, nowhere = 0] = await compared(
      () => ask(known),
      () => ask(`nobody${(strangers += 1)}@nowhere.example`),
    );
    console.info(`link: known ${here.toFixed(2)} ms, unknown ${nowhere.toFixed(2)} ms, n = ${SAMPLES}`);
    expect(Math.abs(here - nowhere)).toBeLessThan(APART_MS);
  },
  LIMIT_MS,
);
