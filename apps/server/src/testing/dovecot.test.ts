import { existsSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { afterEach, describe, expect, test } from 'vitest';
import { findDovecot, startDovecot, type Dovecot, type DovecotAccount } from './dovecot.ts';

const servers: Dovecot[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

const start = async (): Promise<Dovecot> => {
  const server = await startDovecot();
  servers.push(server);
  return server;
};

const inbox = async (
  server: Dovecot,
  account: DovecotAccount,
): Promise<{ uidValidity: string; exists: number }> => {
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: account.user, pass: account.password },
    logger: false,
  });
  client.on('error', () => undefined);
  await client.connect();
  const { uidValidity, exists } = await client.mailboxOpen('INBOX', { readOnly: true });
  await client.logout();
  return { uidValidity: String(uidValidity), exists };
};

describe('the test mail server', () => {
  test('keeps accounts apart and mail over a restart, and gives another UIDVALIDITY when asked', async () => {
    const server = await start();
    const one = await server.user('one');
    const two = await server.user('two');
    await server.deliver('one', Buffer.from('Subject: a\r\n\r\nb\r\n'));
    const before = await inbox(server, one);
    expect(before.exists).toBe(1);
    expect((await inbox(server, two)).exists).toBe(0);
    await expect(inbox(server, { ...one, password: two.password })).rejects.toThrow('Command failed');
    await server.restart();
    expect(await inbox(server, one)).toEqual(before);
    await server.changeUidValidity('one');
    const after = await inbox(server, one);
    expect(after.exists).toBe(1);
    expect(after.uidValidity).not.toBe(before.uidValidity);
  });

  test('runs beside another one and leaves nothing behind', async () => {
    const [one, two] = [await start(), await start()];
    expect(one.port).not.toBe(two.port);
    await one.stop();
    expect(existsSync(one.folder)).toBe(false);
    await expect(inbox(one, { user: 'a', password: 'b' })).rejects.toThrow('ECONNREFUSED');
    await expect(inbox(two, await two.user('b'))).resolves.toMatchObject({ exists: 0 });
  });

  test('is looked for where the setting says, and only there', () => {
    expect(findDovecot({ REGLAMENT_DOVECOT: '/nowhere/dovecot', PATH: '/usr/sbin' })).toBeNull();
    expect(findDovecot({ REGLAMENT_DOVECOT: process.execPath })).toBe(process.execPath);
  });
});
