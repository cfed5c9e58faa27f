import { type Endpoint, endpoints, recordedElsewhere, recordingOf } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { bodiesOf } from '../testing/bodies-of.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { type Planted, plantDesk } from '../testing/planted-desk.ts';
import { postJson } from '../testing/post-json.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let planted: Planted;
let engineer: string;

beforeAll(async () => {
  server = await startTestServer();
  planted = await plantDesk(server, 'centaur', 'canaryofcentaur');
  await plantDesk(server, 'optima', 'canaryofoptima');
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'engineer', 'e@centaur.example'),
  );
});

afterAll(() => server.stop());

const all = Object.values(endpoints) as readonly Endpoint[];
const get = (path: string, cookie = planted.administrator): Promise<RawReply> =>
  rawRequest(server.url, `/api/desks/centaur/${path}`, { headers: { cookie } });

const ok = async (reply: Promise<RawReply>): Promise<RawReply> => {
  const got = await reply;
  expect([got.status, got.body.toString()]).toEqual([200, expect.any(String)]);
  return got;
};

interface Told {
  readonly says: { readonly ru: string };
  readonly name: string;
  readonly page: string | null;
}
interface Entry {
  readonly object: Told | null;
  readonly auditId: string;
  readonly action: string;
  readonly outcome: string;
  readonly target: string;
  readonly at: string;
  readonly person: { readonly name: string } | null;
}
const entriesOf = async (query = ''): Promise<readonly Entry[]> =>
  (await ok(get(`audit?limit=200${query}`))).json()['entries'] as readonly Entry[];

const contentTypes: Readonly<Record<string, string>> = {
  'text/csv': 'text/csv',
  'message/rfc822': 'message/rfc822',
};

/** One change, as the administrator of the planted desk would make it. */
const change = (e: Endpoint, body: unknown): Promise<RawReply> => {
  const ids: Readonly<Record<string, string>> = {
    ...(planted as unknown as Record<string, string>),
    desk: planted.slug,
  };
  const path = e.path.replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name]));
  const raw =
    e.bodyKind === 'message/rfc822' ? 'From: a@b.example\r\n\r\nx' : 'Название;Почта\nx;x@i.example\n';
  return rawRequest(server.url, path, {
    method: e.method,
    headers: {
      cookie: planted.administrator,
      'idempotency-key': newId(),
      'if-match': '"1"',
      ...(e.method === 'DELETE'
        ? {}
        : { 'content-type': contentTypes[e.bodyKind ?? ''] ?? 'application/json' }),
    },
    ...(e.method === 'DELETE' ? {} : { body: e.bodyKind === undefined ? JSON.stringify(body) : raw }),
  });
};

/** From now on the log takes no row of what was done; returns what empties it again. */
const fillLog = async (): Promise<() => Promise<unknown>> => {
  const { plain } = server.opened.context.db;
  for (const [name, statement] of [
    [
      'refuse',
      `create or replace function refuse_row() returns trigger language plpgsql as
       $$ begin raise exception 'the log is full'; end $$`,
    ],
    [
      'full',
      `create trigger log_is_full before insert on desk_audit for each row when (new.outcome = 'done')
       execute function refuse_row()`,
    ],
  ] as const)
    await plain.query(`test-audit-${name}`, statement);
  return () => plain.query('test-audit-room', 'drop trigger log_is_full on desk_audit');
};

