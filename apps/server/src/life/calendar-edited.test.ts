import type { Ticket } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followCalendars } from '../jobs/follow-calendars.ts';
import { compareJournals } from '../jobs/compare-journals.ts';
import { openAdoptions } from '../store/queries/production-calendars.ts';
import { editCalendar, editedCalendar } from '../testing/edited-calendar.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { deadlineOf } from '../text/deadline-words.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { adoptCalendars } from '../use-cases/adopt-calendars.ts';
import { BadCalendar } from '../use-cases/keep-calendars.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';

let desk: StillDesk;
let engineer: TestPerson;
let lead: TestPerson;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  engineer = await addStaff(desk.opened, 'shtrih-m', 'engineer', 'engineer@staff.example');
  lead = await addStaff(desk.opened, 'shtrih-m', 'lead', 'lead@staff.example');
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
  const company = `ООО «${people}»`;
  await addCustomer(desk.opened, 'shtrih-m', { company, email, name: 'Ольга', packageId: 'partner' });
  const state = await desk.receive('shtrih-m', letterFrom({ from: email, to: addressOf('shtrih-m') }));
  return state.number as number;
};

interface Row extends Record<string, unknown> {
  readonly number: number;
  readonly dueAt: number;
  readonly changes: number;
}

const dues = async (): Promise<ReadonlyMap<number, Row>> => {
  const rows = await desk.rows<Row>(
    `select t.number, t.due_at as "dueAt", (select count(*) from journal j where j.stream_id = t.ticket_id and j.type = 'ClockRetargeted') as changes
     from ticket t where t.desk_id = $1 order by t.number`,
    [desk.desk('shtrih-m')],
  );
  return new Map(rows.map((row) => [row.number, row]));
};

const told = (number: number): Promise<readonly Record<string, unknown>[]> =>
  desk.rows(
    `select n.person_id as person, n.kind, n.due_at as "dueAt" from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
     where t.desk_id = $1 and t.number = $2 and n.kind = 'deadline-moved' order by n.person_id`,
    [desk.desk('shtrih-m'), number],
  );

/** The reasons of the first deadline as the customer's page tells them. */
const explained = async (ticket: Ticket): Promise<string> => {
  const { regulation, calendars } = await desk.context.regulations.byVersion(
    desk.desk('shtrih-m'),
    ticket.regulationVersionId,
  );
  const [clock] = ticket.clocks;
  if (clock === undefined) throw new Error('nothing is promised');
  return deadlineOf(clock, { regulation, calendars, now: desk.context.now() }, 'ru').reasons.join('\n');
};

const adopt = (): Promise<void> => adoptCalendars(desk.context, { onError: fail });

