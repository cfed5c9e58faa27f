import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketPageRow } from '../store/queries/ticket-page.ts';
import { statusConversation } from '../store/queries/status-page.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { startSmtpSink } from '../testing/letters/smtp-sink.ts';
import { startMailer } from '../jobs/mailer.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer } from '../testing/test-desk.ts';

let desk: StillDesk;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 10:00');
});
afterAll(() => desk?.stop());

const known = async (): Promise<string> => {
  people += 1;
  const email = `hostile-${people}@customer.example`;
  await addCustomer(desk.opened, 'centaur', {
    company: `ООО «Хитрость ${people}»`,
    email,
    name: 'Ольга',
    packageId: 'basic',
  });
  return email;
};

describe('what a letter says never keeps it out', () => {
  it.each([499, 119])(
    'a character of two halves across place %i of the text is registered',
    async (place) => {
      const text = `${'a'.repeat(place)}😀`;
      const state = await desk.receive(
        'centaur',
        letterFrom({ from: await known(), to: addressOf('centaur'), text }),
      );
      expect(state.outcome).toBe('ticket');
      expect(desk.errors).toEqual([]);
    },
  );

  it('an answer to a question of the form that is cut within such a character is registered', async () => {
    const text = `Компания: ${'a'.repeat(499)}😀`;
    const state = await desk.receive(
      'centaur',
      letterFrom({ from: await known(), to: addressOf('centaur'), text }),
    );
    expect(state.outcome).toBe('ticket');
  });

  it('many long letters do not make the pages of their ticket too large to show', async () => {
    const from = await known();
    const first = await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur') }));
    const number = first.number as number;
    const notice = desk.sink.letters.findLast((l) => l.to.includes(from));
    if (notice === undefined) throw new Error('no notice');
    const { replyTo } = await openLetter(notice);
    for (let i = 0; i < 8; i += 1) {
      const text = `${i} ${'длинное письмо '.repeat(100_000)}`;
      expect((await desk.receive('centaur', letterFrom({ from, to: replyTo, text }))).outcome).toBe('reply');
    }
    const deskId = desk.desk('centaur');
    const { ticketId } = (await desk.ticket('centaur', number)).ticket;
    const page = await desk.context.db.inDesk(deskId, (q) => ticketPageRow(q, deskId, number));
    expect(page?.messages).toHaveLength(9);
    expect(JSON.stringify(page).length).toBeLessThan(4_000_000);
    const talk = await desk.context.db.inDesk(deskId, (q) => statusConversation(q, deskId, ticketId));
    expect(talk).toHaveLength(9);
    expect(JSON.stringify(talk).length).toBeLessThan(2_000_000);
  });
});

describe('R34: who may say that a notice bounced', () => {
  const report = (original: string, recipient: string): Buffer =>
    Buffer.from(
      [
        `From: Mail Delivery System <mailer-daemon@relay.example>`,
        `To: ${addressOf('centaur')}`,
        'Subject: Undelivered Mail Returned to Sender',
        'Date: Fri, 07 Feb 2025 10:00:00 +0300',
        `Message-ID: <${people}-${recipient}@relay.example>`,
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Delivery failed.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; relay.example',
        '',
        `Final-Recipient: rfc822; ${recipient}`,
        'Action: failed',
        'Status: 5.1.1',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${original}>`,
        '--b--',
        '',
      ].join('\r\n'),
    );

  it('R34: a report about somebody else than we wrote to withdraws nothing', async () => {
    const from = await known();
    const first = await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur') }));
    const notice = desk.sink.letters.findLast((l) => l.to.includes(from));
    if (notice === undefined) throw new Error('no notice');
    const { messageId } = await openLetter(notice);
    const number = first.number as number;
    await desk.receive('centaur', report(messageId, 'forwarded-to@elsewhere.example'));
    expect(await desk.journal('centaur', number)).not.toContain('NoticeBounced');
    expect(await desk.journal('centaur', number)).toContain('RobotWrote');
    await desk.receive('centaur', report(messageId, from));
    expect(await desk.journal('centaur', number)).toContain('NoticeBounced');
  });

  it('R34: clocks of a closed ticket stand as they are', async () => {
    const from = await known();
    const first = await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur') }));
    const notice = desk.sink.letters.findLast((l) => l.to.includes(from));
    if (notice === undefined) throw new Error('no notice');
    const { messageId } = await openLetter(notice);
    const number = first.number as number;
    const deskId = desk.desk('centaur');
    await desk.rows(
      `update ticket set body = body || '{"state":"closed"}', state = 'closed' where desk_id = $1 and number = $2`,
      [deskId, number],
    );
    await desk.receive('centaur', report(messageId, from));
    expect(await desk.journal('centaur', number)).not.toContain('ClockStopWithdrawn');
  });
});

describe('what a mail server answers', () => {
  it('a NUL in its word makes no second letter', async () => {
    const from = await known();
    const nul = await startSmtpSink({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => {
          taken += 1;
          (done as unknown as (error: null, message: string) => void)(null, 'queued as \u0000\u0001 7');
        });
      },
    });
    let taken = 0;
    const mailer = startMailer(
      new Map([[desk.desk('centaur'), { host: nul.host, port: nul.port, secure: false }]]),
    );
    await desk.hand('centaur', letterFrom({ from, to: addressOf('centaur') }));
    await desk.read();
    await desk.deliver(mailer);
    desk.pass(3_600_000);
    await desk.deliver(mailer);
    await mailer.stop();
    await nul.stop();
    expect(taken).toBe(1);
    expect(desk.errors).toEqual([]);
  });
});
