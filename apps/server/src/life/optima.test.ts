import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { customerAction, type CustomerAction } from '../use-cases/customer-action.ts';

let desk: StillDesk;
let staff: ReturnType<typeof staffHand>;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  staff = staffHand(
    desk,
    'optima',
    await addStaff(desk.opened, 'optima', 'engineer', 'engineer@optima.example'),
  );
});
afterAll(() => desk?.stop());

interface Case {
  readonly email: string;
  readonly number: number;
}

const open = async (when: string, text = 'Приоритет: 2\nНе считает раскрой.'): Promise<Case> => {
  people += 1;
  const email = `person-${people}@customer.example`;
  desk.at(when);
  await addCustomer(desk.opened, 'optima', {
    company: `ООО «Окна ${people}»`,
    email,
    name: 'Ольга Иванова',
    packageId: '8x5x4',
  });
  const { number } = await desk.receive('optima', letterFrom({ from: email, to: addressOf('optima'), text }));
  return { email, number: number as number };
};

const lettersTo = async (email: string) =>
  Promise.all(desk.sink.letters.filter((l) => l.to.includes(email)).map(openLetter));
const lastTo = async (email: string) => {
  await desk.deliver();
  const last = (await lettersTo(email)).at(-1);
  if (last === undefined) throw new Error(`no letter to ${email}`);
  return last;
};

/** The customer answers the newest letter in their mail program. */
const answer = async (c: Case, text: string) => {
  const last = await lastTo(c.email);
  return desk.receive(
    'optima',
    letterFrom({
      from: c.email,
      to: last.replyTo,
      subject: `Re: ${last.subject}`,
      text,
      headers: [`In-Reply-To: <${last.messageId}>`],
    }),
  );
};

const act = async (c: Case, action: CustomerAction) => {
  const { ticket } = await desk.ticket('optima', c.number);
  const key = desk.context.newId();
  return customerAction(desk.context, {
    deskId: desk.desk('optima'),
    ticketId: ticket.ticketId,
    contact: { contactId: ticket.contactId, email: c.email },
    action,
    idempotency: { key, requestHash: key },
  });
};

const clockOf = async (c: Case, id: string) =>
  (await desk.ticket('optima', c.number)).ticket.clocks.find((k) => k.id === id);
const stateOf = async (c: Case) => (await desk.ticket('optima', c.number)).ticket.state;

/** Registered, classified as told, resolved at another moment. */
const resolved = async (registeredAt: string, resolvedAt: string): Promise<Case> => {
  const c = await open(registeredAt);
  await staff(c.number, { command: 'classify', type: 'incident', priority: '2' });
  desk.at(resolvedAt);
  expect(
    await staff(c.number, { command: 'resolve', text: 'Обновите справочник.', attachments: [] }),
  ).toMatchObject({ kind: 'done' });
  await desk.deliver();
  return c;
};

