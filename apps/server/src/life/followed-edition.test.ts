import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareJournals } from '../jobs/compare-journals.ts';
import { followEditions } from '../jobs/follow-editions.ts';
import { ticketPageRow } from '../store/queries/ticket-page.ts';
import { presentTicket } from '../http/present/present-ticket.ts';
import { amendRegulation, type FileData, partOf } from '../testing/amend-regulation.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';

// A text that open tickets follow comes into force on its day, on real parts; beside it a desk whose tickets keep theirs.

const SLUG = 'shtrih-m';

let desk: StillDesk;
let engineer: TestPerson;
let people = 0;

const editionOf = (label: string, day: string): FileData => ({
  edition: { label, date: day, 'in-force-from': day },
});

const versions = (tickets: 'current' | 'at-registration') => ({
  tickets,
  certificates: 'at-purchase',
  calendars: 'open-tickets',
  'customers-told': 'no',
  clause: 'SH-HOURS',
});

interface Row {
  readonly within: string;
}

/** A ticket is to be reviewed within so many hours, and that is called an answer. */
const reviewed = (file: FileData, within: string): FileData => {
  const { review, ...others } = file['clocks'] as Record<string, FileData>;
  const rows = (review?.['targets'] ?? []) as readonly Row[];
  const targets = rows.map((row) => ({ ...row, within }));
  const name = { ru: 'Ответ', en: 'Answer' };
  return { clocks: { ...others, review: { ...review, name, targets } } };
};

/** The same text with other figures; nobody's worked examples fit them. */
const publish = (label: string, day: string, within: string, tickets: 'current' | 'at-registration') =>
  amendRegulation(desk.context, SLUG, (file) => ({
    ...editionOf(label, day),
    ...reviewed(file, within),
    versions: versions(tickets),
    examples: [],
  }));

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  await addStaff(desk.opened, SLUG, 'lead', 'lead@staff.example');
  engineer = await addStaff(desk.opened, SLUG, 'engineer', 'engineer@staff.example');
});
afterAll(() => desk?.stop());

const fail = (error: unknown): never => {
  throw error;
};

/** A partner's ticket: eight working hours of 10:00-19:00. */
const open = async (at: string): Promise<number> => {
  people += 1;
  desk.at(at);
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, SLUG, {
    company: `ООО «${people}»`,
    email,
    name: 'Ольга',
    packageId: 'partner',
  });
  const state = await desk.receive(SLUG, letterFrom({ from: email, to: addressOf(SLUG) }));
  return state.number as number;
};

const follow = (): Promise<boolean> =>
  followEditions(
    desk.context,
    desk.opened.desks.map(({ deskId }) => deskId),
    { say: () => undefined, onError: fail },
  )();

const editionOfTicket = async (number: number): Promise<string> => {
  const { ticket } = await desk.ticket(SLUG, number);
  return (await desk.context.regulations.ofTicket(desk.desk(SLUG), ticket)).regulation.edition.label;
};

const dueOf = async (number: number): Promise<number | null | undefined> =>
  (await desk.ticket(SLUG, number)).ticket.clocks[0]?.dueAt;

const comparison = async (): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  const desks = desk.opened.desks.map(({ deskId }) => deskId);
  await compareJournals(desk.context, desks, (error) => found.push(error));
  return found;
};

