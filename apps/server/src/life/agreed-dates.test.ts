import type { ProposalId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { customerAction } from '../use-cases/customer-action.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';

let desk: StillDesk;
const hands = new Map<string, ReturnType<typeof staffHand>>();
let people = 0;
let flatEngineer: TestPerson;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  for (const slug of ['optima', 'alteroffice', 'flat']) {
    const engineer = await addStaff(desk.opened, slug, 'engineer', `engineer@${slug}.example`);
    hands.set(slug, staffHand(desk, slug, engineer));
    if (slug === 'flat') flatEngineer = engineer;
  }
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.stop();
});

const staff = async (
  slug: string,
  number: number,
  body: Parameters<ReturnType<typeof staffHand>>[1],
): Promise<string> => {
  const hand = hands.get(slug);
  if (hand === undefined) throw new Error(`nobody works at ${slug}`);
  const outcome = await hand(number, body);
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
};

const open = async (slug: string, packageId: string, text: string) => {
  people += 1;
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, slug, { company: `ООО «Окна ${people}»`, email, name: 'Ольга', packageId });
  const { number } = await desk.receive(slug, letterFrom({ from: email, to: addressOf(slug), text }));
  return { email, number: number as number };
};

const lastTo = async (email: string) => {
  await desk.deliver();
  const last = desk.sink.letters.findLast((l) => l.to.includes(email));
  if (last === undefined) throw new Error(`no letter to ${email}`);
  return openLetter(last);
};

const clockOf = async (slug: string, number: number, id: string) =>
  (await desk.ticket(slug, number)).ticket.clocks.find((clock) => clock.id === id);

/** Presses a button of the status page. */
const presses = async (slug: string, c: { email: string; number: number }, accepted: boolean) => {
  const { ticket } = await desk.ticket(slug, c.number);
  return customerAction(desk.context, {
    deskId: desk.desk(slug),
    ticketId: ticket.ticketId,
    contact: { contactId: ticket.contactId, email: c.email },
    action: {
      kind: 'answer-date',
      proposalId: (ticket.dateProposal?.proposalId ?? desk.context.newId()) as ProposalId,
      accepted,
    },
    idempotency: { key: desk.context.newId(), requestHash: 'x' },
  });
};

const alarmsOf = async (number: number) =>
  (
    await desk.rows<{ key: string }>(
      `select a.key from alarm a join ticket t on t.desk_id = a.desk_id and t.ticket_id = a.ticket_id
       where t.number = $1 and t.desk_id = $2 order by a.key`,
      [number, desk.desk('optima')],
    )
  ).map(({ key }) => key);

describe('OW-N4: a longer execution', () => {
  it('is proposed by letter with its effect, agreed on the page, and rings when the agreed date is over', async () => {
    desk.at('2025-02-04 09:50');
    const c = await open('optima', '8x5x4', 'Приоритет: 2\nНе считает раскрой.');
    desk.at('2025-02-04 10:00');
    await staff('optima', c.number, { command: 'classify', type: 'incident', priority: '2' });
    desk.at('2025-02-05 10:00');
    const date = { command: 'agree-date', clock: 'execution', reason: 'Выходит **сборка 8.4**.' } as const;
    expect(await staff('optima', c.number, { ...date, date: '2025-02-11T15:00' })).toBe('done');
    const asked = await lastTo(c.email);
    expect(asked.subject).toContain('Предлагаем дату');
    expect(asked.text).toContain(
      'Выполнение: до вт 11.02.2025, 15:00 (МСК); сейчас до чт 06.02.2025, 18:00 (МСК)',
    );
    expect(asked.text).toContain('Время, пока мы ждём вашего ответа, сдвинет эту дату.');
    expect(asked.text).toContain('Правило OW-N4');
    expect((await clockOf('optima', c.number, 'execution'))?.dueAt).toBe(moscow('2025-02-06 18:00'));

    expect(await presses('optima', c, true)).toMatchObject({ kind: 'done' });
    expect((await clockOf('optima', c.number, 'execution'))?.dueAt).toBe(moscow('2025-02-11 15:00'));
    expect(await alarmsOf(c.number)).toContain('breach:execution');
    // Both at once: the second finds the question answered.
    expect(await presses('optima', c, false)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'no-date-proposal' },
    });

    desk.at('2025-02-06 18:01');
    await desk.ring();
    expect(await desk.journal('optima', c.number)).not.toContain('ClockBreached');
    desk.at('2025-02-11 15:01');
    await desk.ring();
    expect((await desk.journal('optima', c.number)).at(-1)).toBe('ClockBreached');
    expect((await lastTo('engineer@optima.example')).text).toContain('Выполнение');
  });

  it('is declined by phone: the deadline stays, the word is on record', async () => {
    desk.at('2025-02-04 09:50');
    const c = await open('optima', '8x5x4', 'Приоритет: 2\nНе печатает.');
    await staff('optima', c.number, { command: 'classify', type: 'incident', priority: '2' });
    await staff('optima', c.number, {
      command: 'agree-date',
      clock: 'execution',
      date: '2025-02-11T15:00',
      reason: 'Ждём деталь.',
    });
    const proposalId = (await desk.ticket('optima', c.number)).ticket.dateProposal?.proposalId ?? '';
    const answer = { command: 'record-date-answer', proposalId, accepted: false, who: 'Ольга' } as const;
    expect(await staff('optima', c.number, answer)).toBe('done');
    expect((await desk.journal('optima', c.number)).at(-1)).toBe('DateDeclined');
    expect((await clockOf('optima', c.number, 'execution'))?.dueAt).toBe(moscow('2025-02-06 18:00'));
    expect(await staff('optima', c.number, answer)).toBe('no-date-proposal');
  });
});