describe('a calendar that is edited while tickets are open', () => {
  it('moves their deadlines, alarms and places in the queue, and tells whoever has them', async () => {
    const number = await open('2025-02-04 16:00');
    await staffHand(desk, 'shtrih-m', engineer)(number, { command: 'take' });
    expect((await dues()).get(number)?.dueAt).toBe(moscow('2025-02-05 15:00'));
    desk.at('2025-02-04 17:02');
    expect(await editCalendar(desk.context, 'wednesday', ['2025-02-05'])).toEqual(['ru wednesday']);
    await adopt();
    await adopt();
    expect((await dues()).get(number)).toMatchObject({ dueAt: moscow('2025-02-06 15:00'), changes: 1 });
    expect(await told(number)).toEqual([
      { person: engineer.personId, kind: 'deadline-moved', dueAt: moscow('2025-02-06 15:00') },
    ]);
    const [alarm] = await desk.rows<{ at: number }>(
      `select a.at from alarm a join ticket t on t.desk_id = a.desk_id and t.ticket_id = a.ticket_id where t.desk_id = $1 and t.number = $2 and a.key like 'breach:%'`,
      [desk.desk('shtrih-m'), number],
    );
    expect(alarm?.at).toBe(moscow('2025-02-06 15:00') + 1);
    const { ticket } = await desk.ticket('shtrih-m', number);
    expect(await explained(ticket)).toMatch(
      /новая редакция производственного календаря.*стал чт 06\.02\.2025 15:00/,
    );
    expect(ticket.clocks[0]?.rule.calendar).toEqual({ id: 'ru', edition: 'wednesday' });
    expect(ticket.clocks[0]?.changes).toMatchObject([{ cause: 'calendar', at: moscow('2025-02-04 17:02') }]);
  });

  it('is adopted once by each ticket, whoever is at it and wherever it was cut off', async () => {
    const numbers = [
      await open('2025-02-10 16:00'),
      await open('2025-02-10 16:01'),
      await open('2025-02-10 16:02'),
    ];
    desk.at('2025-02-10 17:00');
    await editCalendar(desk.context, 'eleventh', ['2025-02-05', '2025-02-11']);
    let written = 0;
    const dying = {
      ...desk.context,
      db: {
        ...desk.context.db,
        inDesk: (async (deskId, work) => {
          // The page, the ticket of the test before, the first of these; then no more.
          if (deskId === desk.desk('shtrih-m')) written += 1;
          if (written === 4) throw new Error('the server was killed');
          return desk.context.db.inDesk(deskId, work);
        }) as StillDesk['context']['db']['inDesk'],
      },
    };
    await expect(adoptCalendars(dying, { onError: fail })).rejects.toThrow('killed');
    const half = await dues();
    expect(numbers.map((n) => half.get(n)?.changes).toSorted()).toEqual([0, 0, 1]);
    await Promise.all([adopt(), adopt()]);
    const whole = await dues();
    for (const number of numbers) expect(whole.get(number)?.changes).toBe(1);
    expect(whole.get(numbers[0] ?? 0)?.dueAt).toBe(moscow('2025-02-12 15:00'));
  });

  it('is known to be adopted by all once no node can believe the edition before', async () => {
    expect(await desk.context.db.everyDesk(openAdoptions)).toHaveLength(5);
    desk.pass(20_000);
    await adopt();
    expect(await desk.context.db.everyDesk(openAdoptions)).toEqual([]);
  });

  it('comes before an alarm that would have rung by the earlier one', async () => {
    const number = await open('2025-02-17 16:00');
    desk.at('2025-02-17 17:00');
    await editCalendar(desk.context, 'eighteenth', ['2025-02-05', '2025-02-11', '2025-02-18']);
    desk.at('2025-02-18 15:01');
    await desk.ring();
    expect((await desk.journal('shtrih-m', number)).filter((type) => type.startsWith('Clock'))).toEqual([
      'ClockArmed',
      'ClockRetargeted',
    ]);
    expect(await told(number)).toEqual([
      { person: lead.personId, kind: 'deadline-moved', dueAt: moscow('2025-02-19 15:00') },
    ]);
    desk.at('2025-02-19 15:01');
    await desk.ring();
    expect(await desk.journal('shtrih-m', number)).toContain('ClockBreached');
  });

  it('goes for tickets registered after it; a node that has not heard of it looks when it meets it', async () => {
    const shelf = createRegulationShelf(desk.context.db, () => 0);
    const behind = { ...desk.context, regulations: shelf };
    await shelf.inForce(desk.desk('shtrih-m'), desk.context.now());
    desk.at('2025-02-20 11:00');
    await editCalendar(desk.context, 'twenty-first', [
      '2025-02-05',
      '2025-02-11',
      '2025-02-18',
      '2025-02-21',
    ]);
    const number = await open('2025-02-20 16:00');
    expect((await dues()).get(number)).toMatchObject({ dueAt: moscow('2025-02-24 15:00'), changes: 0 });
    const { ticket } = await desk.ticket('shtrih-m', number);
    const asked = { ...desk, context: behind };
    await staffHand(
      asked,
      'shtrih-m',
      engineer,
    )(number, { command: 'request-information', text: 'Что видно?', attachments: [] });
    expect((await desk.ticket('shtrih-m', number)).ticket.clocks[0]?.rule).toEqual(ticket.clocks[0]?.rule);
    const known = await shelf.inForce(desk.desk('shtrih-m'), desk.context.now());
    expect(known.regulation.schedules.map((one) => one.calendar?.edition)).toContain('twenty-first');
  });

  it('leaves journals and rows that explain each other', async () => {
    await adopt();
    const found: unknown[] = [];
    const desks = desk.opened.desks.map((d) => d.deskId);
    expect(await compareJournals(desk.context, desks, (error) => found.push(error))).toBe(0);
    expect(found).toEqual([]);
  });
});

describe('the files of calendars', () => {
  it('are looked at again and again: data seen before are no edition, other data with the same name get a number', async () => {
    const said: string[] = [];
    let dates: readonly string[] = ['2025-02-05'];
    const round = followCalendars(desk.context, {
      say: (line) => said.push(line),
      onError: fail,
      read: async () => [await editedCalendar('wednesday', dates)],
    });
    await round();
    expect(said).toEqual([]);
    dates = ['2025-02-06'];
    await round();
    await round();
    expect(said).toEqual([
      'Production calendar ru wednesday (2) is in force: open deadlines are counted anew.',
    ]);
  });

  it('that can’t be used are told once and change nothing', async () => {
    const errors: unknown[] = [];
    const round = followCalendars(desk.context, {
      say: fail,
      onError: (error) => errors.push(error),
      read: () => Promise.reject(new BadCalendar('production calendar ru.json: no-date')),
    });
    await round();
    await round();
    expect(errors).toHaveLength(1);
  });
});
