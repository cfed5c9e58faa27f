import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { customerAction } from '../use-cases/customer-action.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';

let desk: StillDesk;
let people = 0;
const staff = new Map<string, TestPerson>();

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  for (const slug of ['alteroffice', 'flat', 'shtrih-m', 'centaur'])
    staff.set(slug, await addStaff(desk.opened, slug, 'engineer', `engineer@${slug}.example`));
});
afterAll(() => desk?.stop());

const hand = (slug: string) => staffHand(desk, slug, staff.get(slug) as TestPerson);
const open = async (
  slug: string,
  packageId: string,
): Promise<{ readonly email: string; readonly number: number }> => {
  people += 1;
  desk.at('2025-02-04 11:00');
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, slug, { company: `ООО «${people}»`, email, name: 'Ольга', packageId });
  const { number } = await desk.receive(slug, letterFrom({ from: email, to: addressOf(slug) }));
  return { email, number: number as number };
};
const clockOf = async (slug: string, number: number) => (await desk.ticket(slug, number)).ticket.clocks[0];

describe('what stops the first clock', () => {
  it.each([
    ['AO-1.9', 'alteroffice', 'extended', 'reply'],
    ['AO-1.9, AO-4.2.3', 'alteroffice', 'basic', 'request-information'],
    ['R25, SH-P-TIME', 'shtrih-m', 'paid', 'reply'],
    ['R25, SH-F-TIME', 'shtrih-m', 'free', 'request-information'],
  ] as const)(
    '%s: %s %s by %s of a person, not by the automatic notice',
    async (_clauses, slug, packageId, command) => {
      const { number } = await open(slug, packageId);
      expect(await clockOf(slug, number)).toMatchObject({ status: 'running' });
      desk.at('2025-02-04 12:30');
      expect(await hand(slug)(number, { command, text: 'Какая версия?', attachments: [] })).toMatchObject({
        kind: 'done',
      });
      expect(await clockOf(slug, number)).toMatchObject({
        status: 'stopped',
        outcome: 'met',
        stoppedAt: moscow('2025-02-04 12:30'),
      });
      expect((await desk.ticket(slug, number)).ticket.state).toBe(
        command === 'reply' ? 'in-progress' : 'waiting-for-customer',
      );
    },
  );

  it('AO-1.9: neither taking it nor a note among staff stops reaction', async () => {
    const { number } = await open('alteroffice', 'extended');
    await hand('alteroffice')(number, { command: 'take' });
    await hand('alteroffice')(number, { command: 'add-note', text: 'Видел такое', attachments: [] });
    expect(await clockOf('alteroffice', number)).toMatchObject({ status: 'running' });
  });

  it('FL-CHAN, FL-P, R28: a critical call to FLAT is due in two hours; another is a ticket of the portal with its own priority', async () => {
    people += 1;
    desk.at('2025-02-07 17:00');
    const { companyId } = await addCustomer(desk.opened, 'flat', {
      company: `ООО «${people}»`,
      email: `person-${people}@customer.example`,
      name: 'Ольга',
      packageId: '8x5',
    });
    const call = (priority: string) =>
      registerByStaff(desk.context, {
        deskId: desk.desk('flat'),
        personId: (staff.get('flat') as TestPerson).personId,
        channel: 'phone',
        requesterEmail: null,
        requesterName: 'Ольга',
        requesterPhone: '+7 495 000-00-00',
        companyId,
        subject: 'Не работает',
        text: 'Связи нет',
        type: null,
        priority,
        fields: {},
        attachments: [],
        idempotency: { key: desk.context.newId(), requestHash: 'x' },
      });
    const critical = await call('1');
    expect(critical).toMatchObject({ ok: true, value: { state: 'new' } });
    const number = critical.ok ? critical.value.number : 0;
    expect(await clockOf('flat', number)).toMatchObject({ dueAt: moscow('2025-02-10 10:00') });
    await hand('flat')(number, { command: 'reply', text: 'Смотрим', attachments: [] });
    expect(await clockOf('flat', number)).toMatchObject({ status: 'stopped', outcome: 'met' });
    const minor = await call('3');
    expect(minor).toMatchObject({ ok: true, value: { state: 'new' } });
    expect(await clockOf('flat', minor.ok ? minor.value.number : 0)).toMatchObject({
      dueAt: moscow('2025-02-10 16:00'),
    });
  });
});

