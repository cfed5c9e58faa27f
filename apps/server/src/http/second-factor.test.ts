import { Secret } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { authenticator } from '../testing/authenticator.ts';
import { deleteSecondFactors } from '../store/second-factors.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addAccount, addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';
import { createSecretBox } from '../tokens/secret-box.ts';
import { webhookSecretName } from '../tokens/secret-names.ts';
import { sealSecrets } from '../use-cases/seal-secrets.ts';
import { createWebhook } from '../use-cases/webhooks.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ requireSecondFactor: true });
});

afterAll(() => server.stop());

const queue = '/api/desks/centaur/queue';
const get = (path: string, cookie: string): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie } });
const send = (path: string, cookie: string, json: object, method = 'POST'): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method,
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json' },
  });
const remove = (path: string, cookie: string): Promise<RawReply> =>
  rawRequest(server.url, path, { method: 'DELETE', headers: { cookie } });
const cookieIn = (reply: RawReply): string =>
  [reply.headers['set-cookie'] ?? []]
    .flat()
    .map((c) => c.split(';', 1)[0])
    .join('; ');

let people = 0;
const newPerson = (): Promise<TestPerson> =>
  addStaff(server.opened, 'centaur', 'engineer', `engineer${++people}@centaur.example`);

interface Enrolled {
  readonly person: TestPerson;
  readonly cookie: string;
  readonly nextCode: () => string;
  readonly codeAt: (at: number) => string;
  readonly recoveryCodes: readonly string[];
  readonly secret: Buffer;
}

/** A member of staff who has set up an authenticator app. */
const enrolled = async (): Promise<Enrolled> => {
  const person = await newPerson();
  const first = await cookieOf(server, person);
  const { secret } = (await send('/api/account/totp', first, {})).json() as { secret: string };
  const app = authenticator(secret);
  const confirmed = await send('/api/account/totp/confirmation', first, { code: app.nextCode() });
  expect(confirmed.status).toBe(200);
  const { recoveryCodes } = confirmed.json() as { recoveryCodes: readonly string[] };
  const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
  return { person, cookie: cookieIn(confirmed), ...app, recoveryCodes, secret: bytes };
};

describe('staff without a second factor', () => {
  it('are led to set one up before any desk answers', async () => {
    const cookie = await cookieOf(server, await newPerson());
    expectProblem(await get(queue, cookie), 'second-factor-required');
    expect((await get('/api/session', cookie)).json()).toMatchObject({ secondFactor: 'to-set-up' });
    expect((await get('/api/desks/centaur/live', cookie)).status).toBe(404);
    expect((await get('/api/desks/none/queue', cookie)).status).toBe(404);
    expect((await get('/api/account', cookie)).json()).toMatchObject({
      hasTotp: false,
      needsSecondFactor: true,
      hasPassword: true,
    });
  });

  it('set up an app by its own code; the session is another one afterwards (R14), and the desk answers', async () => {
    const person = await newPerson();
    const first = await cookieOf(server, person);
    const offered = (await send('/api/account/totp', first, {})).json() as { uri: string; secret: string };
    expect(offered.uri).toMatch(/^otpauth:\/\/totp\/Reglament:/);
    expectProblem(await send('/api/account/totp/confirmation', first, { code: '000000' }), 'wrong-code');
    const app = authenticator(offered.secret);
    const confirmed = await send('/api/account/totp/confirmation', first, { code: ` ${app.nextCode()} ` });
    const { session, recoveryCodes } = confirmed.json() as {
      session: { secondFactor: string };
      recoveryCodes: readonly string[];
    };
    expect(session.secondFactor).toBe('given');
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await get(queue, cookieIn(confirmed))).status).toBe(200);
    expectProblem(await get('/api/session', first), 'not-signed-in');
    expectProblem(await send('/api/account/totp', cookieIn(confirmed), {}), 'state');
  });
});

describe('a customer', () => {
  it('needs none', async () => {
    const email = 'olga@buyer.example';
    await addCustomer(server.opened, 'centaur', {
      company: 'ООО «Покупатель»',
      email,
      name: 'Ольга',
      packageId: null,
    });
    const cookie = await cookieOf(server, await addAccount(server.opened, email));
    expect((await get('/api/session', cookie)).json()).toMatchObject({ secondFactor: 'none' });
    expect((await get('/api/portal/centaur', cookie)).status).toBe(200);
  });
});

