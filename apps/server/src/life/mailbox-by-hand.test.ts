import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, type MailboxAccounts } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDovecot, type Dovecot, type DovecotAccount } from '../testing/dovecot.ts';
import { type SmtpSink, startSmtpSink } from '../testing/letters/smtp-sink.ts';
import {
  eventually,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';
import { TEST_SECRET_KEY } from '../testing/test-secret-key.ts';

let folder: string;
let dovecot: Dovecot;
let account: DovecotAccount;
let sink: SmtpSink;
let server: TestServer;
let administrator: Visitor;
const params = { desk: 'centaur' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reglament-mailbox-'));
  dovecot = await startDovecot();
  account = await dovecot.user('centaur');
  sink = await startSmtpSink();
  server = await startTestServer({ dataDir: folder });
  administrator = await signedIn(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'admin@centaur.example'),
  );
});

afterAll(async () => {
  await server.stop();
  await sink.stop();
  await dovecot.stop();
  await rm(folder, { recursive: true });
});

const accounts = (password: string | null): MailboxAccounts => ({
  imap: {
    host: '127.0.0.1',
    port: dovecot.port,
    secure: false,
    user: account.user,
    password,
    folder: 'INBOX',
  },
  smtp: { host: '127.0.0.1', port: sink.port, secure: false, user: null, password: null },
});
const page = () => administrator.call(endpoints.getMailbox, { params });
const test = (body: MailboxAccounts) => administrator.call(endpoints.testMailbox, { params, body });
const change = async (body: MailboxAccounts) =>
  administrator.call(
    endpoints.changeMailbox,
    { params, body: { ...body, trustedAuthserv: null } },
    { version: (await page()).version },
  );

describe('a test of the connection', () => {
  it('says in its own word how it ended', async () => {
    expect(await test(accounts(account.password))).toEqual({
      in: { outcome: 'ok', detail: '' },
      out: { outcome: 'ok', detail: '' },
    });
    const wrong = await test(accounts('wrong'));
    expect(wrong.in?.outcome).toBe('sign-in');
    const nowhere = accounts(account.password);
    const { in: away, out } = await test({
      imap: { ...nowhere.imap!, host: 'mail.invalid' },
      smtp: { ...nowhere.smtp!, port: 1 },
    });
    expect([away?.outcome, out?.outcome]).toEqual(['unknown-host', 'refused']);
    const folderless = await test({ imap: { ...nowhere.imap!, folder: 'Nowhere' }, smtp: null });
    expect(folderless.in?.outcome).toBe('no-folder');
    const tls = await test({ imap: { ...nowhere.imap!, secure: true }, smtp: null });
    expect(tls.in?.outcome).not.toBe('ok');
    // Nobody’s password goes anywhere before it was given for that server.
    expect((await test(accounts(null))).in?.outcome).toBe('password-missing');
  });

  it('keeps nothing', async () => {
    expect(await page()).toMatchObject({ version: 0, in: { source: 'none', account: null } });
  });
});

describe('a mailbox that an administrator set', () => {
  it('is connected without a restart, and its letters become tickets', async () => {
    const changed = await change(accounts(account.password));
    expect(changed).toMatchObject({ version: 1, in: { source: 'desk' }, out: { source: 'desk' } });
    await eventually(async () => (await page()).in.state?.connected === true);
    await dovecot.deliver(
      account.user,
      Buffer.from(
        'From: olga@customer.example\r\nTo: support@centaur.example\r\nMessage-ID: <one@customer.example>\r\nSubject: Help\r\n\r\nHelp',
      ),
    );
    await eventually(async () => (await page()).in.lastLetterAt !== null);
  });

  it('sends the desk’s letters, and says so', async () => {
    await eventually(async () => sink.letters.length > 0, 15_000);
    await eventually(async () => (await page()).out.state?.connected === true);
  });

  it('never tells its password, and keeps it unreadable', async () => {
    expect(JSON.stringify(await page())).not.toContain(account.password);
    const rows = await server.opened.context.db.everyDesk((q) =>
      q.query<{ text: string }>(
        'test-secret',
        "select encode(imap_secret, 'escape') as text from desk_mailbox",
      ),
    );
    expect(rows[0]?.text).not.toContain(account.password);
    const audit = await administrator.call(endpoints.getAudit, { params, query: {} });
    expect(JSON.stringify(audit)).not.toContain(account.password);
    expect(audit.entries.find((one) => one.action === 'changeMailbox')?.target).toContain(
      `imap 127.0.0.1:${dovecot.port}`,
    );
  });

  it('gives the kept password to its own server and user only', async () => {
    expect((await test(accounts(null))).in?.outcome).toBe('ok');
    const other = accounts(null);
    expect((await test({ ...other, imap: { ...other.imap!, host: 'localhost' } })).in?.outcome).toBe(
      'password-missing',
    );
    await expect(change({ ...other, imap: { ...other.imap!, user: 'somebody' } })).rejects.toMatchObject({
      problem: { code: 'invalid-request', errors: [{ pointer: '/imap/password', code: 'required' }] },
    });
  });

  it('shows what went wrong, and comes back when told to try now', async () => {
    await dovecot.halt();
    await eventually(async () => (await page()).in.state?.connected === false, 15_000);
    expect((await page()).in.state?.failure).not.toBeNull();
    await dovecot.restart();
    await administrator.call(endpoints.retryMailbox, { params, body: {} });
    await eventually(async () => (await page()).in.state?.connected === true, 15_000);
  });

  it('changed by somebody else meanwhile is refused', async () => {
    await expect(
      administrator.call(
        endpoints.changeMailbox,
        { params, body: { imap: null, smtp: null, trustedAuthserv: null } },
        { version: 0 },
      ),
    ).rejects.toMatchObject({ problem: { code: 'stale' } });
  });

  it('taken away is watched no longer', async () => {
    await change({ imap: null, smtp: null });
    expect(await page()).toMatchObject({ in: { source: 'none', state: null }, out: { source: 'none' } });
  });
});

describe('a mailbox of the server’s configuration', () => {
  it('goes before, is shown without its password, and is not changed from here', async () => {
    const other = await startTestServer({
      dataDir: folder,
      secretKey: TEST_SECRET_KEY,
      mail: {
        centaur: {
          address: 'help@centaur.example',
          imap: { ...account, host: '127.0.0.1', port: dovecot.port, secure: false, mailbox: 'INBOX' },
        },
      },
    });
    try {
      const person = await addStaff(other.opened, 'centaur', 'administrator', 'admin@centaur.example');
      const visitor = await signedIn(other, person);
      const shown = await visitor.call(endpoints.getMailbox, { params });
      expect(shown).toMatchObject({
        address: 'help@centaur.example',
        addressFixed: true,
        in: { source: 'configuration', account: { user: account.user } },
      });
      expect(JSON.stringify(shown)).not.toContain(account.password);
      await eventually(
        async () => (await visitor.call(endpoints.getMailbox, { params })).in.state?.connected === true,
      );
    } finally {
      await other.stop();
    }
  });
});