describe('after the solution', () => {
  it.each([
    ['alteroffice', 'extended'],
    ['shtrih-m', 'paid'],
  ] as const)(
    '%s: waits for the customer’s word and never closes by itself; an objection needs no reason',
    async (slug, packageId) => {
      const { email, number } = await open(slug, packageId);
      expect(await hand(slug)(number, { command: 'resolve', text: 'Готово', attachments: [] })).toMatchObject(
        { kind: 'done' },
      );
      desk.at('2025-06-02 12:00');
      await desk.ring();
      const { ticket } = await desk.ticket(slug, number);
      expect(ticket).toMatchObject({ state: 'resolved', resolution: { closesAt: null, warnAt: null } });
      const key = desk.context.newId();
      const objection = {
        deskId: desk.desk(slug),
        ticketId: ticket.ticketId,
        contact: { contactId: ticket.contactId, email },
        action: { kind: 'object', text: '', files: [] },
        idempotency: { key, requestHash: key },
      } as const;
      expect(await customerAction(desk.context, objection)).toMatchObject({ kind: 'done' });
      expect((await desk.ticket(slug, number)).ticket.state).toBe('in-progress');
      // AO-1.9, R25: reaction and review keep their first outcome.
      expect(await clockOf(slug, number)).toMatchObject({ status: 'stopped', outcome: 'met' });
    },
  );

  it('R21: a letter to a closed ticket of any desk is a new ticket that follows it', async () => {
    const { email, number } = await open('shtrih-m', 'paid');
    await hand('shtrih-m')(number, { command: 'resolve', text: 'Готово', attachments: [] });
    await hand('shtrih-m')(number, { command: 'record-confirmation', who: 'Ольга' });
    await desk.deliver();
    const last = await openLetter(
      desk.sink.letters.filter((l) => l.to.includes(email)).at(-1) as (typeof desk.sink.letters)[number],
    );
    const state = await desk.receive(
      'shtrih-m',
      letterFrom({ from: email, to: last.replyTo, text: 'Опять' }),
    );
    expect(state.outcome).toBe('ticket');
    expect(await desk.journal('shtrih-m', state.number as number)).toContain('TicketLinked');
    expect((await desk.ticket('shtrih-m', number)).ticket.state).toBe('closed');
    expect(desk.errors).toEqual([]);
  });

  it('CN-PKG: a ticket without coverage is lifted by staff with a reason, its clock starts then', async () => {
    people += 1;
    desk.at('2025-02-04 11:00');
    const email = `person-${people}@customer.example`;
    await addCustomer(desk.opened, 'centaur', {
      company: `ООО «${people}»`,
      email,
      name: 'Ольга',
      packageId: null,
    });
    const { number } = await desk.receive('centaur', letterFrom({ from: email, to: addressOf('centaur') }));
    expect((await desk.ticket('centaur', number as number)).ticket).toMatchObject({
      state: 'not-entitled',
      clocks: [],
    });
    desk.at('2025-02-05 10:00');
    expect(
      await hand('centaur')(number as number, { command: 'accept-uncovered', reason: 'Договор подписывают' }),
    ).toMatchObject({ kind: 'done' });
    expect((await desk.ticket('centaur', number as number)).ticket).toMatchObject({
      state: 'new',
      coverage: { kind: 'lifted', packageId: 'basic' },
      clocks: [{ startedAt: moscow('2025-02-05 10:00'), dueAt: moscow('2025-02-06 10:00') }],
    });
    // The letter that says so carries the number.
    await desk.deliver();
    expect(await clockOf('centaur', number as number)).toMatchObject({ status: 'stopped', outcome: 'met' });
  });
});
