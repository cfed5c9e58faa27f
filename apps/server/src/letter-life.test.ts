import { endpoints } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, type DovecotAccount, startDovecot } from './testing/dovecot.ts';
import { type SmtpSink, startSmtpSink } from './testing/letters/smtp-sink.ts';
import { eventually, signedIn, startTestServer, type TestServer, type Visitor } from './testing/start-test-server.ts';
import { addCustomer, addStaff } from './testing/test-desk.ts';

let dovecot: Dovecot;
let sink: SmtpSink;
let account: DovecotAccount;
let server: TestServer;
let engineer: Visitor;

const letter = (headers: readonly string[], text: string): Buffer => Buffer.from([...headers, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n'));

beforeAll(async () => {
  [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  account = await dovecot.user('centaur');
  server = await startTestServer({
    mail: {
      centaur: {
        address: 'support@centaur.example',
        imap: { host: dovecot.host, port: dovecot.port, secure: false, user: account.user, password: account.password, mailbox: 'INBOX' },
        smtp: { host: sink.host, port: sink.port, secure: false },
      },
    },
  });
  await addCustomer(server.opened, 'centaur', { company: 'ООО «Ромашка»', email: 'olga@romashka.example', name: 'Ольга Иванова', packageId: 'extended' });
  engineer = await signedIn(server, await addStaff(server.opened, 'centaur', 'engineer', 'engineer@centaur.example'));
});

afterAll(async () => {
  await server.stop();
  await dovecot.stop();
  await sink.stop();
});

describe('a letter to the desk', () => {
  it('becomes a ticket with number, deadline and acknowledgement (CN-REACT, CN-TIME)', async () => {
    await dovecot.deliver(
      account.user,
      letter(['From: =?utf-8?B?0J7Qu9GM0LPQsA==?= <olga@romashka.example>', 'To: support@centaur.example', 'Subject: Phones are silent', 'Message-ID: <first@romashka.example>'], 'Не проходят звонки.'),
    );
    const queue = await eventually(async () => {
      const page = await engineer.call(endpoints.getQueue, { params: { desk: 'centaur' }, query: { view: 'open' } });
      return page.tickets.length > 0 && page;
    });
    const [ticket] = queue.tickets;
    expect(ticket).toMatchObject({ number: 1, subject: 'Phones are silent', company: { name: 'ООО «Ромашка»' }, package: { id: 'extended' }, priority: { id: 'medium', supposed: true } });
    const sent = await eventually(async () => sink.letters.find((l) => l.to.includes('olga@romashka.example')));
    expect(sent.raw.toString('utf8')).toContain('support+1-');
    const page = await eventually(async () => {
      const p = await engineer.call(endpoints.getTicket, { params: { desk: 'centaur', number: 1 } });
      return p.clocks[0]?.status === 'stopped' && p;
    });
    expect(page.clocks[0]).toMatchObject({ clock: 'reaction', outcome: 'met' });
    expect(server.errors).toEqual([]);
  });
});
