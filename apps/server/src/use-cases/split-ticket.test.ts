import { afterAll, beforeAll, expect, it } from 'vitest';
import { amendRegulation, partOf } from '../testing/amend-regulation.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { splitTicket } from './split-ticket.ts';

let desk: StillDesk;
let engineer: TestPerson;
let people = 0;

const clocks = (slug: string, clause: string, how: 'own' | 'inherited') =>
  amendRegulation(desk.context, slug, (file) => ({
    lifecycle: partOf(file, 'lifecycle', { split: { clocks: how, clause } }),
  }));

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  await clocks('optima', 'OW-3', 'own');
  await clocks('centaur', 'CN-PKG', 'inherited');
  engineer = await addStaff(desk.opened, 'optima', 'engineer', 'engineer@staff.example');
});
afterAll(() => desk?.stop());

interface Case {
  readonly slug: string;
  readonly email: string;
  readonly number: number;
}

/** A letter of somebody who holds the package, on Monday morning. */
const open = async (slug: string, packageId: string): Promise<Case> => {
  people += 1;
  const email = `person-${people}@customer.example`;
  desk.at('2025-02-03 10:00');
  await addCustomer(desk.opened, slug, { company: `ООО «${people}»`, email, name: 'Ольга', packageId });
  const { number } = await desk.receive(
    slug,
    letterFrom({ from: email, to: addressOf(slug), text: 'Сломалось.' }),
  );
  return { slug, email, number: number as number };
};

const split = async (
  { slug, number }: Case,
  changes: { readonly key?: string; readonly seen?: number } = {},
) => {
  const { ticket, version } = await desk.ticket(slug, number);
  return splitTicket(desk.context, {
    deskId: desk.desk(slug),
    ticketId: ticket.ticketId,
    person: { personId: engineer.personId, name: 'Пётр Волков' },
    subject: 'Вторая беда',
    text: 'И печать не идёт.',
    ticketType: null,
    priority: null,
    seenVersion: changes.seen ?? version,
    idempotency: { key: changes.key ?? desk.context.newId(), requestHash: 'x' },
  });
};

const createdOf = async (one: Case) => {
  const outcome = await split(one);
  if (outcome.kind !== 'split') throw new Error(`not split: ${outcome.kind}`);
  return desk.ticket(one.slug, outcome.created.number);
};

it('the second problem has a number, a page and clocks of its own; each ticket names the other', async () => {
  const one = await open('optima', '8x5x4');
  const before = await desk.ticket('optima', one.number);
  desk.at('2025-02-04 11:00');
  const created = await createdOf(one);
  expect(created.number).toBeGreaterThan(one.number);
  expect(created.subject).toBe('Вторая беда');
  expect(created.ticket).toMatchObject({
    state: 'new',
    channel: 'email',
    companyId: before.ticket.companyId,
    contactId: before.ticket.contactId,
    coverage: { kind: 'covered', packageId: '8x5x4' },
    receivedAt: moscow('2025-02-04 11:00'),
    assigneeId: null,
  });
  expect(created.ticket.clocks.map(({ startedAt }) => startedAt)).toEqual([moscow('2025-02-04 11:00')]);
  const after = await desk.ticket('optima', one.number);
  expect(after.ticket).toEqual(before.ticket);
  expect((await desk.journal('optima', one.number)).at(-1)).toBe('TicketLinked');
  const links = await desk.rows(
    `select j.body ->> 'relation' as relation, o.number from journal j join ticket o on o.ticket_id = (j.body ->> 'ticketId')::uuid
     where j.type = 'TicketLinked' and j.stream_id in ($1, $2) order by relation`,
    [before.ticket.ticketId, created.ticket.ticketId],
  );
  expect(links).toEqual([
    { relation: 'split-from', number: one.number },
    { relation: 'split-into', number: created.number },
  ]);
});

it('the customer gets the new number by letter, staff a note in the old ticket', async () => {
  const one = await open('optima', '8x5x4');
  await desk.deliver();
  const { number } = await createdOf(one);
  await desk.deliver();
  const letters = await Promise.all(
    desk.sink.letters.filter((l) => l.to.includes(one.email)).map(openLetter),
  );
  expect(letters.filter(({ subject }) => subject.includes(String(number)))).toHaveLength(1);
  const { ticket } = await desk.ticket('optima', one.number);
  const notes = await desk.rows(
    'select kind, text from message where ticket_id = $1 order by at, message_id',
    [ticket.ticketId],
  );
  expect(notes.at(-1)).toEqual({ kind: 'note', text: 'Выделено в новую заявку: Вторая беда' });
});

it('where clocks are inherited, the new ticket was received when the old one was', async () => {
  const one = await open('centaur', 'extended');
  const before = await desk.ticket('centaur', one.number);
  desk.at('2025-02-04 11:00');
  const { ticket } = await createdOf(one);
  expect(ticket.receivedAt).toBe(before.ticket.receivedAt);
  expect(ticket.registeredAt).toBe(moscow('2025-02-04 11:00'));
  expect(ticket.clocks.map(({ startedAt }) => startedAt)).toEqual(
    before.ticket.clocks.map(({ startedAt }) => startedAt),
  );
});

it('a regulation without a word of it refuses, and nothing is left behind', async () => {
  const one = await open('alteroffice', 'basic');
  const count = async () => (await desk.rows('select ticket_id from ticket'))['length'];
  const before = await count();
  expect(await split(one)).toMatchObject({ kind: 'refused', refusal: { code: 'split-not-foreseen' } });
  expect(await count()).toBe(before);
});

it('a ticket that somebody changed meanwhile is not split', async () => {
  const one = await open('optima', '8x5x4');
  expect(await split(one, { seen: 999 })).toMatchObject({ kind: 'stale' });
});

it('the same key splits once', async () => {
  const one = await open('optima', '8x5x4');
  const key = desk.context.newId();
  expect((await split(one, { key })).kind).toBe('split');
  const before = await desk.journal('optima', one.number);
  await expect(split(one, { key })).rejects.toMatchObject({ constraint: 'idempotency_pkey' });
  expect(await desk.journal('optima', one.number)).toEqual(before);
});

it('where there is no ticket without a priority, there is none split off', async () => {
  const one = await open('flat', '8x5');
  expect(await split(one)).toEqual({ kind: 'priority-required' });
});
