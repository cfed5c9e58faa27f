import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareJournals } from '../jobs/compare-journals.ts';
import { openAdoptions, ticketsOfOtherEditions } from '../store/queries/production-calendars.ts';
import { amendRegulation, partOf } from '../testing/amend-regulation.ts';
import { editCalendar } from '../testing/edited-calendar.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { adoptCalendars } from '../use-cases/adopt-calendars.ts';
import { deadlineOf } from '../text/deadline-words.ts';

// `versions.calendars: new-tickets`: what a ticket was promised by the calendar of its day holds to its end. Beside it, as the
// control, a ticket of the text before, whose open tickets follow: the same desk, the same edit.

let desk: StillDesk;
let engineer: TestPerson;
let people = 0;

const SLUG = 'shtrih-m';

beforeAll(async () => {
  desk = await openStillDesk('2025-01-31 09:00');
  await amendRegulation(desk.context, SLUG, (file) => ({
    versions: partOf(file, 'versions', { calendars: 'new-tickets' }),
  }));
  engineer = await addStaff(desk.opened, SLUG, 'engineer', 'engineer@staff.example');
});
afterAll(() => desk?.stop());

const fail = (error: unknown): never => {
  throw error;
};

const adopt = (): Promise<void> => adoptCalendars(desk.context, { onError: fail });

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

const dueOf = async (number: number): Promise<number | null> =>
  (await desk.ticket(SLUG, number)).ticket.clocks[0]?.dueAt ?? null;

describe('tickets that keep the calendar of their registration', () => {
  let kept = 0;
  let follower = 0;

  it('say so from the first event on', async () => {
    // Saturday: the amended text is in force from the first of February on.
    follower = await open('2025-01-31 16:00');
    kept = await open('2025-02-01 12:00');
    const { ticket } = await desk.ticket(SLUG, kept);
    expect(ticket.calendars).toEqual([{ id: 'ru', edition: expect.any(String) as string }]);
    expect((await desk.ticket(SLUG, follower)).ticket.calendars).toBeUndefined();
    expect([await dueOf(follower), await dueOf(kept)]).toEqual([
      moscow('2025-02-03 15:00'),
      moscow('2025-02-03 18:00'),
    ]);
  });

  it('stay where they are when it is edited; the others move', async () => {
    desk.at('2025-02-01 13:02');
    await editCalendar(desk.context, 'monday', ['2025-02-03']);
    await adopt();
    expect(await dueOf(kept)).toBe(moscow('2025-02-03 18:00'));
    expect(await desk.journal(SLUG, kept)).not.toContain('ClockRetargeted');
    expect(await dueOf(follower)).toBe(moscow('2025-02-04 15:00'));
    expect(await desk.journal(SLUG, follower)).toContain('ClockRetargeted');
  });

  it('are asked about by no round of the job, which comes to an end', async () => {
    const deskId = desk.desk(SLUG);
    const left = await desk.context.db.inDesk(deskId, (q) =>
      ticketsOfOtherEditions(q, deskId, 'monday', null, 10),
    );
    expect(left).toEqual([]);
    desk.pass(20_000);
    await adopt();
    expect(await desk.context.db.everyDesk(openAdoptions)).toEqual([]);
  });

  it('count on by it after a pause, whatever is known meanwhile', async () => {
    const hand = staffHand(desk, SLUG, engineer);
    desk.at('2025-02-03 11:00');
    await hand(kept, { command: 'take' });
    await hand(kept, { command: 'request-information', text: 'Что видно?', attachments: [] });
    const { ticket } = await desk.ticket(SLUG, kept);
    for (const clock of ticket.clocks) expect(clock.rule.calendar?.edition).not.toBe('monday');
  });

  it('ring on the day that their own calendar works', async () => {
    const number = await open('2025-02-03 11:30');
    // Registered after the edit: the day is off for it.
    expect(await dueOf(number)).toBe(moscow('2025-02-04 18:00'));
    const { ticket } = await desk.ticket(SLUG, number);
    expect(ticket.calendars).toEqual([{ id: 'ru', edition: 'monday' }]);
  });

  it('are explained by it, its years and its name', async () => {
    const { ticket } = await desk.ticket(SLUG, kept);
    const { regulation, calendars } = await desk.context.regulations.ofTicket(desk.desk(SLUG), ticket);
    const [clock] = ticket.clocks;
    if (clock === undefined) throw new Error('nothing is promised');
    const { trace } = deadlineOf(clock, { regulation, calendars, now: desk.context.now() }, 'ru');
    expect(trace.calendarEdition).not.toBe('monday');
    expect(trace.calendar).toMatch(/^ru \d{4}-\d{4}$/);
    expect(regulation.schedules.every(({ calendar }) => calendar?.edition !== 'monday')).toBe(true);
  });

  it('agree with their journals', async () => {
    const found: unknown[] = [];
    const desks = desk.opened.desks.map((d) => d.deskId);
    expect(await compareJournals(desk.context, desks, (error) => found.push(error))).toBe(0);
    expect(found).toEqual([]);
  });
});
