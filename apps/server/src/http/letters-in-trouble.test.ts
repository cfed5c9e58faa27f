import { endpoints } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  eventually,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let administrator: Visitor;
const params = { desk: 'centaur' };

beforeAll(async () => {
  server = await startTestServer();
  administrator = await signedIn(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'admin@centaur.example'),
  );
  for (let index = 0; index < 5; index += 1)
    await administrator.call(
      endpoints.writeLetter,
      {
        params,
        body: { fromName: 'Иван', fromAddress: `ivan${index}@customer.example`, subject: 'x', text: 'x' },
      },
      { idempotencyKey: `letter-${index}` },
    );
  const deskId = deskIdOf(server.opened, 'centaur');
  await eventually(async () =>
    (await administrator.call(endpoints.getLetters, { params, query: { direction: 'in' } })).letters.every(
      ({ outcome }) => outcome !== 'waiting',
    ),
  );
  await server.opened.context.db.inDesk(deskId, (q) =>
    q.query(
      'test-trouble',
      `update letter set outcome = 'quarantined' where desk_id = $1 and letter_id in
         (select letter_id from letter where desk_id = $1 and direction = 'in' order by letter_id limit 3)`,
      [deskId],
    ),
  );
});

afterAll(() => server.stop());

describe('letters in trouble', () => {
  it('are those that could not be read or sent, page by page, and a cursor is theirs alone', async () => {
    const ask = (query: object) => administrator.call(endpoints.getLetters, { params, query });
    const first = await ask({ troubled: 'only', limit: 2 });
    expect(first.letters).toHaveLength(2);
    const second = await ask({ troubled: 'only', limit: 2, cursor: first.next });
    expect(second.next).toBeNull();
    const all = [...first.letters, ...second.letters];
    expect(all.map(({ outcome }) => outcome)).toEqual(['quarantined', 'quarantined', 'quarantined']);
    expect((await ask({})).letters.length).toBeGreaterThan(3);
    await expect(ask({ limit: 2, cursor: first.next })).rejects.toMatchObject({
      problem: { code: 'bad-cursor' },
    });
  });
});
