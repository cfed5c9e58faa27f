import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { changeTellings } from '../use-cases/change-tellings.ts';
import { readNotifications } from '../use-cases/read-notifications.ts';
import { letterFrom, openLetter, type OpenedLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';

// What the page tells staff, by mail to whoever wants it and has not seen it: a database, the rounds, a mail server.

const SLUG = 'shtrih-m';
const NOTE = 'канарейка-комментария';
const MINUTE_MS = 60_000;

let desk: StillDesk;
let anna: TestPerson;
let boris: TestPerson;
let byAnna: ReturnType<typeof staffHand>;
let byBoris: ReturnType<typeof staffHand>;
let made = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  anna = await addStaff(desk.opened, SLUG, 'engineer', 'anna@staff.example');
  boris = await addStaff(desk.opened, SLUG, 'engineer', 'boris@staff.example');
  byAnna = staffHand(desk, SLUG, anna);
  byBoris = staffHand(desk, SLUG, boris);
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.stop();
});
const usual = { inPage: true, byMail: false };
afterEach(() => {
  const called = { inPage: true, byMail: true };
  return changeTellings(desk.context, desk.desk(SLUG), boris.personId, {
    mentioned: called,
    deadline: called,
    assigned: usual,
    replied: usual,
    followed: usual,
  });
});

/** A partner's ticket: eight working hours, half of them at 14:00. */
const open = async (): Promise<{ readonly number: number; readonly from: string }> => {
  made += 1;
  desk.at('2025-02-04 10:00');
  const from = `told-${made}@customer.example`;
  await addCustomer(desk.opened, SLUG, {
    company: `ООО «${made}»`,
    email: from,
    name: 'Ольга',
    packageId: 'partner',
  });
  const { number } = await desk.receive(SLUG, letterFrom({ from, to: addressOf(SLUG) }));
  return { number: number as number, from };
};
const lettersTo = async (person: TestPerson, number: number): Promise<readonly OpenedLetter[]> => {
  const all = desk.sink.letters.filter(({ to }) => to.includes(person.email));
  return (await Promise.all(all.map(openLetter))).filter(({ subject }) => subject.includes(`№${number}]`));
};
const subjects = async (person: TestPerson, number: number): Promise<readonly string[]> =>
  (await lettersTo(person, number)).map(({ subject }) => subject.replace(/^\[.*\] /u, ''));
/** The customer answers the letter that told the number. */
const answer = async (from: string): Promise<void> => {
  const sent = desk.sink.letters.find(({ to }) => to.includes(from));
  if (sent === undefined) throw new Error(`nothing was sent to ${from}`);
  const { replyTo } = await openLetter(sent);
  await desk.receive(SLUG, letterFrom({ from, to: replyTo, subject: 'Re: Не печатает' }));
};
const afterMinute = async (): Promise<void> => {
  desk.pass(MINUTE_MS);
  await desk.deliver();
};
const want = (change: Parameters<typeof changeTellings>[3]) =>
  changeTellings(desk.context, desk.desk(SLUG), boris.personId, change);
const mention = (number: number) =>
  byAnna(number, {
    command: 'add-note',
    text: NOTE,
    mentions: [boris.personId, boris.personId, anna.personId],
    attachments: [],
  });

