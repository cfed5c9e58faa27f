import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimWaitingLetters } from '../store/letters.ts';
import { claimOutbox } from '../store/outbox.ts';
import { ticketPageRow } from '../store/queries/ticket-page.ts';
import { statusConversation } from '../store/queries/status-page.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { startSmtpSink } from '../testing/letters/smtp-sink.ts';
import { startMailer } from '../jobs/mailer.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { uploadAttachment } from '../use-cases/upload-attachment.ts';

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

describe('what goes wrong with one holds up no other', () => {
  it('a process that dies over one letter has not read the others that it took', async () => {
    const letterId = await desk.hand(
      'centaur',
      letterFrom({ from: await known(), to: addressOf('centaur') }),
    );
    for (let deaths = 0; deaths < 8; deaths += 1) {
      await desk.context.db.everyDesk((q) => claimWaitingLetters(q, desk.context.now(), 30_000, 10));
      desk.pass(31_000);
    }
    await desk.read();
    expect((await desk.letter('centaur', letterId)).outcome).toBe('ticket');
  });

  it('a full disk makes no letter unreadable', async () => {
    const letterId = await desk.hand(
      'centaur',
      letterFrom({ from: await known(), to: addressOf('centaur') }),
    );
    const before = desk.errors.length;
    for (let rounds = 0; rounds < 8; rounds += 1) {
      await desk.read(() =>
        Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' })),
      );
      desk.pass(31_000);
    }
    expect(desk.errors.length - before).toBe(8);
    await desk.read();
    expect((await desk.letter('centaur', letterId)).outcome).toBe('ticket');
  });

  it('an alarm that cannot be rung is reported now and then, and lets the others ring', async () => {
    const numbers: number[] = [];
    for (let i = 0; i < 2; i += 1) {
      const state = await desk.receive(
        'centaur',
        letterFrom({ from: await known(), to: addressOf('centaur') }),
      );
      numbers.push(state.number as number);
    }
    const [bad] = numbers;
    const deskId = desk.desk('centaur');
    await desk.rows(
      `update ticket set body = body || '{"regulationVersionId":"00000000-0000-4000-8000-000000000000"}' where desk_id = $1 and number = $2`,
      [deskId, bad],
    );
    await desk.rows(
      `insert into alarm (desk_id, ticket_id, key, at, body) select desk_id, ticket_id, 'closing', $3, '{"kind":"closing","key":"closing","at":0}' from ticket where desk_id = $1 and number = any($2)`,
      [deskId, numbers, new Date(desk.context.now() - 1000).toISOString()],
    );
    const before = desk.errors.length;
    for (let round = 0; round < 5; round += 1) await desk.ring();
    expect(desk.errors.length - before).toBe(1);
    desk.pass(31_000);
    await desk.ring();
    expect(desk.errors.length - before).toBe(2);
    expect(await desk.rows(`select 1 from alarm where key = 'closing'`)).toHaveLength(1);
    await desk.rows('delete from alarm');
  });
});

describe('letters that we send', () => {
  it('an item that somebody else took after its lease is not sent a second time', async () => {
    const from = await known();
    await desk.hand('centaur', letterFrom({ from, to: addressOf('centaur') }));
    await desk.hand('centaur', letterFrom({ from: await known(), to: addressOf('centaur') }));
    await desk.read();
    const sent: string[] = [];
    let others = 0;
    await desk.deliver({
      // The first one takes so long that another process claims the second.
      sends: () => true,
      send: async (_desk, _raw, { to }) => {
        sent.push(to);
        if (sent.length === 1) {
          desk.pass(31_000);
          const claimed = await desk.context.db.everyDesk((q) =>
            claimOutbox(q, desk.context.now(), 30_000, 20),
          );
          others = claimed.length;
        }
        return { accepted: true, kept: true, response: '' };
      },
      stop: () => Promise.resolve(),
    });
    expect([others > 0, sent.length]).toEqual([true, 1]);
    desk.pass(31_000);
    await desk.deliver();
  });

  it('files too large for a letter stay on the ticket’s page, named in it', async () => {
    const from = await known();
    const state = await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur') }));
    const number = state.number as number;
    const deskId = desk.desk('centaur');
    const engineer = await addStaff(desk.opened, 'centaur', 'engineer', 'files@staff.example');
    const attachments: string[] = [];
    for (const fileName of ['one.bin', 'two.bin']) {
      const kept = await uploadAttachment(desk.context, {
        deskId,
        personId: engineer.personId,
        fileName,
        type: 'application/octet-stream',
        content: Buffer.alloc(9 * 1024 * 1024, fileName),
      });
      attachments.push(kept.attachmentId);
    }
    await staffHand(desk, 'centaur', engineer)(number, { command: 'reply', text: 'Файлы', attachments });
    await desk.deliver();
    const letter = desk.sink.letters.findLast((l) => l.to.includes(from));
    expect(letter?.raw.length).toBeLessThan(14 * 1024 * 1024);
    if (letter === undefined) throw new Error('no letter');
    expect((await openLetter(letter)).text).toMatch(/one\.bin[\s\S]*two\.bin/);
  });

  it('a notice over which the process dies each time is given up', async () => {
    const from = await known();
    await desk.hand('centaur', letterFrom({ from, to: addressOf('centaur') }));
    await desk.read();
    for (let deaths = 0; deaths < 12; deaths += 1) {
      await desk.context.db.everyDesk((q) => claimOutbox(q, desk.context.now(), 30_000, 20));
      desk.pass(31_000);
    }
    await desk.deliver();
    expect(desk.sink.letters.filter((l) => l.to.includes(from))).toEqual([]);
    const [row] = await desk.rows<{ last_error: string }>(
      'select last_error from outbox where dead_at is not null',
    );
    expect(row?.last_error).toContain('given up');
    await desk.rows('delete from outbox');
  });
});
