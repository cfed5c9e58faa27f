import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSixthDesk, type SixthDesk } from '../../scenarios/sixth-desk.ts';

// The sixth desk's hours, on real parts. Times are Perm's, UTC+5, two hours ahead of Moscow. Plain package: Monday to Friday
// 09:00-13:00 and 14:00-18:00, an hour less before a holiday. Full one: Monday to Saturday 07:00-19:00. Both by the calendar.

let desk: SixthDesk;

beforeAll(async () => {
  desk = await openSixthDesk();
});
afterAll(async () => {
  expect(desk.stage.errors).toEqual([]);
  expect(await desk.disagreements()).toEqual([]);
  await desk.stop();
});

/** A letter of somebody new, who holds a package, at a time of Perm's. */
const letter = async (packageId: string, at: string) => {
  desk.at(at);
  const customer = await desk.stage.customer(packageId);
  return customer.writes('Терминал не видит остатки.');
};
const dueOf = async (packageId: string, at: string, clock: string) =>
  desk.due(await letter(packageId, at), clock);

/** What the database keeps for the queue: the nearest deadline and its clock, and whether it is plain time. */
const columns = async (number: number) => {
  const [row] = await desk.stage.still.rows<{ due: number; clock: string; elapsed: boolean | null }>(
    `select due_at as due, due_clock as clock, due_elapsed as elapsed from ticket where desk_id = $1 and number = $2`,
    [desk.stage.still.desk('lira'), number],
  );
  return row;
};

describe('hours of the office', () => {
  it('R1, R4, Q3: twelve working hours with the lunch left out, in the column and in the letter', async () => {
    // Friday 16:00: two hours till evening, eight on Monday, two more on Tuesday from 09:00.
    const ticket = await letter('basic', '2025-02-07 16:00');
    expect(await desk.due(ticket, 'first-word')).toBe('2025-02-11 11:00');
    expect((await ticket.lastLetter()).text).toContain('вт 11.02.2025, 11:00');
    // Of the clocks that run the sorting is due first: four working hours, Monday 11:00 in Perm, 06:00 UTC.
    expect(await columns(ticket.number)).toMatchObject({
      clock: 'sorting',
      due: Date.parse('2025-02-10T06:00:00Z'),
    });
    const { clocks } = await desk.stage.browser.ticket(ticket.number);
    const shown = clocks.find(({ clock }) => clock === 'first-word')?.dueAt ?? '';
    expect(Date.parse(shown)).toBe(Date.parse('2025-02-11T06:00:00Z'));
  });

  it('R4: a day before a holiday ends an hour earlier', async () => {
    // Wednesday 30 April 09:00: seven of twelve hours by 17:00; 1 and 2 May off; Monday 5 May five hours, lunch out: 15:00.
    expect(await dueOf('basic', '2025-04-30 09:00', 'first-word')).toBe('2025-05-05 15:00');
  });

  it('R2, Q19: Saturdays are open, public holidays are not', async () => {
    expect(await dueOf('best', '2025-02-08 10:00', 'first-word')).toBe('2025-02-08 18:00');
    // 1 and 2 May are days off; Saturday 3 May is open: eight plain hours from 07:00.
    expect(await dueOf('best', '2025-05-01 10:00', 'first-word')).toBe('2025-05-03 15:00');
  });

  it('R17: a letter of Sunday counts from the opening of Monday', async () => {
    expect(await dueOf('best', '2025-02-09 12:00', 'first-word')).toBe('2025-02-10 15:00');
  });
});

describe('days and plain hours', () => {
  it('R5, R18: the solution counts from the registration, of a Saturday from Monday’s opening', async () => {
    // From Monday 10 February: Tuesday is day one, Wednesday day two, till 18:00.
    const ticket = await letter('basic', '2025-02-08 12:00');
    expect(await desk.due(ticket, 'solution')).toBe('2025-02-12 18:00');
  });

  it('R6, Q5: two working days later at the same time of day', async () => {
    // Friday 10:00; Saturday is a working day of the full package: Monday 10:00.
    expect(await dueOf('best', '2025-02-07 10:00', 'solution')).toBe('2025-02-10 10:00');
  });

  it('R14, Q4: three working days, and not their hours', async () => {
    // Friday 7 February: Monday, Tuesday, Wednesday till 18:00.
    expect(await dueOf('basic', '2025-02-07 16:00', 'in-work')).toBe('2025-02-12 18:00');
  });

  it('R13, R15: plain hours stand where they fall, at night and on days off', async () => {
    desk.at('2025-02-07 17:30');
    const ticket = await (await desk.stage.customer('best')).calls({ priority: 'stop' });
    expect(await desk.due(ticket, 'call')).toBe('2025-02-10 17:30');
    expect(await desk.due(ticket, 'in-work')).toBe('2025-02-07 19:30');
    // The sorting is due first, a working hour later, and counts in hours of the office; taken off, plain time is what is left.
    expect(await columns(ticket.number)).toMatchObject({ clock: 'sorting', elapsed: false });
    await ticket.classify('failure', 'stop');
    expect(await columns(ticket.number)).toMatchObject({
      clock: 'in-work',
      elapsed: true,
      due: Date.parse('2025-02-07T14:30:00Z'),
    });
  });

  it('R42: a correction is promised in hours by package', async () => {
    // Monday 07:00; ten days of twelve hours, Sundays out: 3-8, 10-13 February.
    const ticket = await letter('best', '2025-02-03 07:00');
    await ticket.staff({ command: 'take' });
    await ticket.classify('failure', 'slow');
    expect(await desk.due(ticket, 'correction')).toBe('2025-02-13 19:00');
  });

  it('R23, Q15: work outside the list has no promise of a solution: its row is the narrower one', async () => {
    const ticket = await letter('basic', '2025-02-04 10:00');
    expect((await ticket.seen()).clocks.map(({ id }) => id)).toContain('solution');
    await ticket.classify('request', 'slow');
    expect((await ticket.seen()).clocks.map(({ id }) => id)).not.toContain('solution');
  });

  it('R19, Q7, Q8: what a pause has moved goes on to closing time; nights of waiting add nothing', async () => {
    const ticket = await letter('basic', '2025-02-04 10:00');
    await ticket.classify('failure', 'slow');
    // Two working days of Tuesday: Thursday 18:00. Waiting from 12:00 to 16:00 is three hours without lunch: Friday 12:00, so 18:00.
    expect(await desk.due(ticket, 'solution')).toBe('2025-02-06 18:00');
    desk.at('2025-02-04 12:00');
    await ticket.ask('Какая версия?');
    expect((await ticket.clock('solution')).status).toBe('paused');
    desk.at('2025-02-04 16:00');
    await ticket.answer('Седьмая.');
    expect(await desk.due(ticket, 'solution')).toBe('2025-02-07 18:00');
  });
});