describe('a mention', () => {
  it('goes by mail after a minute, once, with its author and a link and nothing of the note', async () => {
    const { number } = await open();
    await mention(number);
    await desk.deliver();
    expect(await subjects(boris, number)).toEqual([]);
    await afterMinute();
    await afterMinute();
    const [letter, ...more] = await lettersTo(boris, number);
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/№\d+\] Вас упомянули$/u);
    expect(letter?.text).toContain('Пётр Волков');
    expect(letter?.text).toContain(`https://desk.example/d/${SLUG}/t/${number}`);
    expect(letter?.text).toContain(`https://desk.example/d/${SLUG}/notifications`);
    expect(letter?.header('auto-submitted')).toBe('auto-generated');
    expect(letter?.text).not.toContain(NOTE);
    expect(await subjects(anna, number)).toEqual([]);
  });

  it('does not go to whoever has seen it in the page by then', async () => {
    const { number } = await open();
    await mention(number);
    desk.pass(MINUTE_MS - 1000);
    await readNotifications(desk.context, desk.desk(SLUG), boris.personId, number);
    await afterMinute();
    expect(await subjects(boris, number)).toEqual([]);
  });

  it('of another ticket that was read is still told', async () => {
    const { number } = await open();
    const { number: other } = await open();
    await mention(number);
    await readNotifications(desk.context, desk.desk(SLUG), boris.personId, other);
    await afterMinute();
    expect(await subjects(boris, number)).toEqual(['Вас упомянули']);
  });

  it('does not go to whoever wants none, nor to whoever has said so within the minute', async () => {
    const { number } = await open();
    await want({ mentioned: usual });
    await mention(number);
    await want({ mentioned: { inPage: true, byMail: true } });
    await afterMinute();
    expect(await subjects(boris, number)).toEqual([]);
    await mention(number);
    await want({ mentioned: usual });
    await afterMinute();
    expect(await subjects(boris, number)).toEqual([]);
  });

  it('goes to whoever wants it by mail alone, whatever they read in the page', async () => {
    const { number } = await open();
    await want({ mentioned: { inPage: false, byMail: true } });
    await mention(number);
    await readNotifications(desk.context, desk.desk(SLUG), boris.personId, null);
    await afterMinute();
    expect(await subjects(boris, number)).toEqual(['Вас упомянули']);
  });

  it('does not go to whoever has left the desk within the minute', async () => {
    const { number } = await open();
    const gone = await addStaff(desk.opened, SLUG, 'engineer', `gone-${newId()}@staff.example`);
    await byAnna(number, { command: 'add-note', text: NOTE, mentions: [gone.personId], attachments: [] });
    await desk.rows('delete from staff where person_id = $1', [gone.personId]);
    await afterMinute();
    expect(await subjects(gone, number)).toEqual([]);
  });
});

describe('the other themes', () => {
  it('are in the page alone until somebody wants letters of them', async () => {
    const { number, from } = await open();
    const assign = (personId: string | null) => byAnna(number, { command: 'assign', personId });
    await assign(boris.personId);
    await answer(from);
    await afterMinute();
    expect(await subjects(boris, number)).toEqual([]);
    await assign(anna.personId);
    await want({ assigned: { inPage: true, byMail: true } });
    await assign(boris.personId);
    await afterMinute();
    const [letter] = await lettersTo(boris, number);
    expect(letter?.subject).toContain('Вам назначили заявку');
    expect(letter?.text).toContain('Сотрудник anna');
  });

  it('a customer’s answer is told to whoever has the ticket, and to a follower of it once', async () => {
    const { number, from } = await open();
    await byBoris(number, { command: 'take' });
    await want({ replied: { inPage: true, byMail: true }, followed: { inPage: true, byMail: true } });
    const deskId = desk.desk(SLUG);
    await desk.rows(
      'insert into ticket_follower (desk_id, ticket_id, person_id, since) select desk_id, ticket_id, $3, $4 from ticket where desk_id = $1 and number = $2',
      [deskId, number, boris.personId, new Date(desk.context.now()).toISOString()],
    );
    await answer(from);
    await afterMinute();
    expect(await subjects(boris, number)).toEqual(['Клиент ответил']);
    expect(
      await desk.rows(
        `select n.kind from notification n join ticket t using (desk_id, ticket_id) where n.desk_id = $1 and t.number = $2 and n.person_id = $3`,
        [deskId, number, boris.personId],
      ),
    ).toEqual([{ kind: 'replied' }]);
  });

  it('a deadline is not mailed to whoever wants none', async () => {
    const { number } = await open();
    await byBoris(number, { command: 'take' });
    await want({ deadline: usual });
    desk.at('2025-02-04 14:00');
    await desk.ring();
    await desk.deliver();
    expect(await subjects(boris, number)).toEqual([]);
    await want({ deadline: { inPage: false, byMail: true } });
    desk.at('2025-02-04 16:24');
    await desk.ring();
    await desk.deliver();
    expect(await subjects(boris, number)).toHaveLength(1);
  });
});
