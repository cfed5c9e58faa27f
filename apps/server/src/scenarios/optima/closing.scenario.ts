import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('optima');

/** Registered on the 4th, resolved on Wednesday the 5th at 10:00. */
const resolved = async (desk: Stage): Promise<StageTicket> => {
  desk.at('2025-02-04 10:00');
  const ticket = await (await desk.customer('8x5x4')).writes('Не считает раскрой.');
  await ticket.classify('incident', '2');
  desk.at('2025-02-05 10:00');
  await ticket.resolve('Обновите справочник.');
  expect(await ticket.state()).toBe('resolved');
  return ticket;
};

scenario(['OW-8'], 'an objection without a reason is not accepted', async (desk) => {
  const ticket = await resolved(desk);
  await expect(ticket.object('  ')).rejects.toMatchObject({ code: 'objection-needs-reason', clause: 'OW-8' });
  expect(await ticket.state()).toBe('resolved');
});

scenario(
  ['OW-8'],
  'with a reason it is back in work and execution runs on from what had elapsed',
  async (desk) => {
    const ticket = await resolved(desk);
    expect(await ticket.clock('execution')).toMatchObject({ outcome: 'met', stopped: '2025-02-05 10:00' });
    desk.at('2025-02-06 10:00');
    await ticket.object('Не помогло');
    expect(await ticket.state()).toBe('in-progress');
    // One working day as “resolved” is not counted: Thursday 18:00 becomes Friday 18:00. The outcome stays on record.
    expect(await ticket.clock('execution')).toMatchObject({
      status: 'running',
      outcome: 'met',
      due: '2025-02-07 18:00',
    });
  },
);

scenario(['OW-9'], 'confirmed on the page of the mail link, by the customer', async (desk) => {
  const ticket = await resolved(desk);
  expect(await ticket.openPage()).toContain('confirm');
  await ticket.confirm();
  expect(await ticket.state()).toBe('closed');
  expect(await ticket.journal()).toEqual(expect.arrayContaining(['ResolutionConfirmed', 'TicketClosed']));
});

scenario(['OW-9'], 'confirmed by phone: who said so, and when, is on record', async (desk) => {
  const ticket = await resolved(desk);
  desk.at('2025-02-06 11:30');
  await ticket.staff({ command: 'record-confirmation', who: 'Анна Белова' });
  expect(await ticket.state()).toBe('closed');
  const { messages, ticket: seen } = await desk.browser.ticket(ticket.number);
  expect(messages.at(-1)).toMatchObject({
    at: '2025-02-06T08:30:00.000Z',
    text: expect.stringContaining('Анна Белова') as string,
  });
  expect(seen.state).toBe('closed');
});

scenario(
  ['OW-9'],
  'fourteen calendar days without an answer: warned, then closed at 24:00 of the last day',
  async (desk) => {
    const ticket = await resolved(desk);
    desk.at('2025-02-16 23:59');
    await desk.rings();
    expect(await ticket.journal()).not.toContain('ClosingWarned');
    desk.at('2025-02-17 00:00');
    await desk.rings();
    const { text } = await ticket.lastLetter();
    expect(text).toContain('19.02.2025, 24:00');
    expect(text).toContain('OW-9');
    desk.at('2025-02-19 23:59');
    await desk.rings();
    expect(await ticket.state()).toBe('resolved');
    desk.at('2025-02-20 00:00');
    await desk.rings();
    expect(await ticket.state()).toBe('closed');
  },
);

scenario(['OW-9'], 'any letter of a person cancels the closing, a robot’s does not', async (desk) => {
  const ticket = await resolved(desk);
  desk.at('2025-02-06 10:00');
  await ticket.answer('Я в отпуске.', ['Auto-Submitted: auto-replied']);
  expect((await ticket.seen()).resolution?.closesAt).not.toBeNull();
  await ticket.answer('Проверим на неделе.');
  expect(await ticket.seen()).toMatchObject({ state: 'resolved', resolution: { closesAt: null } });
  desk.at('2025-03-20 00:00');
  await desk.rings();
  expect(await ticket.state()).toBe('resolved');
});
