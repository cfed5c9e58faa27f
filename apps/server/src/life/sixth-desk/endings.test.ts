import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StageCustomer } from '../../scenarios/stage.ts';
import type { StageTicket } from '../../scenarios/stage-ticket.ts';
import { inPerm, openSixthDesk, perm, type SixthDesk } from '../../scenarios/sixth-desk.ts';
import { moscowText } from '../../scenarios/moscow-text.ts';
import { mergeTickets } from '../../use-cases/merge-tickets.ts';

// How tickets of the sixth desk end, come back, become one and become two. Times are Perm's.

let desk: SixthDesk;

beforeAll(async () => {
  desk = await openSixthDesk();
});
afterAll(async () => {
  expect(desk.stage.errors).toEqual([]);
  expect(await desk.disagreements()).toEqual([]);
  await desk.stop();
});

const begun = async (at: string, customer?: StageCustomer): Promise<StageTicket> => {
  desk.at(at);
  return (customer ?? (await desk.stage.customer('basic'))).writes('Терминал не видит остатки.');
};
const resolved = async (registered: string, at: string): Promise<StageTicket> => {
  const ticket = await begun(registered);
  await ticket.classify('failure', 'slow');
  desk.at(at);
  await ticket.resolve('Обновили справочник.');
  return ticket;
};
const closesAt = async (ticket: StageTicket): Promise<string | null> => {
  const at = (await ticket.seen()).resolution?.closesAt ?? null;
  return at === null ? null : inPerm(moscowText(at));
};

describe('closing by itself', () => {
  it('R7, Q26: 14 times 24 hours after the solution, to the minute, warned two days before', async () => {
    const ticket = await resolved('2025-02-04 10:00', '2025-02-04 12:34');
    expect(await closesAt(ticket)).toBe('2025-02-18 12:34');
    const before = (await ticket.letters()).length;
    desk.at('2025-02-16 12:33');
    await desk.stage.rings();
    expect(await ticket.letters()).toHaveLength(before);
    desk.at('2025-02-16 12:34');
    await desk.stage.rings();
    expect(await ticket.letters()).toHaveLength(before + 1);
    desk.at('2025-02-18 12:33');
    await desk.stage.rings();
    expect(await ticket.state()).toBe('resolved');
    desk.at('2025-02-18 12:34');
    await desk.stage.rings();
    expect(await ticket.state()).toBe('closed');
  });

  it('R39: of a day off it goes to the next working day', async () => {
    // Thursday 24 April 12:00 and 14 days is Thursday 8 May, off with the 9th; then a weekend: Monday 12 May.
    const ticket = await resolved('2025-04-24 10:00', '2025-04-24 12:00');
    expect(await closesAt(ticket)).toBe('2025-05-12 12:00');
  });

  it('R22: another message leaves the count as it is', async () => {
    const ticket = await resolved('2025-02-04 10:00', '2025-02-04 12:34');
    desk.at('2025-02-05 10:00');
    await ticket.answer('Спасибо, смотрим.');
    expect(await closesAt(ticket)).toBe('2025-02-18 12:34');
  });
});

describe('objecting and coming back', () => {
  it('R21, Q11: an objection begins the solution anew, needs no reason, leaves the first word where it ended', async () => {
    const ticket = await resolved('2025-02-04 10:00', '2025-02-05 12:00');
    const first = await ticket.clock('first-word');
    expect(first.status).toBe('stopped');
    desk.at('2025-02-06 10:00');
    await ticket.object('');
    expect(await ticket.state()).toBe('in-progress');
    // Two working days of Thursday 6 February: Monday 10, 18:00. The first run's outcome stays on record.
    expect(await desk.due(ticket, 'solution')).toBe('2025-02-10 18:00');
    expect((await ticket.clock('solution')).status).toBe('running');
    expect(await ticket.clock('first-word')).toEqual(first);
  });

  it('R21: within seven days a letter opens the closed ticket, on the eighth it is another one', async () => {
    const ticket = await resolved('2025-02-04 10:00', '2025-02-05 12:00');
    desk.at('2025-02-06 10:00');
    await ticket.confirm();
    expect(await ticket.state()).toBe('closed');
    // The seventh day after the 6th is the 13th, to its end.
    desk.at('2025-02-13 23:59');
    expect((await ticket.answer('Опять не видит.')).number).toBe(ticket.number);
    expect(await ticket.state()).toBe('in-progress');
    const other = await resolved('2025-02-04 10:00', '2025-02-05 12:00');
    desk.at('2025-02-06 10:00');
    await other.confirm();
    desk.at('2025-02-14 00:00');
    const next = await other.answer('Опять не видит.');
    expect(next.number).not.toBe(other.number);
    expect(await other.state()).toBe('closed');
  });
});

describe('the certificate ends first', () => {
  it('R38, Q16: service stops with it, to the minute, and no clock rings on', async () => {
    desk.at('2025-03-03 10:00');
    const customer = await desk.stage.customer(null);
    await customer.holds('best', perm('2025-01-01 00:00'), perm('2025-03-05 00:00'));
    const ticket = await begun('2025-03-04 10:00', customer);
    desk.at('2025-03-04 23:59');
    await desk.stage.rings();
    expect(await ticket.state()).toBe('new');
    desk.at('2025-03-05 00:00');
    await desk.stage.rings();
    expect(await ticket.state()).toBe('not-entitled');
    expect((await ticket.seen()).clocks.every(({ status }) => status === 'stopped')).toBe(true);
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'not-entitled', reason: 'expired' });
  });
});

describe('two that are one, and one that is two', () => {
  const merged = async (gone: StageTicket, kept: StageTicket): Promise<void> => {
    const { context } = desk.stage.still;
    const [first, second] = [
      await desk.stage.still.ticket('lira', gone.number),
      await desk.stage.still.ticket('lira', kept.number),
    ];
    const outcome = await mergeTickets(context, {
      deskId: desk.stage.still.desk('lira'),
      goneId: first.ticket.ticketId,
      keptId: second.ticket.ticketId,
      person: { personId: desk.stage.engineer.personId, name: 'Глеб' },
      seenVersion: first.version,
      idempotency: { key: context.newId(), requestHash: 'x' },
    });
    expect(outcome.kind).toBe('merged');
  };

  it('Q13: of merged tickets the clocks of the one that stays go on, also where the other was due first', async () => {
    desk.at('2025-02-04 10:00');
    const customer = await desk.stage.customer('basic');
    const older = await begun('2025-02-04 10:00', customer);
    const younger = await begun('2025-02-05 10:00', customer);
    desk.at('2025-02-05 11:00');
    await merged(older, younger);
    expect(await older.state()).toBe('closed');
    // Two working days of Wednesday 5 February; the older one's was Thursday's.
    expect(await desk.due(younger, 'solution')).toBe('2025-02-07 18:00');
    expect(await younger.journal()).not.toContain('ClockRetargeted');
  });

  it('Q12: what is split off inherits the time of the first', async () => {
    const ticket = await begun('2025-02-04 10:00');
    desk.at('2025-02-05 15:00');
    const number = await ticket.split('И печать не идёт');
    const second = desk.stage.ticket(number, ticket.email);
    expect(await desk.due(second, 'solution')).toBe('2025-02-06 18:00');
    expect(await desk.due(second, 'first-word')).toBe(await desk.due(ticket, 'first-word'));
  });
});