describe('an edition that open tickets follow (R43, the other answer)', () => {
  let early = 0;
  let closed = 0;

  it('changes nothing before its day, however long it has been known', async () => {
    early = await open('2025-02-04 16:00');
    closed = await open('2025-02-04 16:01');
    await staffHand(desk, SLUG, engineer)(early, { command: 'take' });
    await staffHand(desk, SLUG, engineer)(closed, { command: 'resolve', text: 'Исправили', attachments: [] });
    await staffHand(desk, SLUG, engineer)(closed, { command: 'record-confirmation', who: 'Ольга' });
    await publish('february', '2025-02-05', '4 working hours', 'current');
    await follow();
    expect(await dueOf(early)).toBe(moscow('2025-02-05 15:00'));
    expect(await desk.journal(SLUG, early)).not.toContain('EditionFollowed');
  });

  it('takes them over on its day, once, whatever of the server stood still', async () => {
    const number = await open('2025-02-04 17:00');
    // Nobody was there when the day began; two nodes find it afterwards.
    desk.at('2025-02-05 10:30');
    await Promise.all([follow(), follow()]);
    await follow();
    // Two hours had elapsed on the day before.
    expect(await dueOf(number)).toBe(moscow('2025-02-05 12:00'));
    const journal = await desk.journal(SLUG, number);
    expect(journal.filter((type) => type === 'EditionFollowed')).toHaveLength(1);
    expect((await desk.ticket(SLUG, number)).ticket.clocks[0]?.changes).toMatchObject([
      { cause: 'edition', at: moscow('2025-02-05 00:00'), spentMs: 2 * 3_600_000 },
    ]);
    const [alarm] = await desk.rows<{ at: number }>(
      `select a.at from alarm a join ticket t on t.desk_id = a.desk_id and t.ticket_id = a.ticket_id where t.desk_id = $1 and t.number = $2 and a.key like 'breach:%'`,
      [desk.desk(SLUG), number],
    );
    expect(alarm?.at).toBe(moscow('2025-02-05 12:00') + 1);
  });

  it('leaves closed tickets where they are', async () => {
    expect(await desk.journal(SLUG, closed)).not.toContain('EditionFollowed');
    expect(await editionOfTicket(closed)).not.toBe('february');
  });

  it('is told on the ticket’s page, with its explanation, and to whoever has it', async () => {
    const deskId = desk.desk(SLUG);
    const row = await desk.context.db.askDesk(deskId, (q) => ticketPageRow(q, deskId, early));
    if (row === null) throw new Error('no page');
    const pinned = await desk.context.regulations.ofTicket(deskId, row.body);
    const page = presentTicket(row, pinned, desk.context.now(), '');
    expect(page.ticket.edition).toBe('february');
    expect(page.history.map(({ says }) => says.ru).join('\n')).toMatch(
      /Вступила в силу редакция «february»: с .*05\.02\.2025.* заявка идёт по ней/,
    );
    // Each line in the words of its day.
    expect(page.history.find(({ type }) => type === 'ClockArmed')?.says.ru).toMatch(/^Рассмотрение: срок до/);
    expect(page.history.find(({ type }) => type === 'ClockRetargeted')?.says.ru).toMatch(
      /^Ответ: новая редакция регламента, срок перенесён/,
    );
    expect(page.clocks[0]?.explanation.ru.join('\n')).toMatch(/вступила в силу новая редакция регламента/);
    const told = await desk.rows(
      `select n.person_id as person, n.due_at as "dueAt" from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
       where t.desk_id = $1 and t.number = $2 and n.kind = 'deadline-moved'`,
      [deskId, early],
    );
    expect(told).toEqual([{ person: engineer.personId, dueAt: await dueOf(early) }]);
  });

  it('goes for what is asked next: a reply is refused or allowed, a clock counted by it', async () => {
    const number = await open('2025-02-06 10:00');
    expect(await editionOfTicket(number)).toBe('february');
    expect(await dueOf(number)).toBe(moscow('2025-02-06 14:00'));
  });

  it('comes before an alarm that would have rung by the text before', async () => {
    const number = await open('2025-02-10 16:00');
    await publish('march', '2025-02-11', '6 working hours', 'current');
    desk.at('2025-02-11 11:01');
    await desk.ring();
    // By four hours it would have been missed at eleven.
    const clocks = (await desk.journal(SLUG, number)).filter((type) => !type.startsWith('Notice'));
    expect(clocks.slice(-3)).toEqual(['EditionFollowed', 'ClockRetargeted', 'ClockWarned']);
    expect(await dueOf(number)).toBe(moscow('2025-02-11 13:00'));
    desk.at('2025-02-11 13:01');
    await desk.ring();
    expect((await desk.journal(SLUG, number)).at(-1)).toBe('ClockBreached');
  });

  it('is met by a node that has not heard of it as soon as its list is old', async () => {
    const behind = { ...desk.context, regulations: createRegulationShelf(desk.context.db, () => 0) };
    const number = await open('2025-02-12 10:00');
    await behind.regulations.inForce(desk.desk(SLUG), desk.context.now());
    await publish('april', '2025-02-12', '2 working hours', 'current');
    desk.at('2025-02-12 10:30');
    const asked = { ...desk, context: behind };
    await staffHand(asked, SLUG, engineer)(number, { command: 'take' });
    expect(await editionOfTicket(number)).toBe('march');
    await follow();
    expect(await editionOfTicket(number)).toBe('april');
    // The node behind goes on with a ticket that is further than its list.
    await staffHand(asked, SLUG, engineer)(number, { command: 'reply', text: 'Смотрим', attachments: [] });
    expect(await editionOfTicket(number)).toBe('april');
  });

  it('with a text after it that leaves open tickets alone, they stay by it', async () => {
    const number = await open('2025-02-13 10:00');
    await publish('may', '2025-02-13', '3 working hours', 'at-registration');
    desk.at('2025-02-13 10:30');
    await follow();
    expect(await editionOfTicket(number)).toBe('april');
    const later = await open('2025-02-13 10:31');
    expect(await editionOfTicket(later)).toBe('may');
  });

  it('lacking what a ticket stands on, is not gone over to: said once, to people too', async () => {
    const number = await open('2025-02-14 10:00');
    await amendRegulation(desk.context, SLUG, (file) => {
      const { clocks } = reviewed(file, '3 working hours');
      const { review } = clocks as Record<string, FileData>;
      const solution = { ...review, name: { ru: 'Решение', en: 'Solution' }, stops: ['resolution'] };
      return {
        ...editionOf('june', '2025-02-14'),
        versions: versions('current'),
        clocks: { review, solution },
        examples: [],
      };
    });
    desk.at('2025-02-14 10:20');
    await follow();
    expect((await desk.ticket(SLUG, number)).ticket.clocks.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['review', moscow('2025-02-14 13:00')],
      ['solution', moscow('2025-02-14 13:00')],
    ]);
    await publish('july', '2025-02-14', '1 working hour', 'current');
    desk.at('2025-02-14 10:30');
    await follow();
    await follow();
    expect(await editionOfTicket(number)).toBe('june');
    const journal = await desk.journal(SLUG, number);
    expect(journal.filter((type) => type === 'EditionNotFollowed')).toHaveLength(1);
    const told = await desk.rows(
      `select n.person_id as person from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
       where t.desk_id = $1 and t.number = $2 and n.kind = 'edition-kept'`,
      [desk.desk(SLUG), number],
    );
    expect(told).toHaveLength(1);
  });

  it('leaves journals and rows that explain each other', async () => {
    expect(await comparison()).toEqual([]);
  });
});

describe('a desk whose tickets keep the text of their registration', () => {
  it('goes on as before when another text comes', async () => {
    desk.at('2025-02-17 10:00');
    await addCustomer(desk.opened, 'centaur', {
      company: 'ООО «Контроль»',
      email: 'control@customer.example',
      name: 'Ольга',
      packageId: 'extended',
    });
    const { number } = await desk.receive(
      'centaur',
      letterFrom({ from: 'control@customer.example', to: addressOf('centaur') }),
    );
    const before = await desk.ticket('centaur', number as number);
    await amendRegulation(desk.context, 'centaur', (file) => ({
      ...editionOf('other', '2025-02-17'),
      lifecycle: partOf(file, 'lifecycle', {}),
    }));
    desk.at('2025-02-17 11:00');
    await follow();
    expect((await desk.ticket('centaur', number as number)).ticket).toEqual(before.ticket);
  });
});