describe('who has a second factor', () => {
  it('is told nothing after the password alone but who they are', async () => {
    const { person } = await enrolled();
    const cookie = await cookieOf(server, person);
    expect((await get('/api/session', cookie)).json()).toMatchObject({ secondFactor: 'owed' });
    expectProblem(await get(queue, cookie), 'second-factor-required');
    expectProblem(await get('/api/account', cookie), 'second-factor-required');
    expectProblem(
      await send('/api/account/totp/removal', cookie, { code: '000000' }),
      'second-factor-required',
    );
    expectProblem(
      await send(
        '/api/account/password',
        cookie,
        { current: person.password, next: 'another password' },
        'PATCH',
      ),
      'second-factor-required',
    );
    expect((await get('/api/desks/centaur/live', cookie)).status).toBe(404);
  });

  it('is in by a code of the app, once: the same code again is nobody’s', async () => {
    const { person, nextCode } = await enrolled();
    const code = nextCode();
    const [one, other] = [await cookieOf(server, person), await cookieOf(server, person)];
    const proven = await send('/api/session/second-factor', one, { code });
    expect(proven.json()).toMatchObject({ secondFactor: 'given' });
    expect(cookieIn(proven)).not.toBe(one);
    expectProblem(await get('/api/session', one), 'not-signed-in');
    expect((await get(queue, cookieIn(proven))).status).toBe(200);
    expectProblem(await send('/api/session/second-factor', other, { code }), 'wrong-code');
  });

  it('of a step long past or far ahead is refused', async () => {
    const { person, codeAt } = await enrolled();
    const cookie = await cookieOf(server, person);
    for (const offset of [-120_000, 120_000])
      expectProblem(
        await send('/api/session/second-factor', cookie, { code: codeAt(Date.now() + offset) }),
        'wrong-code',
      );
  });

  it('is in by a recovery code, each once, however it is typed', async () => {
    const { person, recoveryCodes } = await enrolled();
    const [code = ''] = recoveryCodes;
    const cookie = await cookieOf(server, person);
    const proven = await send('/api/session/second-factor', cookie, {
      code: code.replaceAll('-', ' ').toUpperCase(),
    });
    expect(proven.status).toBe(200);
    expect((await get('/api/account', cookieIn(proven))).json()).toMatchObject({ recoveryCodesLeft: 9 });
    const again = await cookieOf(server, person);
    expectProblem(await send('/api/session/second-factor', again, { code }), 'wrong-code');
  });

  it('can try ten codes in a quarter of an hour, and then has to wait (R28)', async () => {
    const { person, nextCode } = await enrolled();
    const cookie = await cookieOf(server, person);
    const tries = await Promise.all(
      Array.from({ length: 11 }, () => send('/api/session/second-factor', cookie, { code: '123 456' })),
    );
    expect(tries.map((r) => r.status).toSorted()).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
    expectProblem(await send('/api/session/second-factor', cookie, { code: nextCode() }), 'rate-limited');
  });

  it('may not give up the last one, nor anything without a code', async () => {
    const { cookie, nextCode, recoveryCodes } = await enrolled();
    expectProblem(await send('/api/account/totp/removal', cookie, { code: nextCode() }), 'state');
    expectProblem(await send('/api/account/recovery-codes', cookie, { code: '000000' }), 'wrong-code');
    const renewed = await send('/api/account/recovery-codes', cookie, { code: nextCode() });
    const codes = (renewed.json() as { recoveryCodes: readonly string[] }).recoveryCodes;
    expect(codes.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    const person = await get('/api/account', cookie);
    expect(person.json()).toMatchObject({ recoveryCodesLeft: 10 });
  });

  it('loses it all by an administrator’s hand only, and only where nobody else is concerned', async () => {
    const { person, cookie } = await enrolled();
    const boss = await enrolled();
    await server.opened.context.db.everyDesk((q) =>
      q.query('test-boss', `update staff set role = 'administrator' where person_id = $1`, [
        boss.person.personId,
      ]),
    );
    const path = `/api/desks/centaur/staff/${person.personId}/second-factor/reset`;
    expectProblem(await send(path, cookie, {}), 'forbidden');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expectProblem(
      await send(`/api/desks/centaur/staff/${boss.person.personId}/second-factor/reset`, boss.cookie, {}),
      'state',
    );
    expect((await send(path, boss.cookie, {})).status).toBe(204);
    expectProblem(await get('/api/session', cookie), 'not-signed-in');
    const anew = await cookieOf(server, person);
    expect((await get('/api/session', anew)).json()).toMatchObject({ secondFactor: 'to-set-up' });
  });

  it('without it again, is let by a password of a letter into the desk of the letter alone', async () => {
    const { identity } = server.opened;
    const client = { address: '127.0.0.1', userAgent: '' };
    const signedIn = async ({ email, password }: TestPerson) => {
      const signed = await identity.signIn({ email, password, ...client });
      return signed.ok ? signed.person : expect.fail(signed.code);
    };
    const [lost, gaveUp, own] = [await enrolled(), await enrolled(), await enrolled()];
    for (const { person } of [lost, gaveUp])
      await identity.setPassword(person.personId, 'by a letter', deskIdOf(server.opened, 'centaur'));
    const reset = (one: Enrolled): TestPerson => ({ ...one.person, password: 'by a letter' });
    expect((await signedIn(reset(lost))).goodAt).toBeNull();
    const { db } = server.opened.context;
    await db.everyDesk((q) => deleteSecondFactors(q, lost.person.personId));
    identity.forgetRecent();
    await identity.account.removeTotp(await signedIn(reset(gaveUp)), gaveUp.nextCode(), client);
    await identity.account.removeTotp(await signedIn(own.person), own.nextCode(), client);
    const centaur = [deskIdOf(server.opened, 'centaur')];
    expect(await signedIn(reset(lost))).toMatchObject({ goodAt: centaur, secondFactor: 'none' });
    expect(await signedIn(reset(gaveUp))).toMatchObject({ goodAt: centaur, secondFactor: 'none' });
    expect(await signedIn(own.person)).toMatchObject({ goodAt: null, secondFactor: 'none' });
  });
});

describe('one’s own account', () => {
  it('changes the password only for who knows the present one, and ends every other session', async () => {
    const { person, cookie, nextCode } = await enrolled();
    const elsewhere = cookieIn(
      await send('/api/session/second-factor', await cookieOf(server, person), { code: nextCode() }),
    );
    const wrong = await send(
      '/api/account/password',
      cookie,
      { current: 'wrong', next: 'another password' },
      'PATCH',
    );
    expect(expectProblem(wrong, 'invalid-request').errors).toEqual([{ pointer: '/current', code: 'wrong' }]);
    const changed = await send(
      '/api/account/password',
      cookie,
      {
        current: person.password,
        next: 'another password',
      },
      'PATCH',
    );
    expect(changed.json()).toMatchObject({ secondFactor: 'given' });
    expectProblem(await get('/api/session', cookie), 'not-signed-in');
    expectProblem(await get('/api/session', elsewhere), 'not-signed-in');
    expect((await get(queue, cookieIn(changed))).status).toBe(200);
    await cookieOf(server, { ...person, password: 'another password' });
  });

  it('lists where one is signed in, and ends one session or all others', async () => {
    const { person, cookie, nextCode } = await enrolled();
    await send('/api/session/second-factor', await cookieOf(server, person), { code: nextCode() });
    const third = await cookieOf(server, person);
    const listed = (await get('/api/account', cookie)).json() as {
      sessions: readonly { sessionId: string; isThis: boolean; address: string }[];
    };
    expect(listed.sessions).toHaveLength(3);
    expect(listed.sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(listed.sessions.every(({ address }) => address === '127.0.0.1')).toBe(true);
    const [other] = listed.sessions.filter(({ isThis }) => !isThis);
    const stranger = await enrolled();
    expectProblem(
      await remove(`/api/account/sessions/${other?.sessionId ?? ''}`, stranger.cookie),
      'not-found',
    );
    expect((await remove(`/api/account/sessions/${other?.sessionId ?? ''}`, cookie)).status).toBe(204);
    expect((await remove('/api/account/sessions', cookie)).status).toBe(204);
    expectProblem(await get('/api/session', third), 'not-signed-in');
    expect((await get(queue, cookie)).status).toBe(200);
  });

  it('keeps the name and the language that were said', async () => {
    const { cookie } = await enrolled();
    const changed = await send('/api/account', cookie, { name: ' Анна Ким ', language: 'en' }, 'PATCH');
    expect(changed.json()).toMatchObject({ person: { name: 'Анна Ким', language: 'en' } });
    expect((await get('/api/session', cookie)).json()).toMatchObject({
      person: { name: 'Анна Ким', language: 'en' },
    });
    expectProblem(
      await send('/api/account', cookie, { name: '   ', language: 'en' }, 'PATCH'),
      'invalid-request',
    );
  });
});

describe('a dump of the database', () => {
  /** Every row of every table, as text: bytes stand there in hexadecimal digits. */
  const dump = async (): Promise<string> => {
    const { db } = server.opened.context;
    const tables = await db.plain.query<{ name: string }>(
      'test-tables',
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      [],
    );
    const rows = await Promise.all(
      tables.map(({ name }) =>
        db.everyDesk((q) =>
          q.query<{ row: string }>(`test-dump-${name}`, `select t::text as row from ${name} t`, []),
        ),
      ),
    );
    return rows
      .flat()
      .map(({ row }) => row)
      .join('\n');
  };
  const webhookFor = async (
    by: TestPerson,
  ): Promise<{ readonly webhookId: string; readonly secret: Buffer }> => {
    const { context } = server.opened;
    const made = await createWebhook(context, {
      deskId: deskIdOf(server.opened, 'centaur'),
      by: by.personId,
      url: 'https://receiver.example/hook',
      about: '',
      types: ['ticket.registered'],
      idempotency: { key: newId(), requestHash: '' },
    });
    if (made === null) throw new Error('no room for a webhook');
    return { webhookId: made.webhookId, secret: Buffer.from(made.secret.slice('whsec_'.length), 'base64') };
  };
  const forms = (secret: Buffer): readonly string[] => [
    secret.toString('hex'),
    secret.toString('base64'),
    secret.toString('base64url'),
    new Secret({ buffer: new Uint8Array(secret).buffer }).base32,
  ];

  it('holds no secret of a webhook or of an authenticator app that could be used', async () => {
    const { person, secret } = await enrolled();
    const webhook = await webhookFor(person);
    const text = await dump();
    expect(text).toContain(webhook.webhookId);
    for (const one of [...forms(webhook.secret), ...forms(secret)]) expect(text).not.toContain(one);
  });

  it('of before is sealed at the next start, and everything works on; so with a new key', async () => {
    const { person, secret, nextCode } = await enrolled();
    const webhook = await webhookFor(person);
    const { db, secrets } = server.opened.context;
    // As a server from before kept them.
    await db.everyDesk(async (q) => {
      await q.query('test-plain-hook', 'update webhook set secret = $2 where webhook_id = $1', [
        webhook.webhookId,
        webhook.secret,
      ]);
      await q.query('test-plain-app', 'update person_totp set secret = $2 where person_id = $1', [
        person.personId,
        secret,
      ]);
    });
    expect(await dump()).toContain(secret.toString('hex'));
    expect(await sealSecrets({ db, secrets })).toEqual({ sealed: 2, unreadable: 0 });
    expect(await sealSecrets({ db, secrets })).toEqual({ sealed: 0, unreadable: 0 });
    const text = await dump();
    for (const one of [...forms(webhook.secret), ...forms(secret)]) expect(text).not.toContain(one);
    const proven = await send('/api/session/second-factor', await cookieOf(server, person), {
      code: nextCode(),
    });
    expect(proven.status).toBe(200);

    const later = createSecretBox(() => Promise.resolve(Buffer.alloc(32, 9)));
    const lost = await sealSecrets({ db, secrets: later });
    expect(lost.sealed).toBe(0);
    expect(lost.unreadable).toBeGreaterThanOrEqual(2);
    const kept = async (): Promise<Buffer> => {
      const [row] = await db.everyDesk((q) =>
        q.query<{ secret: Buffer }>('test-kept', 'select secret from webhook where webhook_id = $1', [
          webhook.webhookId,
        ]),
      );
      return row?.secret ?? Buffer.alloc(0);
    };
    expect(await secrets.openBytes(await kept(), webhookSecretName(webhook.webhookId))).toEqual(
      webhook.secret,
    );
    expect(await secrets.openBytes(await kept(), webhookSecretName(newId()))).toBeNull();
  });
});