it('AO-4.1-bugfix, R42: the date of a fix is told to the customer; on basic it is refused', async () => {
  desk.at('2025-02-10 10:00');
  const date = {
    command: 'agree-date',
    clock: 'planned-fix',
    date: '2025-03-14T18:00',
    reason: 'Войдёт в выпуск 3.1.',
  } as const;
  const extended = await open('alteroffice', 'extended', 'Таблица не открывается.');
  await staff('alteroffice', extended.number, { command: 'classify', type: 'problem', priority: null });
  expect(await staff('alteroffice', extended.number, date)).toBe('done');
  const told = await lastTo(extended.email);
  expect(told.subject).toContain('Назначена дата');
  expect(told.text).toContain('Исправление по плану: до пт 14.03.2025, 18:00 (МСК)');
  expect(told.text).toContain('Войдёт в выпуск 3.1.');
  const basic = await open('alteroffice', 'basic', 'Таблица не открывается.');
  await staff('alteroffice', basic.number, { command: 'classify', type: 'problem', priority: null });
  expect(await staff('alteroffice', basic.number, date)).toBe('date-not-in-package');
});

it('FL-P, R28: a reply and an attempt leave the callback owed; it rings, and only a talk ends it', async () => {
  desk.at('2025-02-07 17:00');
  const { companyId } = await addCustomer(desk.opened, 'flat', {
    company: 'Клиника',
    email: 'it@clinic.example',
    name: 'Лариса',
    packageId: '8x5',
  });
  const registered = await registerByStaff(desk.context, {
    deskId: desk.desk('flat'),
    personId: flatEngineer.personId,
    channel: 'phone',
    requesterEmail: 'it@clinic.example',
    requesterName: 'Лариса',
    requesterPhone: '+7 495 000-00-00',
    companyId,
    subject: 'Нет связи',
    text: 'Нет связи',
    type: 'incident',
    priority: '1',
    fields: {},
    attachments: [],
    idempotency: { key: desk.context.newId(), requestHash: 'x' },
  });
  if (!registered.ok) throw new Error(registered.code);
  const { number } = registered.value;
  const call = (reached: boolean) =>
    staff('flat', number, { command: 'record-call', who: 'Лариса', reached, toldNumber: false, text: 'x' });
  desk.at('2025-02-07 17:10');
  await staff('flat', number, { command: 'reply', text: 'Смотрим', attachments: [] });
  await call(false);
  expect(await clockOf('flat', number, 'reaction')).toMatchObject({ outcome: 'met' });
  expect(await clockOf('flat', number, 'callback')).toMatchObject({
    status: 'running',
    dueAt: moscow('2025-02-10 10:00'),
  });
  desk.at('2025-02-10 10:01');
  await desk.ring();
  expect((await desk.journal('flat', number)).at(-1)).toBe('ClockBreached');
  expect((await lastTo('engineer@flat.example')).text).toContain('Обратный звонок');
  await call(true);
  expect(await clockOf('flat', number, 'callback')).toMatchObject({
    status: 'stopped',
    outcome: 'missed',
    stopCause: 'callback',
  });
});
