import { afterAll, beforeAll, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { customerAction } from '../use-cases/customer-action.ts';
import { mergeTickets } from '../use-cases/merge-tickets.ts';
import { ticketToken } from '../tokens/ticket-token.ts';

const OLGA = 'olga@windows.example';
let desk: StillDesk;
let engineer: TestPerson;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 10:00');
  engineer = await addStaff(desk.opened, 'optima', 'engineer', 'engineer@optima.example');
  await addCustomer(desk.opened, 'optima', {
    company: 'ООО «Окна»',
    email: OLGA,
    name: 'Ольга',
    packageId: '8x5x4',
  });
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.stop();
});

const writes = async (text: string, headers: readonly string[] = []): Promise<number> => {
  const { number } = await desk.receive(
    'optima',
    letterFrom({ from: OLGA, to: addressOf('optima'), text, headers: [...headers] }),
  );
  return number as number;
};

const merge = async (goneNumber: number, keptNumber: number): Promise<void> => {
  const gone = await desk.ticket('optima', goneNumber);
  const kept = await desk.ticket('optima', keptNumber);
  const outcome = await mergeTickets(desk.context, {
    deskId: desk.desk('optima'),
    goneId: gone.ticket.ticketId,
    keptId: kept.ticket.ticketId,
    person: { personId: engineer.personId, name: 'Глеб' },
    seenVersion: gone.version,
    idempotency: { key: desk.context.newId(), requestHash: 'x' },
  });
  expect(outcome.kind).toBe('merged');
};

const tokenOf = async (number: number): Promise<string> =>
  ticketToken(desk.context.secret, 'thread', number, {
    deskId: desk.desk('optima'),
    ticketId: (await desk.ticket('optima', number)).ticket.ticketId,
    recipient: OLGA,
  });

const words = (number: number) =>
  desk.rows<{ text: string }>(
    `select m.text from message m join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id
     where t.desk_id = $1 and t.number = $2 and m.kind = 'customer' order by m.at, m.message_id`,
    [desk.desk('optima'), number],
  );

it('what is written to a merged ticket reaches the one that goes on, by letter and on its page, however often it was merged', async () => {
  const [first, second, third] = [
    await writes('Не печатает'),
    await writes('И снова не печатает'),
    await writes('Печать!'),
  ];
  await merge(first, second);
  await merge(second, third);
  await writes('Попробовал ещё раз.', [`In-Reply-To: <${await tokenOf(first)}.5f0c@optima.example>`]);
  const gone = await desk.ticket('optima', first);
  const outcome = await customerAction(desk.context, {
    deskId: desk.desk('optima'),
    ticketId: gone.ticket.ticketId,
    contact: { contactId: gone.ticket.contactId, email: OLGA },
    action: { kind: 'answer', text: 'И так тоже.', files: [] },
    idempotency: { key: desk.context.newId(), requestHash: 'x' },
  });
  expect(outcome).toMatchObject({ kind: 'done', number: third });
  expect((await words(third)).map(({ text }) => text.trim())).toEqual([
    'Печать!',
    'Попробовал ещё раз.',
    'И так тоже.',
  ]);
  expect(await words(first)).toHaveLength(1);
});

it('the customer is told once, with the number and the page of the one that goes on', async () => {
  const [gone, kept] = [await writes('Не режет'), await writes('Станок не режет')];
  const before = desk.sink.letters.length;
  await merge(gone, kept);
  await desk.deliver();
  const letters = await Promise.all(
    desk.sink.letters
      .slice(before)
      .filter((l) => l.to.includes(OLGA))
      .map(openLetter),
  );
  const told = letters.filter(({ subject }) => subject.includes('присоединена'));
  expect(told).toHaveLength(1);
  expect(told[0]?.subject).toContain(`№${gone}]`);
  expect(told[0]?.text).toContain(`продолжаем в заявке ${kept}`);
  expect(told[0]?.text).toMatch(new RegExp(`/t/optima/${kept}-[a-z2-7]{26}`));
});
