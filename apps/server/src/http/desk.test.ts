import { type BodyOf, endpoints, type Problem } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../start-server.ts';
import { addStaff } from '../testing/test-desk.ts';
import {
  eventually,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { TEST_SECRET_KEY } from '../testing/test-secret-key.ts';

let server: TestServer;
let administrator: Visitor;
let lead: Visitor;

beforeAll(async () => {
  server = await startTestServer({ mail: { optima: { address: 'fixed@optima.example' } } });
  administrator = await signedIn(
    server,
    await addStaff(server.opened, 'flat', 'administrator', 'anna@staff.example'),
  );
  lead = await signedIn(server, await addStaff(server.opened, 'flat', 'lead', 'lead@staff.example'));
});

afterAll(() => server.stop());

const params = { desk: 'flat' };
const look = () => administrator.call(endpoints.getDesk, { params });
type Body = BodyOf<typeof endpoints.changeDesk>;
const change = async (body: Body, version?: number) =>
  administrator.call(endpoints.changeDesk, { params, body }, { version: version ?? (await look()).version });
const refusalOf = async (body: Body, version?: number): Promise<Pick<Problem, 'code' | 'errors'>> => {
  const done = await change(body, version).then(
    () => null,
    (error: unknown) => (error as { problem: Problem }).problem,
  );
  if (done === null) throw new Error('it was changed');
  return done;
};

describe('a desk', () => {
  it('is called otherwise by its administrators, at once and for everybody', async () => {
    const before = await look();
    expect(before).toMatchObject({ slug: 'flat', salesAddress: null, mailFixed: false });
    const name = { ru: 'Поддержка Фирмы', en: 'Firm support' };
    const page = await change({ name: { ru: '  Поддержка \t Фирмы ', en: name.en } });
    expect(page).toMatchObject({ name, mailAddress: before.mailAddress, version: before.version + 1 });
    // The role is remembered for a second, the name is not.
    for (const person of [administrator, lead]) {
      const { desks } = await person.call(endpoints.getSession, { params: {} });
      expect(desks).toMatchObject([{ slug: 'flat', name }]);
    }
    const { entries } = await administrator.call(endpoints.getAudit, { params, query: {} });
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: 'changeDesk',
        outcome: 'done',
        target: expect.stringContaining('Firm support') as string,
      }),
    );
  });

  it('tells open screens', async () => {
    const heard: string[] = [];
    const stop = server.opened.hub.listen(({ kind }) => void heard.push(kind));
    await change({ name: { ru: 'Другое имя', en: 'Another name' } });
    stop();
    expect(heard).toContain('desk');
  });

  it('keeps its name through a start, and signs letters with it', async () => {
    const name = { ru: 'Служба «Ладья»', en: 'Rook desk' };
    await change({ name, salesAddress: 'Sales@Rook.example' });
    const again = await startServer(
      {
        ...{ port: 0, host: '127.0.0.1', dataDir: '', secretKey: TEST_SECRET_KEY },
        ...{ baseUrl: 'http://127.0.0.1', trustProxy: false, mail: {}, demo: false },
        ...{ databaseUrl: server.databaseUrl, relaxedDatabase: true },
      },
      { say: () => undefined, onError: () => undefined },
    );
    try {
      expect(again.opened.desks.find(({ slug }) => slug === 'flat')).toMatchObject({ name });
      expect(await look()).toMatchObject({ name, salesAddress: 'sales@rook.example' });
    } finally {
      await again.stop();
    }
    await administrator.call(
      endpoints.writeLetter,
      {
        params,
        body: { fromName: 'Анна', fromAddress: 'anna@writer.example', subject: 'Вопрос', text: 'Не идёт' },
      },
      { idempotencyKey: 'asks' },
    );
    const answer = await eventually(async () => {
      const { letters } = await administrator.call(endpoints.getLetters, { params, query: {} });
      return letters.find(({ direction }) => direction === 'out');
    });
    expect(answer.subject).toContain('Служба «Ладья»');
  });

  it('is called by nothing that reads otherwise, and never by nothing', async () => {
    for (const ru of [
      '',
      '   ',
      '!?',
      'a'.repeat(121),
      'Служба\nX-Spam: no',
      'Служба\u202Eanigol',
      'a\u0000b',
    ])
      expect(await refusalOf({ name: { ru, en: 'Desk' } })).toMatchObject({
        code: expect.stringMatching(/^invalid-(?:request|text)$/) as string,
        errors: [expect.objectContaining({ pointer: '/name/ru' })],
      });
    expect(await refusalOf({ mailAddress: 'nobody' })).toMatchObject({ code: 'invalid-request' });
  });

  it('has addresses of its own', async () => {
    const { mailAddress } = await change({ mailAddress: 'Help@Rook.example' });
    expect(mailAddress).toBe('help@rook.example');
    const wrong = (pointer: string, code: string) => ({
      code: 'invalid-request',
      errors: [expect.objectContaining({ pointer, code })],
    });
    expect(await refusalOf({ mailAddress: 'fixed@optima.example' })).toMatchObject(
      wrong('/mailAddress', 'taken'),
    );
    expect(await refusalOf({ salesAddress: 'fixed@optima.example' })).toMatchObject(
      wrong('/salesAddress', 'taken'),
    );
    expect(await refusalOf({ salesAddress: 'help@rook.example' })).toMatchObject(
      wrong('/salesAddress', 'same'),
    );
    expect(await refusalOf({ mailAddress: 'sales@rook.example' })).toMatchObject(
      wrong('/mailAddress', 'same'),
    );
    const mailbox = await administrator.call(endpoints.getMailbox, { params });
    await expect(
      administrator.call(
        endpoints.changeMailbox,
        {
          params,
          body: { imap: null, smtp: null, trustedAuthserv: null, address: 'sales@rook.example' },
        },
        { version: mailbox.version },
      ),
    ).rejects.toMatchObject({ problem: wrong('/address', 'same') });
    expect(await change({ salesAddress: null })).toMatchObject({ salesAddress: null });
  });

  it('is not written over by somebody who saw an earlier one', async () => {
    const { version, name } = await look();
    await change({ name: { ru: 'Первое', en: 'First' } });
    expect(await refusalOf({ name }, version)).toMatchObject({ code: 'stale' });
    expect((await look()).name).toEqual({ ru: 'Первое', en: 'First' });
  });

  it('is changed by its administrators alone', async () => {
    const { version } = await lead.call(endpoints.getDesk, { params });
    await expect(
      lead.call(endpoints.changeDesk, { params, body: { salesAddress: null } }, { version }),
    ).rejects.toMatchObject({ problem: { code: 'forbidden' } });
  });

  it('keeps an address that the server’s settings say', async () => {
    const other = await signedIn(
      server,
      await addStaff(server.opened, 'optima', 'administrator', 'oleg@staff.example'),
    );
    const optima = { desk: 'optima' };
    const { version, mailFixed } = await other.call(endpoints.getDesk, { params: optima });
    expect(mailFixed).toBe(true);
    await expect(
      other.call(
        endpoints.changeDesk,
        { params: optima, body: { mailAddress: 'other@optima.example' } },
        { version },
      ),
    ).rejects.toMatchObject({ problem: { errors: [{ pointer: '/mailAddress', code: 'fixed' }] } });
    expect(server.errors).toEqual([]);
  });
});
