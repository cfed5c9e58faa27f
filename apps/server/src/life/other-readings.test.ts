import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyId } from '@reglament/desk';
import { amendRegulation, partOf } from '../testing/amend-regulation.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { customerAction } from '../use-cases/customer-action.ts';

// What the five regulations do not say, on real parts: letters, alarms and the customer's own page.

let desk: StillDesk;
let staff: ReturnType<typeof staffHand>;
let engineer: TestPerson;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  await amendRegulation(desk.context, 'centaur', (file) => ({
    lifecycle: partOf(file, 'lifecycle', {
      'after-closing': { reply: 'reopens', within: '7 calendar days', clause: 'CN-PKG' },
      'after-expiry': { ticket: 'stops', clause: 'CN-PKG' },
    }),
    entitlement: partOf(file, 'entitlement', { 'other-channel': { as: 'phone' } }),
  }));
  engineer = await addStaff(desk.opened, 'centaur', 'engineer', 'engineer@staff.example');
  staff = staffHand(desk, 'centaur', engineer);
});
afterAll(() => desk?.stop());

const person = async (): Promise<{ readonly email: string; readonly companyId: CompanyId }> => {
  people += 1;
  const email = `person-${people}@customer.example`;
  const { companyId } = await addCustomer(desk.opened, 'centaur', {
    company: `ООО «${people}»`,
    email,
    name: 'Ольга',
    packageId: null,
  });
  return { email, companyId };
};
const holds = async (companyId: CompanyId, from: string, till: string): Promise<void> => {
  const deskId = desk.desk('centaur');
  await desk.context.db.inDesk(deskId, (q) =>
    bringCertificate(desk.context, q, deskId, {
      companyId,
      number: `N-${companyId.slice(-8)}-${from}`,
      packageId: 'extended',
      startsAt: moscow(from),
      endsAt: moscow(till),
    }),
  );
};
/** A letter of somebody covered from the beginning of the year until `till`. */
const open = async (at: string, till: string) => {
  const { email, companyId } = await person();
  await holds(companyId, '2025-01-01 00:00', till);
  desk.at(at);
  const { number } = await desk.receive('centaur', letterFrom({ from: email, to: addressOf('centaur') }));
  return { email, companyId, number: number as number };
};
const lettersTo = (email: string) =>
  Promise.all(desk.sink.letters.filter((l) => l.to.includes(email)).map(openLetter));

describe('R21: within seven days of the closing', () => {
  const closed = async (at: string) => {
    const one = await open(at, '2026-01-01 00:00');
    await staff(one.number, { command: 'resolve', text: 'Исправили', attachments: [] });
    await staff(one.number, { command: 'record-confirmation', who: 'Ольга' });
    await desk.deliver();
    expect((await desk.ticket('centaur', one.number)).ticket.state).toBe('closed');
    return one;
  };
  const answers = async (email: string) => {
    const [first] = await lettersTo(email);
    return desk.receive(
      'centaur',
      letterFrom({
        from: email,
        to: addressOf('centaur'),
        text: 'Снова то же',
        headers: [`In-Reply-To: <${first?.messageId ?? ''}>`],
      }),
    );
  };

  it('a letter opens the ticket again; later it becomes a new one that follows it', async () => {
    const one = await closed('2025-02-04 10:00');
    desk.at('2025-02-11 23:00');
    expect(await answers(one.email)).toMatchObject({ outcome: 'reply', number: one.number });
    expect((await desk.ticket('centaur', one.number)).ticket).toMatchObject({
      state: 'in-progress',
      closedAt: null,
    });
    const other = await closed('2025-02-12 10:00');
    desk.at('2025-02-20 00:00');
    const letter = await answers(other.email);
    expect(letter.outcome).toBe('ticket');
    expect(await desk.journal('centaur', letter.number as number)).toContain('TicketLinked');
    expect((await desk.ticket('centaur', other.number)).ticket.state).toBe('closed');
    expect(desk.errors).toEqual([]);
  });

  it('an answer on the customer’s page opens it again, with its files; later it registers a new one', async () => {
    const one = await closed('2025-03-04 10:00');
    const { ticket } = await desk.ticket('centaur', one.number);
    const answer = (key: string) =>
      customerAction(desk.context, {
        deskId: desk.desk('centaur'),
        ticketId: ticket.ticketId,
        contact: { contactId: ticket.contactId, email: one.email },
        action: { kind: 'answer', text: 'Снова то же', files: [] },
        idempotency: { key, requestHash: 'x' },
      });
    desk.at('2025-03-12 00:00');
    expect((await answer('late')).kind).toBe('continued');
    desk.at('2025-03-11 23:59');
    expect(await answer('in time')).toMatchObject({ kind: 'done', number: one.number });
    expect((await desk.ticket('centaur', one.number)).ticket.state).toBe('in-progress');
  });

  it('staff put down by phone that it is not solved: it opens again, its clocks run on; later they can’t', async () => {
    const one = await closed('2025-05-13 10:00');
    const said = { command: 'record-objection', who: 'Ольга', reason: 'Снова то же' } as const;
    desk.at('2025-05-21 00:00');
    expect(await staff(one.number, said)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'already-closed' },
    });
    desk.at('2025-05-20 23:59');
    expect(await staff(one.number, said)).toMatchObject({ kind: 'done' });
    expect((await desk.ticket('centaur', one.number)).ticket).toMatchObject({
      state: 'in-progress',
      closedAt: null,
      assigneeId: engineer.personId,
    });
    const [message] = await desk.rows<{ kind: string; author: string; text: string }>(
      `select m.kind, m.author, m.text from message m join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id
       where t.number = ${one.number} and t.desk_id = $1 order by m.at desc limit 1`,
      [desk.desk('centaur')],
    );
    expect(message).toEqual({ kind: 'objection', author: 'Ольга', text: 'Снова то же' });
    expect(await desk.journal('centaur', one.number)).toContain('TicketReopened');
  });
});

