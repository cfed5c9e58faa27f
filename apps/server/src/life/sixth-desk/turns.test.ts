import type { PriorityId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StageTicket } from '../../scenarios/stage-ticket.ts';
import { multipart, ordinaryHeaders, rawLetter } from '../../testing/letters/raw-letter.ts';
import { openSixthDesk, type SixthDesk } from '../../scenarios/sixth-desk.ts';
import { addressOf } from '../../testing/still-desk.ts';
import { registerByStaff } from '../../use-cases/register-by-staff.ts';

// What starts, stops, holds and changes the sixth desk's clocks, and what its people may do. Times are Perm's.

let desk: SixthDesk;

beforeAll(async () => {
  desk = await openSixthDesk();
});
afterAll(async () => {
  expect(desk.stage.errors).toEqual([]);
  expect(await desk.disagreements()).toEqual([]);
  await desk.stop();
});

const MORNING = '2025-02-04 10:00';

const letter = async (packageId: string | null = 'basic'): Promise<StageTicket> => {
  desk.at(MORNING);
  return (await desk.stage.customer(packageId)).writes('Терминал не видит остатки.');
};
const urgent = async (): Promise<StageTicket> => {
  desk.at(MORNING);
  return (await desk.stage.customer('basic')).calls({ priority: 'stop' });
};
const call = (reached: boolean, toldNumber: boolean) =>
  ({ command: 'record-call', text: 'Звонок', who: 'Ольга', reached, toldNumber }) as const;
const status = async (ticket: StageTicket, clock: string) => (await ticket.clock(clock)).status;

/** The customer's mail server could not deliver a letter of ours. */
const bounceOf = (messageId: string, to: string): Buffer =>
  rawLetter(
    ordinaryHeaders({
      From: 'Mail Delivery System <MAILER-DAEMON@mx.customer.example>',
      To: addressOf('lira'),
      'Return-Path': '<>',
      'Message-ID': `<${desk.stage.still.context.newId()}@mx.customer.example>`,
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="dsn"',
    }),
    multipart('dsn', [
      ['Content-Type: text/plain', 'This is the mail system.'],
      [
        'Content-Type: message/delivery-status',
        `Reporting-MTA: dns; mx.customer.example\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: failed\r\nStatus: 5.1.1`,
      ],
      ['Content-Type: message/rfc822', `To: ${to}\r\nMessage-ID: <${messageId}>\r\nSubject: x\r\n\r\nx`],
    ]),
  );

describe('the first word', () => {
  it('R34, Q1: the letter with the number went out and stops nothing; a person who says the number does', async () => {
    const ticket = await letter();
    expect((await ticket.lastLetter()).subject).toContain(`№${ticket.number}]`);
    expect(await ticket.journal()).toContain('NoticeAccepted');
    expect(await status(ticket, 'first-word')).toBe('running');
    desk.at('2025-02-04 10:20');
    await ticket.staff(call(true, false));
    expect(await status(ticket, 'first-word')).toBe('running');
    await ticket.staff(call(true, true));
    expect(await status(ticket, 'first-word')).toBe('stopped');
  });

  it('R34: a letter that bounced takes nothing back', async () => {
    const ticket = await letter();
    await ticket.staff(call(true, true));
    const last = await ticket.lastLetter();
    await desk.stage.still.receive('lira', bounceOf(last.messageId, ticket.email ?? ''));
    expect(await ticket.journal()).toContain('NoticeBounced');
    expect(await ticket.journal()).not.toContain('ClockStopWithdrawn');
    expect(await status(ticket, 'first-word')).toBe('stopped');
  });

  it('the number goes by letter, also to whoever called; without an address it is left to tell by phone', async () => {
    const ticket = await urgent();
    expect((await ticket.lastLetter()).subject).toContain(`№${ticket.number}]`);
    expect(await ticket.journal()).not.toContain('NumberLeftToTell');
    const { context } = desk.stage.still;
    const called = await registerByStaff(context, {
      deskId: desk.stage.still.desk('lira'),
      personId: desk.stage.engineer.personId,
      channel: 'phone',
      requesterEmail: null,
      requesterName: 'Ольга',
      requesterPhone: '+7 900 000-00-00',
      companyId: null,
      subject: 'Стоим',
      text: 'Склад стоит.',
      type: null,
      priority: null,
      fields: {},
      attachments: [],
      idempotency: { key: context.newId(), requestHash: 'x' },
    });
    if (!called.ok) throw new Error(called.code);
    expect(await desk.stage.still.journal('lira', called.value.number)).toContain('NumberLeftToTell');
  });

  it('R3: one figure for all, a certificate names no shorter one', async () => {
    desk.at(MORNING);
    const customer = await desk.stage.customer(null);
    const dates = { purchase: '2025-02-03' };
    await expect(customer.buys('basic', { dates, hours: { 'first-word': 4 } })).rejects.toMatchObject({
      code: 'figure-not-agreed',
    });
  });
});

