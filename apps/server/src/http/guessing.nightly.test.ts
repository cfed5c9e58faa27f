import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { type Planted, plantDesk } from '../testing/planted-desk.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let centaur: Planted;

beforeAll(async () => {
  server = await startTestServer();
  centaur = await plantDesk(server, 'centaur', 'canaryofcentaur');
});

afterAll(() => server.stop());

const GUESSES = 100_000;
const AT_ONCE = 50;

it('R2: a hundred thousand guessed ids open nothing', async () => {
  const guess = async (): Promise<number> =>
    (
      await fetch(`${server.url}/api/desks/centaur/attachments/${newId()}`, {
        headers: { cookie: centaur.engineer },
      })
    ).status;
  for (let done = 0; done < GUESSES; done += AT_ONCE) {
    expect(new Set(await Promise.all(Array.from({ length: AT_ONCE }, guess)))).toEqual(new Set([404]));
  }
}, 1_200_000);
