import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StageTicket } from '../../scenarios/stage-ticket.ts';
import { editCalendar } from '../../testing/edited-calendar.ts';
import { inPerm, openSixthDesk, type SixthDesk } from '../../scenarios/sixth-desk.ts';
import { adoptCalendars } from '../../use-cases/adopt-calendars.ts';

// The sixth desk's text and calendar are amended, in the order of days: the text is that of everything open, the calendar that
// of a ticket's registration. Times are Perm's.

let desk: SixthDesk;

beforeAll(async () => {
  desk = await openSixthDesk();
});
afterAll(async () => {
  expect(desk.stage.errors).toEqual([]);
  expect(await desk.disagreements()).toEqual([]);
  await desk.stop();
});

const letter = async (at: string, packageId = 'basic'): Promise<StageTicket> => {
  desk.at(at);
  return (await desk.stage.customer(packageId)).writes('Терминал не видит остатки.');
};

it('Q14: an edited calendar moves no ticket that was open, and is that of the next one', async () => {
  const open = await letter('2025-02-06 10:00');
  // Two working days of Thursday: Friday, Monday 10 February.
  expect(await desk.due(open, 'solution')).toBe('2025-02-10 18:00');
  desk.at('2025-02-06 11:00');
  const { context } = desk.stage.still;
  await editCalendar(context, 'monday-off', ['2025-02-10']);
  await adoptCalendars(context, {
    onError: (error) => {
      throw error;
    },
  });
  expect(await desk.due(open, 'solution')).toBe('2025-02-10 18:00');
  expect(await open.journal()).not.toContain('ClockRetargeted');
  const next = await letter('2025-02-06 12:00');
  expect(await desk.due(next, 'solution')).toBe('2025-02-11 18:00');
});

it('R43: another text takes its open tickets over from its first moment; what has elapsed stays, a met clock too', async () => {
  const ticket = await letter('2025-03-04 10:00');
  desk.at('2025-03-04 11:00');
  await ticket.staff({ command: 'take' });
  const taken = await ticket.clock('in-work');
  // Twelve hours of the office of Tuesday 10:00: seven that day, five on Wednesday with the lunch out.
  expect(await desk.due(ticket, 'first-word')).toBe('2025-03-05 15:00');
  desk.at('2025-03-05 09:00');
  await desk.amend('2025-03-05', [['within: 12 working hours', 'within: 20 working hours']]);
  // Seven were used by then; thirteen more of Wednesday 09:00: eight, and five of the seven of Thursday the 6th.
  expect(await desk.due(ticket, 'first-word')).toBe('2025-03-06 15:00');
  expect((await ticket.seen()).clocks.find(({ id }) => id === 'first-word')?.changes).toMatchObject([
    { cause: 'edition', spentMs: 7 * 3_600_000 },
  ]);
  expect(await ticket.journal()).toContain('EditionFollowed');
  expect(await ticket.clock('in-work')).toEqual(taken);
});

it('R43: a certificate goes by the text that is in force, not by that of its purchase', async () => {
  desk.at('2025-04-01 12:00');
  const buyer = await desk.stage.customer(null);
  const old = await buyer.buys('basic', { dates: { purchase: '2024-03-01' } });
  // Of 31 March 2024: Sunday 30 March 2025, so Monday the 31st.
  expect(inPerm((await old.seen()).ends)).toBe('2025-04-01 00:00');
  desk.at('2025-06-02 12:00');
  await desk.amend('2025-06-02', [
    ['within: 365 days', 'within: 30 days'],
    ['for: 3 months', 'for: 30 days'],
  ]);
  await expect(old.renews({ on: '2025-06-02' })).rejects.toMatchObject({ code: 'late-return' });
});