describe('taking up, calling, sorting', () => {
  it('R25, R28, Q1: taking it into work stops the clock, a note does not', async () => {
    const ticket = await letter();
    await ticket.staff({ command: 'add-note', text: 'Смотрю', attachments: [] });
    expect(await status(ticket, 'in-work')).toBe('running');
    desk.at('2025-02-04 11:00');
    await ticket.staff({ command: 'take' });
    expect(await ticket.clock('in-work')).toMatchObject({ status: 'stopped', stoppedBy: 'taken' });
  });

  it('R28: an answer does not stand for the call, nor an attempt; a talk does', async () => {
    const ticket = await urgent();
    await ticket.reply('Разбираемся.');
    await ticket.staff(call(false, false));
    expect(await status(ticket, 'call')).toBe('running');
    await ticket.staff(call(true, false));
    expect(await ticket.clock('call')).toMatchObject({ status: 'stopped', stoppedBy: 'callback' });
  });

  it('R20, Q6: a question pauses the sorting, an answer runs it on', async () => {
    const ticket = await letter();
    desk.at('2025-02-04 11:00');
    await ticket.ask('Какая версия?');
    expect(await status(ticket, 'sorting')).toBe('paused');
    desk.at('2025-02-04 15:00');
    await ticket.answer('Седьмая.');
    // Four working hours of 10:00: one was used, three are left of 15:00.
    expect(await desk.due(ticket, 'sorting')).toBe('2025-02-04 18:00');
  });

  it('R20: the priority that was set judges it: two hours are too late for one of an hour', async () => {
    const outcomes: (string | null)[] = [];
    for (const priority of ['stop', 'slow']) {
      const ticket = await letter();
      desk.at('2025-02-04 12:00');
      await ticket.classify('failure', priority);
      outcomes.push((await ticket.clock('sorting')).outcome);
    }
    expect(outcomes).toEqual(['missed', 'met']);
  });
});

describe('priorities', () => {
  it('R33, Q9: the customer’s priority is nobody’s to change, nor to propose', async () => {
    const ticket = await urgent();
    await expect(ticket.classify('failure', 'slow', 'Работает медленно')).rejects.toMatchObject({
      code: 'priority-is-customers',
      clause: 'L-2',
    });
    await expect(
      ticket.staff({ command: 'propose-priority', priority: 'slow', reason: 'Работает' }),
    ).rejects.toMatchObject({ clause: 'L-2' });
  });

  it('Q9: the customer’s own change counts anew from its moment', async () => {
    const ticket = await letter();
    desk.at('2025-02-04 10:45');
    await ticket.page({ kind: 'state-fields', text: 'Стоим', fields: {}, priority: 'stop' as PriorityId });
    // A working hour from then on; the three quarters that were used by the lower one do not count.
    expect(await desk.due(ticket, 'sorting')).toBe('2025-02-04 11:45');
    // A clock that the lower one has not begins where its rule says: at the registration, 72 hours.
    expect(await desk.due(ticket, 'call')).toBe('2025-02-07 10:00');
  });

  it('R35: where none was named the low one is supposed', async () => {
    expect((await (await letter()).seen()).supposedPriority).toBe('slow');
  });
});

describe('agreed dates', () => {
  const agree = (date: string) =>
    ({ command: 'agree-date', clock: 'solution', reason: 'Ждём поставку', date, agreedBy: 'Ольга' }) as const;

  it('Q18: what was agreed stays through a pause, and is a moment of the service’s hours', async () => {
    const ticket = await letter('best');
    await ticket.classify('failure', 'slow');
    // Sunday.
    await expect(ticket.staff(agree('2025-02-16T12:00'))).rejects.toMatchObject({ clause: 'L-5' });
    await ticket.staff(agree('2025-02-14T12:00'));
    expect(await desk.due(ticket, 'solution')).toBe('2025-02-14 12:00');
    await ticket.ask('Какая версия?');
    desk.at('2025-02-06 10:00');
    await ticket.answer('Седьмая.');
    expect(await desk.due(ticket, 'solution')).toBe('2025-02-14 12:00');
  });
});

describe('what a request holds', () => {
  it('Q25: a failure wants the number of the terminal, other work does not', async () => {
    const missing = async (type: string) => {
      const ticket = await letter();
      await ticket.classify(type, 'slow');
      const { fields } = (await desk.stage.browser.ticket(ticket.number)).ticket;
      return fields.filter(({ required, value }) => required && value === null).map(({ id }) => id);
    };
    expect(await missing('failure')).toEqual(['terminal']);
    expect(await missing('request')).toEqual([]);
  });
});

describe('lines and the end of what is done', () => {
  it('Q22: a standstill under the full package begins on the second line; the first hands over with its log only', async () => {
    desk.at(MORNING);
    const best = await (await desk.stage.customer('best')).calls({ priority: 'stop' });
    expect((await best.seen()).line?.id).toBe('second');
    const ticket = await letter();
    expect((await ticket.seen()).line?.id).toBe('first');
    await ticket.classify('failure', 'slow');
    await expect(ticket.handOver('second', [])).rejects.toMatchObject({ clause: 'L-6' });
    await ticket.handOver('second', [0]);
    expect((await ticket.seen()).line?.id).toBe('second');
  });

  it('Q21: what is not done is declined by its clause where the package has it not, and by none where it has', async () => {
    const plain = await letter();
    await plain.classify('failure', 'slow');
    await plain.exclude('training');
    expect((await plain.lastLetter()).text).toContain('L-10');
    const full = await letter('best');
    await full.classify('failure', 'slow');
    await expect(full.exclude('training')).rejects.toMatchObject({ clause: 'L-10' });
  });

  it('Q20: what is paid, and on what condition: a visit is included in one package, a session is a judgement', async () => {
    const grounds = async (packageId: string) => {
      const ticket = await letter(packageId);
      await ticket.classify('failure', 'slow');
      const { declinable } = await desk.stage.browser.ticket(ticket.number);
      return declinable.map(({ ground, toJudge }) => [ground.id, toJudge.length > 0]);
    };
    expect(await grounds('basic')).toEqual([
      ['training', false],
      ['modified', true],
      ['remote', true],
      ['visit', false],
    ]);
    // Whether it works at this moment is for people to judge, having worked once is nothing.
    expect(await grounds('best')).toEqual([
      ['modified', true],
      ['remote', true],
    ]);
  });
});