describe('every change of a desk', () => {
  it('is told by the audit log, or by a history that is named with its reason', () => {
    const changing = all.filter((e) => e.method !== 'GET' && /^\/api\/desks\/\{desk\}(\/|$)/.test(e.path));
    expect(changing.filter((e) => recordingOf(e) === 'audit').length).toBeGreaterThan(10);
    expect(recordedElsewhere.filter((id) => !changing.some((e) => e.id === id))).toEqual([]);
    expect(all.filter((e) => e.method === 'GET' && recordingOf(e) !== 'nothing')).toEqual([]);
  });

  it('is lost where its row can’t be written: they are one transaction', async () => {
    const makeRoom = await fillLog();
    const bodies = bodiesOf(planted);
    const replies: (readonly [string, number])[] = [];
    for (const e of all.filter((one) => recordingOf(one) === 'audit'))
      for (const body of bodies[e.id] ?? [undefined]) replies.push([e.id, (await change(e, body)).status]);
    await makeRoom();
    expect(new Set(replies.filter(([, status]) => status === 500).map(([id]) => id)).size).toBeGreaterThan(6);
    // What changes no row of the desk has no transaction to share: connections tried, a table only looked at, nothing put on.
    expect(new Set(replies.filter(([, status]) => status < 300).map(([id]) => id))).toEqual(
      new Set(['testMailbox', 'retryMailbox', 'importCompanies', 'tagTicket', 'followTicket']),
    );
  });

  it('is lost where its row can’t be written, also when it forgets a second factor', async () => {
    const { plain } = server.opened.context.db;
    const lost = await addStaff(server.opened, 'centaur', 'engineer', 'lost@centaur.example');
    await plain.query(
      'test-factor',
      `insert into person_totp (person_id, secret, confirmed_at) values ($1, decode(repeat('ab', 20), 'hex'), now())`,
      [lost.personId],
    );
    const factors = () =>
      plain.query('test-factors', 'select 1 from person_totp where person_id = $1', [lost.personId]);
    const reset = () =>
      rawRequest(server.url, `/api/desks/centaur/staff/${lost.personId}/second-factor/reset`, {
        method: 'POST',
        body: '{}',
        headers: { cookie: planted.administrator, 'content-type': 'application/json' },
      });
    const makeRoom = await fillLog();
    expect((await reset()).status).toBe(500);
    expect(await factors()).toHaveLength(1);
    await makeRoom();
    expect((await reset()).status).toBe(204);
    expect(await factors()).toEqual([]);
    expect(await entriesOf('&action=resetSecondFactor&outcome=done')).toHaveLength(1);
  });

  it('leaves one row when it was done, with who, what and when', async () => {
    const bodies = bodiesOf(planted);
    const done: string[] = [];
    for (const e of all.filter((one) => recordingOf(one) === 'audit'))
      for (const body of bodies[e.id] ?? [undefined]) {
        const before = (await entriesOf(`&action=${e.id}&outcome=done`)).length;
        const reply = await change(e, body);
        const after = await entriesOf(`&action=${e.id}&outcome=done`);
        const wasDone = reply.status < 300;
        expect([e.id, after.length]).toEqual([e.id, before + (wasDone ? 1 : 0)]);
        if (!wasDone) continue;
        done.push(e.id);
        expect(after[0]?.target).toMatch(new RegExp(`^${e.method} /api/desks/centaur(?:[/ ]|$)`));
        expect(after[0]?.person).not.toBeNull();
      }
    expect(new Set(done).size).toBeGreaterThan(6);
  });

  it('leaves a row when it was refused', async () => {
    expectProblem(await get('letters', engineer), 'forbidden');
    expect(await entriesOf('&outcome=refused&action=getLetters')).toMatchObject([
      { outcome: 'forbidden', target: 'GET /api/desks/centaur/letters' },
    ]);
  });
});

