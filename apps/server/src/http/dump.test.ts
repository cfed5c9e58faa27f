import { Secret } from 'otpauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseLetter } from '../channels/mail/parse-letter.ts';
import { authenticator } from '../testing/authenticator.ts';
import { type LinkMailbox, startLinkMailbox } from '../testing/mailbox-of-links.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';

const CUSTOMER = 'olga@buyer.example';
const CHOSEN = 'a password that Olga chose';

let mail: LinkMailbox;
let server: TestServer;
/** What lets somebody in, by what it is. */
const given = new Map<string, string>();

const post = (path: string, json: object, cookie = ''): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
  });
const cookieIn = (reply: RawReply): string =>
  [reply.headers['set-cookie'] ?? []].flat().map((c) => c.split(';', 1)[0])[0] ?? '';

/** The cookie's token, and its signature. */
const keepCookie = (what: string, cookie: string): string => {
  const [, token = '', signature = ''] =
    /=([^.]+)\.(.+)$/.exec(decodeURIComponent(cookie)) ?? expect.fail(`no cookie: ${what}`);
  given.set(what, token);
  given.set(`signature of ${what}`, signature);
  return cookie;
};

const mailed = async (what: string, email: string, ask: () => Promise<RawReply>): Promise<string> => {
  const before = mail.count(email);
  expect((await ask()).status).toBeLessThan(300);
  const { token } = await mail.newest(email, before);
  given.set(what, token);
  return token;
};

const setUpApp = async (boss: TestPerson): Promise<string> => {
  const first = keepCookie('session by password', await cookieOf(server, boss));
  const { secret } = await ok(post('/api/account/totp', {}, first));
  const confirmed = await post(
    '/api/account/totp/confirmation',
    { code: authenticator(String(secret)).nextCode() },
    first,
  );
  const { recoveryCodes } = await ok(Promise.resolve(confirmed));
  given.set('secret of an app', String(secret));
  given.set('bytes of an app', Buffer.from(Secret.fromBase32(String(secret)).bytes).toString('latin1'));
  for (const [n, code] of (recoveryCodes as readonly string[]).entries()) {
    given.set(`recovery code ${n}`, code);
    given.set(`recovery code ${n}, bare`, code.replaceAll('-', ''));
  }
  return keepCookie('session by factor', cookieIn(confirmed));
};

beforeAll(async () => {
  mail = await startLinkMailbox(['centaur']);
  server = await startTestServer({ mail: mail.settings, webhooksToLoopback: true });
  const boss = await addStaff(server.opened, 'centaur', 'administrator', 'boss@centaur.example');
  given.set('password', boss.password);
  const administrator = await setUpApp(boss);

  await addCustomer(server.opened, 'centaur', {
    ...{ company: 'ООО «Покупатель»', email: CUSTOMER, name: 'Ольга', packageId: null },
  });
  const link = () => post('/api/session/link', { email: CUSTOMER });
  const used = await post('/api/session/link/use', { token: await mailed('used link', CUSTOMER, link) });
  const customer = keepCookie('session by link', cookieIn(used));
  const set = await rawRequest(server.url, '/api/account/password', {
    method: 'PATCH',
    body: JSON.stringify({ current: null, next: CHOSEN }),
    headers: { 'content-type': 'application/json', cookie: customer },
  });
  given.set('chosen password', CHOSEN);
  keepCookie('session by a new password', cookieIn(set));
  await mailed('link', CUSTOMER, link);
  await mailed('reset', CUSTOMER, () => post('/api/session/reset', { email: CUSTOMER }));
  await mailed('invitation', 'new@centaur.example', () =>
    post(
      '/api/desks/centaur/staff/invitations',
      { email: 'new@centaur.example', name: '', role: 'engineer' },
      administrator,
    ),
  );

  const key = await ok(
    postJson(server, administrator, '/api/desks/centaur/api-keys', {
      ...{ name: 'Учёт', role: 'dispatcher', scopes: ['tickets:read'], expiresInDays: null },
    }),
  );
  given.set('key of the API', String(key['key']));
  const hook = await ok(
    postJson(server, administrator, '/api/desks/centaur/webhooks', {
      url: 'https://127.0.0.1/in',
      types: ['ticket.registered'],
    }),
  );
  given.set('secret of a webhook', String(hook['secret']));
  given.set('bytes of a webhook', String(hook['secret']).replace(/^whsec_/, ''));
});

afterAll(async () => {
  await server.stop();
  await mail.stop();
});

/** As a secret may stand in a row: as it is, or as bytes, written as numbers or once more as text. */
const formsOf = (secret: string): readonly string[] => {
  const bytes = [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'latin1'), Buffer.from(secret, 'base64')];
  return [
    secret,
    ...bytes
      .filter((one) => one.length >= 8)
      .flatMap((one) => [one.toString('hex'), one.toString('base64').replace(/=+$/, '')]),
  ];
};

/** Every row of every table, as a dump writes it, by table; letters as people read them besides. */
const dumped = (): Promise<ReadonlyMap<string, string>> =>
  server.opened.context.db.everyDesk(async (q) => {
    const tables = await q.query<{ name: string }>(
      'test-tables',
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname = 'public' order by 1`,
    );
    const rows = new Map<string, string>();
    for (const { name } of tables) {
      const all = await q.query<{ row: string }>(`test-dump-${name}`, `select t::text as row from ${name} t`);
      rows.set(name, all.map(({ row }) => row).join('\n'));
    }
    const letters = await q.query<{ raw: Buffer }>('test-letters', 'select raw from letter');
    const read = await Promise.all(
      letters.map(({ raw }) => parseLetter(raw, { trustedAuthserv: null, ownAddresses: [] })),
    );
    rows.set('letter, read', JSON.stringify(read));
    return rows;
  });

/** What a dump shows of all that was given out. */
const shown = async (): Promise<readonly string[]> => {
  const rows = [...(await dumped())];
  return [...given].flatMap(([what, secret]) =>
    rows
      .filter(([, text]) => formsOf(secret).some((form) => text.includes(form)))
      .map(([table]) => `${what} in ${table}`),
  );
};

it('a dump of the database holds nothing that lets anybody in', async () => {
  expect(given.size).toBeGreaterThan(30);
  for (const secret of given.values()) expect(secret.length).toBeGreaterThanOrEqual(8);
  expect((await dumped()).get('letter, read')).toContain('/enter/');
  expect(await shown()).toEqual([]);
});

it('and would be found to, wherever it stood', async () => {
  const { db } = server.opened.context;
  const token = given.get('session by link') ?? '';
  await db.plain.query('test-planted', 'create table planted (as_text text, as_bytes bytea, as_json jsonb)');
  for (const [n, column] of ['as_text', 'as_bytes', 'as_json'].entries()) {
    const value = [token, Buffer.from(token), JSON.stringify({ deep: [{ token }] })][n];
    await db.plain.query(`test-plant-${column}`, `insert into planted (${column}) values ($1)`, [value]);
    expect(await shown()).toEqual(['session by link in planted']);
    await db.plain.query('test-weed', 'delete from planted');
  }
  await db.plain.query(
    'test-before',
    `insert into planted (as_text) select token_hash || $1 from person_session`,
    [given.get('reset')],
  );
  expect(await shown()).toEqual(['reset in planted']);
});
