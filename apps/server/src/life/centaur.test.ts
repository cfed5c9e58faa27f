import type { ProposalId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { multipart, ordinaryHeaders, rawLetter } from '../testing/letters/raw-letter.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { customerAction } from '../use-cases/customer-action.ts';

let desk: StillDesk;
let staff: ReturnType<typeof staffHand>;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  staff = staffHand(
    desk,
    'centaur',
    await addStaff(desk.opened, 'centaur', 'engineer', 'engineer@centaur.example'),
  );
});
afterAll(() => desk?.stop());

const person = async (): Promise<string> => {
  people += 1;
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, 'centaur', {
    company: `ООО «Связь ${people}»`,
    email,
    name: 'Ольга',
    packageId: 'extended',
  });
  return email;
};
const clockOf = async (number: number) => (await desk.ticket('centaur', number)).ticket.clocks[0];
const ackTo = async (email: string) => {
  const sunk = desk.sink.letters.find((l) => l.to.includes(email));
  if (sunk === undefined) throw new Error('no acknowledgement');
  return openLetter(sunk);
};

const report = (to: string, original: string, action: string, status: string): Buffer =>
  rawLetter(
    ordinaryHeaders({
      From: 'Mail Delivery System <MAILER-DAEMON@mx.customer.example>',
      To: addressOf('centaur'),
      'Return-Path': '<>',
      'Message-ID': `<${desk.context.newId()}@mx.customer.example>`,
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="dsn"',
    }),
    multipart('dsn', [
      ['Content-Type: text/plain', 'This is the mail system.'],
      [
        'Content-Type: message/delivery-status',
        `Reporting-MTA: dns; mx.customer.example\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: ${action}\r\nStatus: ${status}`,
      ],
      [
        'Content-Type: message/rfc822',
        `From: ${addressOf('centaur')}\r\nTo: ${to}\r\nMessage-ID: <${original}>\r\nSubject: x\r\n\r\nx`,
      ],
    ]),
  );

describe('Centaur: reaction is the notice with the number', () => {
  it('CN-REACT, R34: counted from receipt by the mail server, stopped when the server of the customer took the notice', async () => {
    desk.at('2025-02-07 10:00');
    const email = await person();
    const letterId = await desk.hand('centaur', letterFrom({ from: email, to: addressOf('centaur') }), {
      receivedAt: moscow('2025-02-07 09:40'),
    });
    await desk.read();
    const { number } = await desk.letter('centaur', letterId);
    expect(await clockOf(number as number)).toMatchObject({
      status: 'running',
      startedAt: moscow('2025-02-07 09:40'),
      dueAt: moscow('2025-02-07 13:40'),
    });
    desk.at('2025-02-07 10:05');
    await desk.deliver();
    expect(await clockOf(number as number)).toMatchObject({
      status: 'stopped',
      outcome: 'met',
      stopCause: 'registration-notice',
      stoppedAt: moscow('2025-02-07 10:05'),
    });
  });

  it('R34: a bounce of the notice withdraws the stop, the count goes on from receipt, staff see the report', async () => {
    desk.at('2025-02-07 10:00');
    const email = await person();
    const { number } = await desk.receive('centaur', letterFrom({ from: email, to: addressOf('centaur') }));
    const ack = await ackTo(email);
    const delayed = await desk.receive('centaur', report(email, ack.messageId, 'delayed', '4.4.1'));
    expect(delayed).toMatchObject({ outcome: 'bounce', number });
    expect(await clockOf(number as number)).toMatchObject({ status: 'stopped' });
    desk.at('2025-02-07 11:00');
    const sent = desk.sink.letters.length;
    const bounced = await desk.receive('centaur', report(email, ack.messageId, 'failed', '5.1.1'));
    expect(bounced).toMatchObject({ outcome: 'bounce', number });
    expect(await clockOf(number as number)).toMatchObject({
      status: 'running',
      outcome: null,
      dueAt: moscow('2025-02-07 14:00'),
    });
    expect(await desk.journal('centaur', number as number)).toEqual(
      expect.arrayContaining(['NoticeBounced', 'ClockStopWithdrawn']),
    );
    expect(desk.sink.letters.length).toBe(sent);
  });

  it('R34: a bounce of nothing of ours moves nothing', async () => {
    const state = await desk.receive(
      'centaur',
      report('x@customer.example', '1-aaaaaaaaaaaaaaaaaaaaaaaaaa.x@centaur.example', 'failed', '5.1.1'),
    );
    expect(state).toMatchObject({ outcome: 'suppressed', number: null, note: 'bounce-of-nothing' });
  });

  it('CN-REACT: the notice was held back: the first letter with the number that is accepted stops reaction', async () => {
    desk.at('2025-02-07 10:00');
    const email = await person();
    const { number } = await desk.receive(
      'centaur',
      letterFrom({ from: email, to: addressOf('centaur'), headers: ['Precedence: bulk'] }),
    );
    expect(await clockOf(number as number)).toMatchObject({ status: 'running' });
    desk.at('2025-02-07 10:30');
    await staff(number as number, { command: 'reply', text: 'Смотрим', attachments: [] });
    expect(await clockOf(number as number)).toMatchObject({ status: 'running' });
    await desk.deliver();
    expect((await ackTo(email)).subject).toContain(`№${number}]`);
    expect(await clockOf(number as number)).toMatchObject({
      status: 'stopped',
      outcome: 'met',
      stoppedAt: moscow('2025-02-07 10:30'),
    });
  });

  it('CN-REACT: a question that did not go out yet does not stop reaction, a call that told the number does', async () => {
    desk.at('2025-02-07 10:00');
    const email = await person();
    const letterId = await desk.hand('centaur', letterFrom({ from: email, to: addressOf('centaur') }));
    await desk.read();
    const number = (await desk.letter('centaur', letterId)).number as number;
    await staff(number, { command: 'request-information', text: 'Какая версия?', attachments: [] });
    expect(await clockOf(number)).toMatchObject({ status: 'running' });
    await staff(number, {
      command: 'record-call',
      who: 'Ольга',
      text: 'Сказали номер',
      reached: true,
      toldNumber: true,
    });
    expect(await clockOf(number)).toMatchObject({ status: 'stopped', outcome: 'met' });
  });
});

