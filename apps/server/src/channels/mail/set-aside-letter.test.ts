import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dovecot, type DovecotAccount, startDovecot } from '../../testing/dovecot.ts';
import { rawLetter } from '../../testing/letters/raw-letter.ts';
import { makeImapClient } from './imap-client.ts';
import { setAsideLetter } from './set-aside-letter.ts';

let dovecot: Dovecot;
let account: DovecotAccount;

beforeAll(async () => {
  dovecot = await startDovecot();
  account = await dovecot.user('desk');
});

afterAll(async () => {
  await dovecot.stop();
});

const server = () => ({
  host: dovecot.host,
  port: dovecot.port,
  secure: false,
  user: account.user,
  password: account.password,
  mailbox: 'INBOX',
});

const countIn = async (mailbox: string | string[]): Promise<{ messages: number; uidValidity: string }> => {
  const client = makeImapClient(server());
  await client.connect();
  try {
    const box = await client.mailboxOpen(typeof mailbox === 'string' ? mailbox : mailbox.join('.'), {
      readOnly: true,
    });
    return { messages: box.exists, uidValidity: String(box.uidValidity) };
  } finally {
    await client.logout();
  }
};

test('a letter that could not be read is moved to Desk/Failed, the others stay; moved once, the second time says so', async () => {
  await dovecot.deliver('desk', rawLetter([['Subject', 'bomb']], 'x'));
  await dovecot.deliver('desk', rawLetter([['Subject', 'fine']], 'y'));
  const { uidValidity } = await countIn('INBOX');
  expect(await setAsideLetter(server(), { uidValidity, uid: 1 })).toBe(true);
  expect((await countIn('INBOX')).messages).toBe(1);
  expect((await countIn(['Desk', 'Failed'])).messages).toBe(1);
  expect(await setAsideLetter(server(), { uidValidity: '1', uid: 2 })).toBe(false);
  expect((await countIn('INBOX')).messages).toBe(1);
});
