import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticator } from '../testing/authenticator.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { cookieIn, slugsOf, type LinkServer, startLinkServer } from '../testing/link-server.ts';
import type { LinkMailbox } from '../testing/mailbox-of-links.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { cookieOf, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';

let desk: LinkServer;
let mail: LinkMailbox;
let server: TestServer;

beforeAll(async () => {
  desk = await startLinkServer();
  ({ mail, server } = desk);
});

afterAll(() => desk.stop());

describe('a session that a link began', () => {
  const PASSWORD = 'the own password';
  const password = (cookie: string, current: string | null, next: string) =>
    rawRequest(server.url, '/api/account/password', {
      method: 'PATCH',
      body: JSON.stringify({ current, next }),
      headers: { 'content-type': 'application/json', cookie },
    });
  const atBoth = async (): Promise<string> => desk.knownAt('optima', await desk.newContact('centaur'));
  const byLetterOf = async (slug: string, email: string): Promise<string> => {
    desk.skip(61 * 60_000);
    return cookieIn(await desk.use(await desk.linkFor(email, { desk: slug })));
  };
  const resetBy = async (email: string, next: string, more: object = {}): Promise<string> => {
    const before = mail.count(email);
    await desk.post('/api/session/reset', { email, ...more });
    const { token } = await mail.newest(email, before);
    return cookieIn(await desk.post('/api/session/reset/use', { token, password: next }));
  };
  const goodAt = async (cookie: string): Promise<readonly string[]> =>
    ((await desk.get('/api/session', cookie)).json() as { goodAt: readonly { slug: string }[] }).goodAt.map(
      ({ slug }) => slug,
    );

  const setUpApp = async (cookie: string): Promise<void> => {
    const offered = await desk.post('/api/account/totp', {}, { cookie });
    const app = authenticator((offered.json() as { secret: string }).secret);
    const code = { code: app.nextCode() };
    expect((await desk.post('/api/account/totp/confirmation', code, { cookie })).status).toBe(200);
  };

  it('is a guest’s at every other desk, known or not: whoever runs a mail server reads its letters', async () => {
    const email = await atBoth();
    const cookie = await byLetterOf('optima', email);
    expect((await desk.get('/api/portal/optima', cookie)).status).toBe(200);
    for (const path of [
      '/api/portal/centaur',
      '/api/portal/centaur/tickets/1',
      '/api/portal/centaur/live',
      '/api/portal/none',
      '/api/desks/centaur/queue',
      '/api/desks/centaur/live',
    ])
      expectProblem(await desk.get(path, cookie), 'not-signed-in');
    expect((await desk.get('/api/desks/optima/queue', cookie)).status).toBe(404);
    expect(slugsOf(await desk.get('/api/session', cookie))).toEqual(['optima']);
  });

  it('sets a password that is good at that desk too, and at no other before it is given there', async () => {
    const email = await atBoth();
    const set = await password(await byLetterOf('optima', email), null, PASSWORD);
    expect(set.status).toBe(200);
    expect(slugsOf(set)).toEqual(['optima']);
    const elsewhere = await desk.post('/api/session', { email, password: PASSWORD });
    expect(slugsOf(elsewhere)).toEqual(['optima']);
    expectProblem(await desk.get('/api/portal/centaur', cookieIn(elsewhere)), 'not-signed-in');
    const letter = await byLetterOf('centaur', email);
    const both = await desk.post('/api/session', { email, password: PASSWORD }, { cookie: letter });
    expect(both.json()).toMatchObject({ byLetter: false });
    expect(slugsOf(both)).toEqual(['centaur', 'optima']);
    expect((await desk.get('/api/portal/centaur', cookieIn(both))).status).toBe(200);
  });

  it('changes nothing that its person proves themselves with, sees no other session, and ends none', async () => {
    const email = await atBoth();
    const own = cookieIn(await password(await byLetterOf('optima', email), null, PASSWORD));
    const letter = await byLetterOf('centaur', email);
    expectProblem(await password(letter, null, 'of somebody else'), 'invalid-request');
    expectProblem(await desk.post('/api/account/totp', {}, { cookie: letter }), 'state');
    expectProblem(await desk.post('/api/account/passkeys/challenge', {}, { cookie: letter }), 'state');
    const { sessions } = (await desk.get('/api/account', letter)).json() as { sessions: readonly object[] };
    expect(sessions).toHaveLength(1);
    const others = await rawRequest(server.url, '/api/account/sessions', {
      method: 'DELETE',
      headers: { cookie: letter },
    });
    expect(others.status).toBe(204);
    expect((await desk.get('/api/session', own)).status).toBe(200);
    expect((await password(letter, PASSWORD, 'another of mine')).json()).toMatchObject({ byLetter: false });
  });

  it('is no way round by a new password: that is good where its letter came from', async () => {
    const email = await atBoth();
    await byLetterOf('centaur', email);
    const cookie = await resetBy(email, PASSWORD);
    expect(await goodAt(cookie)).toEqual(['centaur']);
    expectProblem(await desk.get('/api/portal/optima', cookie), 'not-signed-in');
    await password(await byLetterOf('optima', email), PASSWORD, PASSWORD);
    const again = await resetBy(email, 'set anew again');
    expectProblem(await desk.get('/api/portal/optima', again), 'not-signed-in');
  });

  it('keeps nobody from a password at another desk that knows them: asked for there, it is set by that desk’s letter', async () => {
    const email = await atBoth();
    const theirs = cookieIn(await password(await byLetterOf('optima', email), null, 'of who reads letters'));
    desk.skip(61 * 60_000);
    const own = await resetBy(email, PASSWORD, { desk: 'centaur' });
    expect(await goodAt(own)).toEqual(['centaur']);
    expect((await desk.get('/api/portal/centaur', own)).status).toBe(200);
    expectProblem(await desk.get('/api/session', theirs), 'not-signed-in');
    expectProblem(
      await desk.post('/api/session', { email, password: 'of who reads letters' }),
      'wrong-credentials',
    );
    desk.skip(61 * 60_000);
    expect(await goodAt(await resetBy(email, 'set anew', { desk: 'none' }))).toEqual(['centaur']);
  });

  it('is no way round a factor: a reset asked for at a desk where the factor does not stand takes nothing from where it does', async () => {
    const email = await desk.newContact('centaur');
    await setUpApp(await byLetterOf('centaur', email));
    // Whoever reads the mailbox makes its address known at another desk, and asks there.
    await byLetterOf('optima', email);
    desk.skip(61 * 60_000);
    const before = mail.count(email);
    await desk.post('/api/session/reset', { email, desk: 'optima' });
    const { token } = await mail.newest(email, before);
    expect((await desk.post('/api/session/way-in', { token })).json()).toMatchObject({
      desk: { slug: 'centaur' },
    });
    await desk.post('/api/session/reset/use', { token, password: PASSWORD });
    const entered = await byLetterOf('centaur', email);
    expect((await desk.get('/api/session', entered)).json()).toMatchObject({ secondFactor: 'owed' });
    expectProblem(await desk.get('/api/portal/centaur', entered), 'second-factor-required');
  });

  it('gives no administrator who invites somebody a factor to forget that stands for other desks', async () => {
    const email = await desk.newContact('centaur');
    await setUpApp(await byLetterOf('centaur', email));
    const boss = await addStaff(server.opened, 'optima', 'administrator', 'boss@optima.example');
    const cookie = await cookieOf(server, boss);
    const staff = '/api/desks/optima/staff';
    const before = mail.count(email);
    await desk.post(`${staff}/invitations`, { email, name: '', role: 'engineer' }, { cookie });
    const { token } = await mail.newest(email, before);
    // Whoever reads the letters of that desk takes it.
    const letter = await byLetterOf('optima', email);
    expect((await desk.post('/api/session/invitation/use', { token }, { cookie: letter })).status).toBe(200);
    const { staff: people } = (await desk.get(staff, cookie)).json() as {
      staff: readonly { personId: string; email: string }[];
    };
    const { personId } = people.find((one) => one.email === email) ?? expect.fail('they do not work there');
    expectProblem(await desk.post(`${staff}/${personId}/second-factor/reset`, {}, { cookie }), 'state');
    const entered = await byLetterOf('centaur', email);
    expect((await desk.get('/api/session', entered)).json()).toMatchObject({ secondFactor: 'owed' });
  });

  it('gives nobody another name, whose password stands for other desks', async () => {
    const email = await atBoth();
    await password(await byLetterOf('centaur', email), null, PASSWORD);
    const rename = (cookie: string) =>
      rawRequest(server.url, '/api/account', {
        method: 'PATCH',
        body: JSON.stringify({ name: 'Служба безопасности', language: 'ru' }),
        headers: { 'content-type': 'application/json', cookie },
      });
    expectProblem(await rename(await byLetterOf('optima', email)), 'state');
    expect((await rename(await byLetterOf('centaur', email))).status).toBe(200);
  });

  it('is no way for a desk to take from staff of another what they work with', async () => {
    const email = 'works.at.optima@staff.example';
    const { personId } = await addStaff(server.opened, 'optima', 'engineer', email);
    await desk.knownAt('centaur', email);
    const optima = deskIdOf(server.opened, 'optima');
    await server.opened.context.db.everyDesk((q) =>
      q.query('test-good-at', 'update person set good_at = array[$2::uuid] where id = $1', [
        personId,
        optima,
      ]),
    );
    const before = mail.count(email);
    await desk.post('/api/session/reset', { email, desk: 'centaur' });
    const { token } = await mail.newest(email, before);
    expect((await desk.post('/api/session/way-in', { token })).json()).toMatchObject({
      desk: { slug: 'optima' },
    });
  });

  it('of the operator’s people gives no other desk either; their password does', async () => {
    const email = 'both@staff.example';
    const person = await addStaff(server.opened, 'centaur', 'engineer', email);
    await desk.knownAt('optima', email);
    const cookie = await byLetterOf('centaur', email);
    expect((await desk.get('/api/desks/centaur/queue', cookie)).status).toBe(200);
    await desk.post('/api/session', { email, password: person.password }, { cookie });
    expect((await desk.get('/api/session', cookie)).json()).toMatchObject({ goodAt: [{ slug: 'centaur' }] });
    const proven = await desk.post('/api/session', { email, password: person.password });
    expect(proven.json()).toMatchObject({ goodAt: null, byLetter: false });
  });
});