describe('the audit log', () => {
  it('is read by administrators of the desk alone', async () => {
    expectProblem(await get('audit', engineer), 'forbidden');
    expectProblem(await get('audit.csv', engineer), 'forbidden');
  });

  it('is read on by a cursor, which is good for its own filter only', async () => {
    const whole = await entriesOf();
    const first = (await ok(get('audit?limit=3'))).json();
    const next = encodeURIComponent(String(first['next']));
    const second = (await ok(get(`audit?limit=3&cursor=${next}`))).json();
    const read = [...(first['entries'] as Entry[]), ...(second['entries'] as Entry[])];
    expect(read.map((one) => one.auditId)).toEqual(
      whole
        .filter((one) => one.action !== '')
        .slice(0, 6)
        .map((one) => one.auditId),
    );
    expectProblem(await get(`audit?limit=3&outcome=done&cursor=${next}`), 'bad-cursor');
    expectProblem(await get('audit?cursor=forged.forged'), 'bad-cursor');
    expectProblem(await get('audit?limit=0'), 'invalid-request');
    expectProblem(await get('audit?personId=x'), 'invalid-request');
  });

  it('is searched by time and by address, taken literally', async () => {
    const [newest] = await entriesOf();
    const until = encodeURIComponent(newest?.at ?? '');
    expect((await entriesOf(`&until=${until}`)).some((one) => one.auditId === newest?.auditId)).toBe(false);
    expect((await entriesOf(`&from=${until}`)).some((one) => one.auditId === newest?.auditId)).toBe(true);
    expect((await entriesOf('&target=PRODUCTS')).length).toBeGreaterThan(0);
    expect(await entriesOf('&target=%25')).toEqual([]);
  });

  it('names what a row is about: what was begun, what is there, what is gone by now', async () => {
    const make = async (path: string, body: object): Promise<Record<string, string>> => {
      const reply = await postJson(server, planted.administrator, `/api/desks/centaur/${path}`, body);
      expect([reply.status, reply.body.toString()]).toEqual([201, expect.any(String)]);
      return reply.json() as Record<string, string>;
    };
    const facts = { inn: null, kpp: null, ogrn: null, district: null, city: '' };
    const { companyId } = await make('companies', { name: 'ООО «Сосновый бор»', ...facts });
    const template = { name: 'Про сосны', text: 'x', say: null, actions: [] };
    const { templateId } = await make('templates', { ...template, personal: false });
    const own = await make('templates', { ...template, name: 'Про ели', personal: true });
    const gone = (id: string | undefined) =>
      rawRequest(server.url, `/api/desks/centaur/templates/${id}`, {
        method: 'DELETE',
        headers: { cookie: planted.administrator, 'if-match': '"1"' },
      });
    expect([(await gone(templateId)).status, (await gone(own['templateId'])).status]).toEqual([204, 204]);
    const told = async (asked: string) =>
      (await entriesOf(`&target=${encodeURIComponent(asked)}`)).map(({ action, object }) => [
        action,
        object?.says.ru,
        object?.name,
      ]);
    const made = ['createCompany', 'Компания', 'ООО «Сосновый бор»'];
    for (const asked of ['сосновый', 'КОМПАНИЯ сосновый', 'company «Сосновый бор»'])
      expect(await told(asked)).toEqual([made]);
    expect(await told('метка сосновый')).toEqual([]);
    expect(await told('про сосны')).toEqual([
      ['deleteTemplate', 'Шаблон', 'Про сосны'],
      ['createTemplate', 'Шаблон', 'Про сосны'],
    ]);
    expect(await told('про ели')).toEqual([]);
    const changed = await rawRequest(server.url, `/api/desks/centaur/companies/${companyId}`, {
      method: 'PATCH',
      headers: {
        cookie: planted.administrator,
        'if-match': '"1"',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ facts: { ...facts, name: 'ООО «Кедр»' } }),
    });
    expect(changed.status).toBe(200);
    // Called as it is called now, wherever the row only has its id.
    expect(await told('компания кедр')).toEqual([['changeCompany', 'Компания', 'ООО «Кедр»']]);
    expect((await entriesOf('&target=%D0%BA%D0%B5%D0%B4%D1%80'))[0]?.object?.page).toBe(
      `/companies/${companyId}`,
    );
  });

  it('names nobody who never worked at the desk, whoever’s id is asked for', async () => {
    const stranger = await addStaff(server.opened, 'optima', 'engineer', 'stranger@optima.example');
    const path = `/api/desks/centaur/staff/${stranger.personId}`;
    const tried = await rawRequest(server.url, path, {
      method: 'DELETE',
      headers: { cookie: planted.administrator },
    });
    expectProblem(tried, 'not-found');
    const [row] = await entriesOf(`&target=${stranger.personId}`);
    expect(row).toMatchObject({ outcome: 'not-found', object: { says: { ru: 'Сотрудник' }, name: '' } });
  });

  it('goes out as a table', async () => {
    const reply = await ok(get('audit.csv?action=createProduct'));
    expect(reply.headers['content-disposition']).toContain('audit-centaur.csv');
    const lines = reply.body.toString().trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFat;person;action;outcome;target;address;object');
    expect(lines).toHaveLength(1 + (await entriesOf('&action=createProduct')).length);
  });

  it('can’t be rewritten, not even by the server itself (R27)', async () => {
    const deskId = deskIdOf(server.opened, 'centaur');
    for (const [name, statement] of [
      ['update', "update desk_audit set outcome = 'x' where desk_id = $1"],
      ['delete', 'delete from desk_audit where desk_id = $1'],
    ] as const)
      await expect(
        server.opened.context.db.inDesk(deskId, (q) => q.query(`test-audit-${name}`, statement, [deskId])),
      ).rejects.toThrow('only grows');
  });
});