describe('Centaur: the level is the customer’s', () => {
  const propose = async () => {
    desk.at('2025-02-07 10:00');
    const email = await person();
    const letterId = await desk.hand(
      'centaur',
      letterFrom({ from: email, to: addressOf('centaur'), text: 'Уровень: средний\nМолчат телефоны' }),
    );
    await desk.read();
    const number = (await desk.letter('centaur', letterId)).number as number;
    expect(await staff(number, { command: 'classify', type: 'incident', priority: 'low' })).toMatchObject({
      kind: 'refused',
    });
    expect(
      await staff(number, { command: 'propose-priority', priority: 'low', reason: 'Звонки идут' }),
    ).toMatchObject({ kind: 'done' });
    const { ticket } = await desk.ticket('centaur', number);
    expect(ticket).toMatchObject({ priority: 'medium', clocks: [{ dueAt: moscow('2025-02-07 14:00') }] });
    return { email, number, ticket, proposalId: ticket.proposal?.proposalId as ProposalId };
  };
  const answer = (p: Awaited<ReturnType<typeof propose>>, accepted: boolean) => {
    const key = desk.context.newId();
    return customerAction(desk.context, {
      deskId: desk.desk('centaur'),
      ticketId: p.ticket.ticketId,
      contact: { contactId: p.ticket.contactId, email: p.email },
      action: { kind: 'answer-proposal', proposalId: p.proposalId, accepted },
      idempotency: { key, requestHash: key },
    });
  };

  it('CN-CHANGE: nothing moves before the answer; accepted, the clock counts by the new level', async () => {
    const p = await propose();
    desk.at('2025-02-07 11:00');
    expect(await answer(p, true)).toMatchObject({ kind: 'done' });
    // Eight working hours by the new level, one of them elapsed: Friday till 17:00, Monday till 10:00.
    expect((await desk.ticket('centaur', p.number)).ticket).toMatchObject({
      priority: 'low',
      proposal: null,
      clocks: [{ dueAt: moscow('2025-02-10 10:00') }],
    });
  });

  it('CN-CHANGE: declined leaves the level and the deadline as they were', async () => {
    const p = await propose();
    expect(await answer(p, false)).toMatchObject({ kind: 'done' });
    expect((await desk.ticket('centaur', p.number)).ticket).toMatchObject({
      priority: 'medium',
      proposal: null,
      clocks: [{ dueAt: moscow('2025-02-07 14:00') }],
    });
  });
});

describe('who the sender is becomes known', () => {
  it('CN-L4: served as basic, then identified as extended: recalculated from receipt, the next letter knows the company', async () => {
    desk.at('2025-02-07 10:00');
    const { companyId } = await addCustomer(desk.opened, 'centaur', {
      company: 'ООО «Расширенное»',
      email: 'chief@extended.example',
      name: 'Глава',
      packageId: 'extended',
    });
    const stranger = 'clerk@extended-clerk.example';
    const letterId = await desk.hand('centaur', letterFrom({ from: stranger, to: addressOf('centaur') }));
    await desk.read();
    const number = (await desk.letter('centaur', letterId)).number as number;
    expect(await clockOf(number)).toMatchObject({ dueAt: moscow('2025-02-10 10:00') });
    desk.at('2025-02-07 11:00');
    expect(await staff(number, { command: 'identify', companyId })).toMatchObject({ kind: 'done' });
    const { ticket } = await desk.ticket('centaur', number);
    expect(ticket).toMatchObject({
      companyId,
      coverage: { kind: 'covered', packageId: 'extended' },
      clocks: [{ dueAt: moscow('2025-02-07 14:00') }],
    });
    const next = await desk.receive('centaur', letterFrom({ from: stranger, to: addressOf('centaur') }));
    expect((await desk.ticket('centaur', next.number as number)).ticket.coverage).toMatchObject({
      kind: 'covered',
      packageId: 'extended',
    });
    expect(desk.errors).toEqual([]);
  });
});
