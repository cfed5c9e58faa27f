import { endpoints } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../start-server.ts';
import { allDesks } from '../store/queries/desks.ts';
import { beganEmpty } from '../store/queries/setup.ts';
import {
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
  visitor,
} from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';
import { newSetupToken } from '../use-cases/set-up-first.ts';
import { TEST_SECRET_KEY } from '../testing/test-secret-key.ts';

let server: TestServer;
let first: Visitor;
let token: string;

beforeAll(async () => {
  server = await startTestServer({ empty: true });
  first = visitor(server);
  token = await newSetupToken(server.opened.context);
});

afterAll(() => server.stop());

const none = { params: {} };
const body = (changes: object = {}) => ({
  token,
  person: { name: 'Анна Первая', email: 'anna@first.example', password: 'a long password' },
  desk: { slug: 'help', address: 'help@first.example', name: { ru: 'Наша поддержка', en: '' } },
  regulation: { kind: 'shipped' as const, slug: 'centaur' },
  ...changes,
});
const setUp = (changes: object = {}) => first.call(endpoints.setUpFirst, { ...none, body: body(changes) });
const refusal = (code: string, pointer?: string) => ({
  problem: {
    code,
    ...(pointer === undefined ? {} : { errors: [expect.objectContaining({ pointer })] }),
  },
});

