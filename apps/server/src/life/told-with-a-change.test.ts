import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLetter, letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { customerAction } from '../use-cases/customer-action.ts';

let desk: StillDesk;
const engineers = new Map<string, TestPerson>();
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  for (const slug of ['optima', 'centaur'])
    engineers.set(slug, await addStaff(desk.opened, slug, 'engineer', `engineer@${slug}.example`));
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.stop();
});

const engineerOf = (slug: string): TestPerson => {
  const engineer = engineers.get(slug);
  if (engineer === undefined) throw new Error(`nobody works at ${slug}`);
  return engineer;
};

interface Ticket {
  readonly slug: string;
  readonly number: number;
  readonly email: string;
}

const open = async (slug: string, packageId: string, text: string): Promise<Ticket> => {
  people += 1;
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, slug, { company: `ООО «Окна ${people}»`, email, name: 'Ольга', packageId });
  const { number } = await desk.receive(slug, letterFrom({ from: email, to: addressOf(slug), text }));
  return { slug, number: number as number, email };
};

const staff = async (
  { slug, number }: Ticket,
  body: Parameters<ReturnType<typeof staffHand>>[1],
): Promise<string> => {
  const outcome = await staffHand(desk, slug, engineerOf(slug))(number, body);
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
};

/** Presses a button of the status page about what was proposed last, twice: it is said once. */
const answers = async ({ slug, number, email }: Ticket, accepted: boolean): Promise<void> => {
  const { ticket } = await desk.ticket(slug, number);
  const proposed = ticket.dateProposal ?? ticket.proposal;
  if (proposed === null) throw new Error(`nothing is proposed in ticket ${number}`);
  const kind = 'clock' in proposed ? 'answer-date' : 'answer-proposal';
  const key = desk.context.newId();
  for (let press = 0; press < 2; press += 1) {
    const outcome = await customerAction(desk.context, {
      deskId: desk.desk(slug),
      ticketId: ticket.ticketId,
      contact: { contactId: ticket.contactId, email },
      action: { kind, proposalId: proposed.proposalId, accepted },
      idempotency: { key, requestHash: 'x' },
    });
    expect(outcome).toMatchObject({ kind: 'done' });
  }
};

const told = ({ slug, number }: Ticket) =>
  desk.rows<{ person: string; kind: string; clock: string; dueAt: number; lateMs: number | null }>(
    `select n.person_id as person, n.kind, n.clock, n.due_at as "dueAt", n.late_ms as "lateMs"
     from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
     where t.desk_id = $1 and t.number = $2 order by n.at, n.notification_id`,
    [desk.desk(slug), number],
  );

const lettersTo = async (email: string, { number }: Ticket) => {
  await desk.deliver();
  const all = await Promise.all(desk.sink.letters.filter((l) => l.to.includes(email)).map(openLetter));
  return all.filter((l) => l.subject.includes(`№${number}]`));
};

describe('what people are told in the transaction of a command', () => {
  it('a miss that a change of priority makes, once: in the application and by letter', async () => {
    desk.at('2025-02-04 09:50');
    const ticket = await open('optima', '8x5x4', 'Приоритет: 2\nНе считает раскрой.');
    desk.at('2025-02-04 10:00');
    await staff(ticket, { command: 'take' });
    await staff(ticket, { command: 'classify', type: 'incident', priority: '2' });
    // Six hours of the four that the highest priority promises.
    desk.at('2025-02-04 16:00');
    await staff(ticket, { command: 'classify', type: 'incident', priority: '1', reason: 'Цех встал.' });
    const miss = {
      person: engineerOf('optima').personId,
      kind: 'clock-breach',
      clock: 'execution',
      dueAt: moscow('2025-02-04 16:00'),
      lateMs: null,
    };
    expect(await told(ticket)).toEqual([miss]);
    const letters = await lettersTo('engineer@optima.example', ticket);
    expect(letters.map((l) => l.subject)).toEqual([expect.stringContaining('Срок пропущен: выполнение')]);
    // Neither an alarm nor another change tells it again.
    desk.at('2025-02-05 12:00');
    await desk.ring();
    await staff(ticket, { command: 'classify', type: 'request', priority: '1', reason: 'Это запрос.' });
    expect(await told(ticket)).toEqual([miss]);
    expect(await lettersTo('engineer@optima.example', ticket)).toHaveLength(1);
    const journal = await desk.journal('optima', ticket.number);
    expect(journal.filter((type) => type === 'ClockBreached')).toHaveLength(1);
  });

  it('OW-N4: the customer’s answer to a date, without a letter; one put down by staff is no news', async () => {
    desk.at('2025-02-06 09:50');
    const ticket = await open('optima', '8x5x4', 'Приоритет: 2\nНе печатает.');
    desk.at('2025-02-06 10:00');
    await staff(ticket, { command: 'take' });
    await staff(ticket, { command: 'classify', type: 'incident', priority: '2' });
    const date = { command: 'agree-date', clock: 'execution', reason: 'Выходит сборка.' } as const;
    const word = { person: engineerOf('optima').personId, clock: 'execution', lateMs: null };
    const declined = { ...word, kind: 'proposal-declined', dueAt: moscow('2025-02-18 15:00') };
    await staff(ticket, { ...date, date: '2025-02-18T15:00' });
    await answers(ticket, false);
    expect(await told(ticket)).toEqual([declined]);
    // The same date again: another question, another answer.
    desk.at('2025-02-06 11:00');
    await staff(ticket, { ...date, date: '2025-02-18T15:00' });
    await answers(ticket, true);
    const accepted = { ...word, kind: 'proposal-accepted', dueAt: moscow('2025-02-18 15:00') };
    expect(await told(ticket)).toEqual([declined, accepted]);
    await staff(ticket, { ...date, date: '2025-02-19T15:00', agreedBy: 'Ольга' });
    expect(
      (await desk.journal('optima', ticket.number)).filter((type) => type === 'DateAgreed'),
    ).toHaveLength(2);
    expect(await told(ticket)).toHaveLength(2);
    expect(await lettersTo('engineer@optima.example', ticket)).toEqual([]);
  });

  it('CN-CHANGE: the customer’s answer to a priority', async () => {
    desk.at('2025-02-04 10:00');
    const ticket = await open('centaur', 'basic', 'Не открывается отчёт.');
    await staff(ticket, { command: 'take' });
    await staff(ticket, { command: 'propose-priority', priority: 'critical', reason: 'Касса стоит.' });
    desk.at('2025-02-04 10:30');
    await answers(ticket, true);
    expect((await told(ticket)).filter((n) => n.kind.startsWith('proposal'))).toEqual([
      {
        person: engineerOf('centaur').personId,
        kind: 'proposal-accepted',
        clock: '',
        dueAt: moscow('2025-02-04 10:30'),
        lateMs: null,
      },
    ]);
  });
});