describe('R38: the certificate ends while the ticket is open', () => {
  it('stops it once, after downtime too, and the customer is told what to do', async () => {
    const one = await open('2025-04-07 10:00', '2025-04-08 00:00');
    desk.at('2025-04-07 23:59');
    await desk.ring();
    expect((await desk.ticket('centaur', one.number)).ticket.state).toBe('new');
    // Down for three days: the deadlines of the days after the end were never missed.
    desk.at('2025-04-11 12:00');
    await desk.ring();
    await desk.ring();
    const journal = await desk.journal('centaur', one.number);
    expect(journal.filter((type) => type === 'CertificateEnded')).toHaveLength(1);
    const { ticket } = await desk.ticket('centaur', one.number);
    expect(ticket).toMatchObject({ state: 'not-entitled', coverage: { reason: 'expired' } });
    await desk.deliver();
    const told = (await lettersTo(one.email)).filter(({ text }) => text.includes('закончился'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('сроки по ней не идут');
    expect(desk.errors).toEqual([]);
  });

  it('goes on under a certificate bought meanwhile, and nobody is written to', async () => {
    const one = await open('2025-05-12 10:00', '2025-05-13 00:00');
    await holds(one.companyId, '2025-05-13 00:00', '2026-05-13 00:00');
    const before = (await lettersTo(one.email)).length;
    desk.at('2025-05-13 00:00');
    await desk.ring();
    await desk.deliver();
    const { ticket } = await desk.ticket('centaur', one.number);
    expect(ticket).toMatchObject({
      state: 'new',
      coverage: { kind: 'covered', endsAt: moscow('2026-05-13 00:00') },
    });
    expect(await lettersTo(one.email)).toHaveLength(before);
  });
});

it('FL-CHAN: a request over a channel that the package lacks is handled as over another, and the letter says by which rule', async () => {
  const { email, companyId } = await person();
  await holds(companyId, '2025-01-01 00:00', '2026-01-01 00:00');
  desk.at('2025-06-02 10:00');
  const registered = await registerByStaff(desk.context, {
    deskId: desk.desk('centaur'),
    personId: engineer.personId,
    channel: 'social',
    requesterEmail: email,
    requesterName: 'Ольга',
    requesterPhone: '',
    companyId,
    subject: 'Не печатает',
    text: 'Не печатает',
    type: null,
    priority: 'critical',
    fields: {},
    attachments: [],
    idempotency: { key: desk.context.newId(), requestHash: 'x' },
  });
  if (!registered.ok) throw new Error(registered.code);
  await desk.deliver();
  const { ticket } = await desk.ticket('centaur', registered.value.number);
  expect(ticket.coverage).toMatchObject({
    kind: 'covered',
    treatedAs: { channel: 'phone', clause: 'CN-CHAN' },
  });
  expect(ticket.clocks.map(({ outcome }) => outcome)).toEqual(['met']);
  const [letter] = await lettersTo(email);
  expect(letter?.text).toContain('Обращение пришло так: социальные сети.');
  expect(letter?.text).toMatch(/как если бы оно пришло так: телефон/);
});