describe('an installation without desks', () => {
  it('has none, and says so to nobody who holds no address', async () => {
    expect(server.opened.byHand).toBe(true);
    expect(server.opened.desks).toEqual([]);
    for (const wrong of ['x', token.slice(0, -1), `${token}a`, token.toUpperCase()])
      await expect(
        first.call(endpoints.lookAtSetup, { ...none, body: { token: wrong } }),
      ).rejects.toMatchObject(refusal('link-over'));
  });

  it('keeps no address, only what it can be known by', async () => {
    const rows = await server.opened.context.db.everyDesk((q) =>
      q.query<{ text: string }>('test-setup', "select encode(token_hash, 'escape') as text from setup_token"),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('an address that was printed anew is the only one', async () => {
    const old = token;
    token = await newSetupToken(server.opened.context);
    await expect(first.call(endpoints.lookAtSetup, { ...none, body: { token: old } })).rejects.toMatchObject(
      refusal('link-over'),
    );
    const { adds, regulations } = await first.call(endpoints.lookAtSetup, { ...none, body: { token } });
    expect(adds).toBe(false);
    expect(regulations.map(({ slug }) => slug)).toEqual([
      'alteroffice',
      'centaur',
      'flat',
      'optima',
      'shtrih-m',
    ]);
  });

  it('tells of each regulation what it promises', async () => {
    const { regulations } = await first.call(endpoints.lookAtSetup, { ...none, body: { token } });
    const centaur = regulations.find(({ slug }) => slug === 'centaur');
    const told = centaur?.promises.map(({ ru }) => ru).join('\n');
    for (const label of ['Пакеты: ', 'Принимает: ', 'Часы: ', 'Сроки: ']) expect(told).toContain(label);
    expect(told).toContain('электронная почта');
    for (const { promises } of regulations) expect(promises.length).toBeGreaterThan(1);
  });

  it('tells what is wrong and makes nothing', async () => {
    await expect(setUp({ regulation: { kind: 'own', source: 'reglament: 1' } })).rejects.toMatchObject({
      problem: { code: 'invalid-request' },
    });
    await expect(setUp({ regulation: { kind: 'shipped', slug: 'nothing' } })).rejects.toMatchObject(
      refusal('invalid-request', '/regulation/slug'),
    );
    const checked = await first.call(endpoints.checkFirstText, {
      ...none,
      body: { token, source: 'zone: x' },
    });
    expect(checked.regulation).toBeNull();
    expect(checked.findings.length).toBeGreaterThan(0);
    const people = await server.opened.context.db.everyDesk((q) =>
      q.query('test-people', 'select from person'),
    );
    expect(people).toEqual([]);
  });

  it('is led to a desk with its regulation and its administrator, who is signed in', async () => {
    const session = await setUp();
    expect(session.desks).toMatchObject([
      { slug: 'help', role: 'administrator', name: { ru: 'Наша поддержка', en: 'Centaur support' } },
    ]);
    const params = { desk: 'help' };
    const { editions } = await first.call(endpoints.getEditions, { params });
    expect(editions).toMatchObject([{ state: 'in-force', givenBy: 'Анна Первая' }]);
    const { entries } = await first.call(endpoints.getAudit, { params, query: {} });
    expect(entries.map(({ action }) => action)).toContain('setUpFirst');
  });

  it('gives the link of an invitation at once: no mail server takes its letter', async () => {
    const { link } = await first.call(endpoints.inviteStaff, {
      params: { desk: 'help' },
      body: { email: 'second@first.example', name: '', role: 'engineer' },
    });
    const invited = link?.split('/').at(-1) ?? '';
    expect(
      await visitor(server).call(endpoints.lookAtWayIn, { ...none, body: { token: invited } }),
    ).toMatchObject({ kind: 'invitation', email: 'second@first.example' });
    await visitor(server).call(endpoints.acceptInvitation, {
      ...none,
      body: { token: invited, name: 'Борис Второй', password: 'long enough 2' },
    });
    await expect(
      visitor(server).call(endpoints.lookAtWayIn, { ...none, body: { token: invited } }),
    ).rejects.toMatchObject(refusal('link-over'));
  });

  it('opens nothing twice', async () => {
    await expect(
      setUp({ desk: { ...body().desk, slug: 'again', address: 'a@b.example' } }),
    ).rejects.toMatchObject(refusal('link-over'));
  });

  it('registers tickets at once, without a restart', async () => {
    const { number } = await first.call(
      endpoints.registerTicket,
      {
        params: { desk: 'help' },
        body: {
          channel: 'phone',
          requesterEmail: 'ivan@customer.example',
          requesterName: 'Иван',
          companyId: null,
          subject: 'Первая заявка',
          text: 'Не звонит',
          type: null,
          priority: null,
        },
      },
      { idempotencyKey: 'first-ticket' },
    );
    expect(number).toBe(1);
    expect(server.errors).toEqual([]);
  });

  it('stays as it was made after a start without --empty', async () => {
    const again = await startServer(
      {
        ...{
          port: 0,
          host: '127.0.0.1',
          dataDir: '',
          secretKey: TEST_SECRET_KEY,
          baseUrl: 'http://127.0.0.1',
          trustProxy: false,
          mail: {},
        },
        ...{ databaseUrl: server.databaseUrl, relaxedDatabase: true, demo: true },
      },
      { say: () => undefined, onError: () => undefined },
    );
    try {
      expect(again.opened.byHand).toBe(true);
      expect(again.opened.desks.map(({ slug }) => slug)).toEqual(['help']);
    } finally {
      await again.stop();
    }
  });
});

describe('an address', () => {
  const HOUR_MS = 3_600_000;
  let at = Date.parse('2026-11-21T12:00:00Z');
  let other: TestServer;
  beforeAll(async () => {
    other = await startTestServer({ empty: true }, () => at as Instant);
  });
  afterAll(() => other.stop());

  it('leads in for 72 hours', async () => {
    const late = await newSetupToken(other.opened.context);
    const ask = () => visitor(other).call(endpoints.lookAtSetup, { ...none, body: { token: late } });
    at += 72 * HOUR_MS - 1000;
    expect((await ask()).regulations).toHaveLength(5);
    at += 2000;
    await expect(ask()).rejects.toMatchObject(refusal('link-over'));
  });

  it('opened in two windows at once makes one desk', async () => {
    const twice = await newSetupToken(other.opened.context);
    const attempts = await Promise.allSettled(
      ['one', 'two'].map((slug) =>
        visitor(other).call(endpoints.setUpFirst, {
          ...none,
          body: {
            ...body({ desk: { ...body().desk, slug, address: `${slug}@first.example` } }),
            person: { ...body().person, email: `${slug}@first.example` },
            token: twice,
          },
        }),
      ),
    );
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const desks = await other.opened.context.db.everyDesk(allDesks);
    expect(desks).toHaveLength(1);
  });
});

describe('another desk', () => {
  const usual: { server?: TestServer } = {};
  const here = (): TestServer => {
    if (usual.server === undefined) throw new Error('not started');
    return usual.server;
  };
  const count = async (): Promise<number> => (await here().opened.context.db.everyDesk(allDesks)).length;
  const another = () => newSetupToken(here().opened.context, 'another');
  const ask = (who: Visitor, token: string, changes: object = {}) =>
    who.call(endpoints.setUpFirst, { ...none, body: { ...body(), ...changes, token } });
  const desk = (slug: string) => ({ ...body().desk, slug, address: `${slug}@second.example` });
  beforeAll(async () => {
    usual.server = await startTestServer();
  });
  afterAll(() => here().stop());

  it('is added by somebody who is signed in; their password stays', async () => {
    const anna = await addStaff(here().opened, 'flat', 'administrator', 'anna@staff.example');
    const browser = await signedIn(here(), anna);
    // Where she works is remembered for a second: the new desk is there all the same.
    await browser.call(endpoints.getSession, none);
    const address = await another();
    expect(await browser.call(endpoints.lookAtSetup, { ...none, body: { token: address } })).toMatchObject({
      adds: true,
    });
    const { desks, person } = await ask(browser, address, { person: null, desk: desk('second') });
    expect(person).toMatchObject({ personId: anna.personId });
    expect(desks.map(({ slug, role }) => [slug, role])).toEqual([
      ['flat', 'administrator'],
      ['second', 'administrator'],
    ]);
    expect((await signedIn(here(), anna)).fetch).toBeDefined();
    await expect(ask(browser, address, { person: null, desk: desk('third') })).rejects.toMatchObject(
      refusal('link-over'),
    );
  });

  it('says which part is taken, and uses nothing up', async () => {
    const address = await another();
    const oleg = visitor(here());
    const person = { name: 'Олег', email: 'oleg@second.example', password: 'a long password' };
    await expect(ask(oleg, address, { person, desk: desk('flat') })).rejects.toMatchObject(
      refusal('invalid-request', '/desk/slug'),
    );
    await expect(
      ask(oleg, address, { person, desk: { ...desk('third'), address: 'SECOND@second.example' } }),
    ).rejects.toMatchObject(refusal('invalid-request', '/desk/address'));
    const { desks, goodAt } = await ask(oleg, address, { person, desk: desk('third') });
    expect(desks.map(({ slug }) => slug)).toEqual(['third']);
    // Nothing showed that the address is theirs: what they set here is good here alone.
    expect(goodAt).toMatchObject([{ slug: 'third' }]);
  });

  it('replaces nobody’s password, and is nobody’s whose session is good at some desks only', async () => {
    const known = await addStaff(here().opened, 'flat', 'engineer', 'known@staff.example');
    const address = await another();
    const before = await count();
    const person = { name: 'Другой', email: 'Known@staff.example', password: 'a long password' };
    await expect(ask(visitor(here()), address, { person, desk: desk('fourth') })).rejects.toMatchObject(
      refusal('invalid-request', '/person/email'),
    );
    await expect(ask(visitor(here()), address, { person: null, desk: desk('fourth') })).rejects.toMatchObject(
      refusal('not-signed-in'),
    );
    await signedIn(here(), known);
    const narrow = await signedIn(here(), {
      ...known,
      email: 'oleg@second.example',
      password: 'a long password',
    });
    await expect(ask(narrow, address, { person: null, desk: desk('fourth') })).rejects.toMatchObject(
      refusal('invalid-request', '/person'),
    );
    expect(await count()).toBe(before);
  });

  it('leaves the installation as it began: the files of the project still make its desks', async () => {
    expect(await here().opened.context.db.everyDesk(beganEmpty)).toBe(false);
    expect(here().errors).toEqual([]);
  });

  it('is added by an address of the first start too once there are desks, by its rules', async () => {
    const address = await newSetupToken(here().opened.context);
    await expect(
      ask(visitor(here()), address, {
        person: { name: 'Анна', email: 'anna@staff.example', password: 'a long password' },
        desk: desk('fifth'),
      }),
    ).rejects.toMatchObject(refusal('invalid-request', '/person/email'));
  });
});

describe('--empty where there are desks already', () => {
  it('changes nothing', async () => {
    const usual = await startTestServer();
    const again = await startServer(
      {
        ...{
          port: 0,
          host: '127.0.0.1',
          dataDir: '',
          secretKey: TEST_SECRET_KEY,
          baseUrl: 'http://127.0.0.1',
          trustProxy: false,
          mail: {},
        },
        ...{ databaseUrl: usual.databaseUrl, relaxedDatabase: true, demo: false, empty: true },
      },
      { say: () => undefined, onError: () => undefined },
    );
    try {
      expect(again.opened.byHand).toBe(false);
      expect(again.opened.desks).toHaveLength(5);
    } finally {
      await again.stop();
      await usual.stop();
    }
  });
});