describe('Optima: from a letter to a closed ticket', () => {
  it('OW-N3, OW-TIME, R5: the told classification stops processing and starts execution', async () => {
    const c = await open('2025-02-04 09:50');
    expect(await staff(c.number, { command: 'take' })).toMatchObject({ kind: 'done' });
    desk.at('2025-02-04 10:00');
    expect(await staff(c.number, { command: 'classify', type: 'incident', priority: '1' })).toMatchObject({
      kind: 'done',
    });
    expect(await clockOf(c, 'processing')).toMatchObject({
      status: 'stopped',
      outcome: 'met',
      stoppedAt: moscow('2025-02-04 10:00'),
    });
    expect(await clockOf(c, 'execution')).toMatchObject({
      status: 'running',
      dueAt: moscow('2025-02-04 14:00'),
    });
    expect((await desk.ticket('optima', c.number)).ticket).toMatchObject({
      supposedPriority: '2',
      priority: '1',
      state: 'in-progress',
    });
    const told = await lastTo(c.email);
    expect(told.text).toContain('04.02.2025, 14:00');
    expect(told.header('auto-submitted')).not.toBe('');
  });

  it.each([
    ['1', '2025-02-04 14:00'],
    ['2', '2025-02-06 18:00'],
    ['3', '2025-02-10 18:00'],
    ['4', '2025-02-17 18:00'],
  ])('OW-TIME: classified Tue 10:00, priority %s is due %s', async (priority, due) => {
    const c = await open('2025-02-04 10:00');
    await staff(c.number, { command: 'classify', type: 'question', priority });
    expect((await clockOf(c, 'execution'))?.dueAt).toBe(moscow(due));
  });

  it('OW-6, R19, R20: a question pauses execution and not processing; the answer by letter makes it run on', async () => {
    const c = await open('2025-02-04 10:00');
    await staff(c.number, { command: 'request-information', text: 'Какая версия?', attachments: [] });
    expect(await stateOf(c)).toBe('waiting-for-customer');
    expect(await clockOf(c, 'processing')).toMatchObject({ status: 'running' });
    await staff(c.number, { command: 'classify', type: 'incident', priority: '2' });
    expect(await clockOf(c, 'execution')).toMatchObject({ status: 'paused' });
    desk.at('2025-02-04 13:00');
    expect((await lastTo(c.email)).text).not.toBe('');
    const reply = await answer(c, 'Версия 8.2.1');
    expect(reply).toMatchObject({ outcome: 'reply', number: c.number });
    expect(await stateOf(c)).toBe('in-progress');
    // Three working hours stood still: Thursday 18:00 becomes Friday 12:00.
    expect(await clockOf(c, 'execution')).toMatchObject({
      status: 'running',
      dueAt: moscow('2025-02-07 12:00'),
    });
    expect(desk.errors).toEqual([]);
  });

  it('OW-8, R21: an objection needs a reason; with one execution runs on with what had elapsed', async () => {
    const c = await resolved('2025-02-04 10:00', '2025-02-05 10:00');
    expect(await stateOf(c)).toBe('resolved');
    expect(await clockOf(c, 'execution')).toMatchObject({ status: 'stopped', outcome: 'met' });
    desk.at('2025-02-06 10:00');
    expect(await act(c, { kind: 'object', text: '  ', files: [] })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'objection-needs-reason', clause: 'OW-8' },
    });
    expect(await stateOf(c)).toBe('resolved');
    expect(await act(c, { kind: 'object', text: 'Не помогло', files: [] })).toMatchObject({ kind: 'done' });
    expect(await stateOf(c)).toBe('in-progress');
    // One working day in "resolved" is not counted.
    expect(await clockOf(c, 'execution')).toMatchObject({
      status: 'running',
      outcome: 'met',
      dueAt: moscow('2025-02-07 18:00'),
    });
  });

  it('OW-9: the customer confirms and the ticket is closed, told once', async () => {
    const c = await resolved('2025-02-04 10:00', '2025-02-05 10:00');
    expect(await act(c, { kind: 'confirm' })).toMatchObject({ kind: 'done' });
    expect(await stateOf(c)).toBe('closed');
    const before = (await lettersTo(c.email)).length;
    await desk.deliver();
    await desk.deliver();
    expect((await lettersTo(c.email)).length).toBe(before + 1);
  });

  it('OW-9, R7: warned three days before, closed at 24:00 of the fourteenth day, not a moment earlier', async () => {
    const c = await resolved('2025-02-04 10:00', '2025-02-05 10:00');
    desk.at('2025-02-16 23:59');
    await desk.ring();
    const before = (await lettersTo(c.email)).length;
    desk.at('2025-02-17 00:00');
    await desk.ring();
    const warning = await lastTo(c.email);
    expect(warning.text).toContain('19.02.2025, 24:00');
    expect((await lettersTo(c.email)).length).toBe(before + 1);
    desk.at('2025-02-19 23:59');
    await desk.ring();
    expect(await stateOf(c)).toBe('resolved');
    desk.at('2025-02-20 00:00');
    await desk.ring();
    await desk.ring();
    expect(await stateOf(c)).toBe('closed');
    await desk.deliver();
    expect((await lettersTo(c.email)).length).toBe(before + 2);
    expect(
      (await desk.journal('optima', c.number)).filter((t) => t === 'ClosingWarned' || t === 'TicketClosed'),
    ).toEqual(['ClosingWarned', 'TicketClosed']);
  });

  it('R22: any human letter cancels the closing, an auto-reply does not, our next answer starts the count anew', async () => {
    const c = await resolved('2025-02-04 10:00', '2025-02-05 10:00');
    const last = await lastTo(c.email);
    desk.at('2025-02-06 10:00');
    const robot = await desk.receive(
      'optima',
      letterFrom({
        from: c.email,
        to: last.replyTo,
        subject: 'Автоматический ответ: отпуск',
        headers: [`In-Reply-To: <${last.messageId}>`, 'Auto-Submitted: auto-replied'],
      }),
    );
    expect(robot).toMatchObject({ outcome: 'auto-reply', number: c.number });
    expect((await desk.ticket('optima', c.number)).ticket.resolution?.closesAt).toBe(
      moscow('2025-02-20 00:00'),
    );
    expect(await answer(c, 'Проверим на неделе')).toMatchObject({ outcome: 'reply', number: c.number });
    expect((await desk.ticket('optima', c.number)).ticket).toMatchObject({
      state: 'resolved',
      resolution: { closesAt: null },
    });
    desk.at('2025-02-10 10:00');
    await staff(c.number, { command: 'reply', text: 'Ждём.', attachments: [] });
    expect((await desk.ticket('optima', c.number)).ticket.resolution?.closesAt).toBe(
      moscow('2025-02-25 00:00'),
    );
  });

  it('R21: a letter after closing becomes a new ticket that follows the old one', async () => {
    const c = await resolved('2025-02-04 10:00', '2025-02-05 10:00');
    await act(c, { kind: 'confirm' });
    const next = await answer(c, 'Снова не работает');
    expect(next.outcome).toBe('ticket');
    expect(next.number).not.toBe(c.number);
    expect(await desk.journal('optima', next.number as number)).toContain('TicketLinked');
    const [link] = await desk.rows<{ relation: string; number: number }>(
      `select j.body ->> 'relation' as relation, o.number from journal j join ticket t on t.desk_id = j.desk_id and t.ticket_id = j.stream_id
       join ticket o on o.desk_id = j.desk_id and o.ticket_id = (j.body ->> 'ticketId')::uuid where j.type = 'TicketLinked' and t.desk_id = $1 and t.number = $2`,
      [desk.desk('optima'), next.number],
    );
    expect(link).toEqual({ relation: 'follows', number: c.number });
  });

  it('OW-9: confirmed by phone, who and when stays on record', async () => {
    const c = await resolved('2025-02-04 10:00', '2025-02-05 10:00');
    expect(await staff(c.number, { command: 'record-confirmation', who: 'Анна Белова' })).toMatchObject({
      kind: 'done',
    });
    expect(await stateOf(c)).toBe('closed');
    const [note] = await desk.rows<{ text: string }>(
      `select m.text from message m join ticket t on t.ticket_id = m.ticket_id and t.desk_id = m.desk_id where t.desk_id = $1 and t.number = $2 and m.kind = 'note'`,
      [desk.desk('optima'), c.number],
    );
    expect(note?.text).toContain('Анна Белова');
  });
});
