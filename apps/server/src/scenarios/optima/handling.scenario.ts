import { expect } from 'vitest';
import { staffHand } from '../../testing/staff-hand.ts';
import { addStaff } from '../../testing/test-desk.ts';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('optima');

const classified = async (desk: Stage, priority = '2', type = 'incident'): Promise<StageTicket> => {
  desk.at('2025-02-04 10:00');
  const ticket = await (await desk.customer('8x5x4')).writes('Не считает раскрой, и не печатает.');
  await ticket.classify(type, priority);
  return ticket;
};

scenario(
  ['OW-3'],
  'a second problem becomes a ticket of its own, with number and clocks, linked back',
  async (desk) => {
    const old = await classified(desk);
    desk.at('2025-02-04 11:00');
    const number = await old.split('Не печатает');
    const second = desk.ticket(number, old.email);
    expect(number).toBeGreaterThan(old.number);
    expect(await second.clock('processing')).toMatchObject({
      status: 'running',
      started: '2025-02-04 11:00',
      due: '2025-02-04 11:30',
    });
    expect((await second.lastLetter()).text).toContain(`Номер заявки: ${number}.`);
    // The old one goes on as it was.
    expect(await old.clock('execution')).toMatchObject({ status: 'running', due: '2025-02-06 18:00' });
    expect((await desk.browser.ticket(number)).related).toContainEqual(
      expect.objectContaining({ number: old.number, relation: 'split-from' }),
    );
    expect((await desk.browser.ticket(old.number)).related).toContainEqual(
      expect.objectContaining({ number, relation: 'split-into' }),
    );
  },
);

scenario(['OW-3'], 'a new question to a closed ticket opens a new one that follows it', async (desk) => {
  const ticket = await classified(desk);
  await ticket.resolve('Обновите справочник.');
  await ticket.confirm();
  const next = await ticket.answer('А ещё не печатает отчёт.');
  expect(next.number).not.toBe(ticket.number);
  expect(await next.clock('processing')).toMatchObject({ status: 'running' });
  expect((await desk.browser.ticket(next.number)).related).toContainEqual(
    expect.objectContaining({ number: ticket.number, relation: 'follows' }),
  );
  expect(await ticket.state()).toBe('closed');
});

scenario(
  ['OW-7'],
  'an answer records its means; what was said on the phone and done remotely is kept with who and when',
  async (desk) => {
    for (const means of ['email', 'phone', 'remote-session', 'other'] as const) {
      const ticket = await classified(desk);
      desk.at('2025-02-04 12:30');
      await ticket.resolveAs('Поправили справочник при вас.', { means });
      const { history } = await desk.browser.ticket(ticket.number);
      expect(await ticket.journal()).toContain('TicketResolved');
      expect(history.find(({ type }) => type === 'TicketResolved')).toMatchObject({
        at: '2025-02-04T09:30:00.000Z',
        actor: expect.stringMatching(/./) as string,
      });
      expect((await ticket.seen()).outcome).toMatchObject({ kind: 'resolved', means });
    }
    const called = await classified(desk);
    await called.staff({
      command: 'record-call',
      who: 'Ольга',
      text: 'Рассказали, где обновить.',
      reached: true,
      toldNumber: false,
    });
    expect((await desk.browser.ticket(called.number)).messages.at(-1)).toMatchObject({
      author: { name: expect.stringMatching(/./) as string },
      text: expect.stringContaining('Рассказали') as string,
    });
  },
);

scenario(
  ['OW-S8', 'OW-S9'],
  'what a solution turned out to be: the customer’s own action, and three ways of a fittings system',
  async (desk) => {
    const { lifecycle } = await desk.regulation();
    expect(lifecycle.outcomes.map(({ id, clause }) => [id, clause])).toEqual([
      ['customer-action', 'OW-S8'],
      ['fittings-example', 'OW-S9'],
      ['set-up-by-customer', 'OW-S9'],
      ['paid-order', 'OW-S9'],
    ]);
    for (const { id, name, definition, clause } of lifecycle.outcomes) {
      const ticket = await classified(desk);
      await ticket.resolveAs('Готово.', { outcome: id });
      expect((await ticket.seen()).outcome).toMatchObject({ kind: 'resolved', id });
      const { text } = await ticket.lastLetter();
      expect(text).toContain(`Итог: ${name.ru}`);
      if (definition !== null) expect(text).toContain(definition.ru);
      expect(text).toContain(`Правило ${clause}`);
    }
  },
);

scenario(
  ['OW-S1', 'OW-S2', 'OW-S3', 'OW-S4', 'OW-S5', 'OW-S6', 'OW-S12'],
  'what the option includes is shown beside the ticket and never declined',
  async (desk) => {
    const services = [
      ['release-news', 'OW-S1'],
      ['quality-programme', 'OW-S2'],
      ['offers', 'OW-S3'],
      ['updates', 'OW-S4'],
      ['tickets', 'OW-S5'],
      ['advice', 'OW-S6'],
      ['upgrade-prices', 'OW-S12'],
    ] as const;
    const ticket = await classified(desk, '4', 'question');
    const shown = (await desk.browser.ticket(ticket.number)).services;
    for (const [service, clause] of services) {
      expect(shown.find((s) => s.clause === clause)?.level).toBe('yes');
      await expect(ticket.declineService(service)).rejects.toMatchObject({
        code: 'service-included',
        clause,
      });
    }
    await ticket.resolve('Это делает мастер раскроя.');
    expect(await ticket.state()).toBe('resolved');
  },
);

scenario(
  ['OW-S7', 'OW-S10'],
  'remote repair without access, and setup to order, are declined with the clause and what to do instead',
  async (desk) => {
    const { services } = await desk.regulation();
    for (const [id, clause] of [
      ['remote', 'OW-S7'],
      ['database-setup', 'OW-S10'],
      ['profile-systems', 'OW-S10'],
    ] as const) {
      const ticket = await classified(desk);
      await ticket.declineService(id);
      expect((await ticket.seen()).outcome).toMatchObject({ kind: 'declined', clause });
      const { text } = await ticket.lastLetter();
      expect(text).toContain(`Правило ${clause}`);
      const instead = services.find((service) => service.id === id)?.instead?.ru ?? '';
      expect(text).toContain(instead);
      // A profile system is not for the customer to set up.
      if (id === 'profile-systems') expect(instead).not.toMatch(/сами/);
      if (id === 'database-setup') expect(instead).toMatch(/сами/);
    }
  },
);

scenario(
  ['OW-T-types', 'OW-S10'],
  'a request is counted by priority 4 until its own date for paid work is agreed',
  async (desk) => {
    const ticket = await classified(desk, '4', 'request');
    expect(await ticket.due('execution')).toBe('2025-02-17 18:00');
    desk.at('2025-02-05 10:00');
    await ticket.staff({
      command: 'agree-date',
      clock: 'paid-work',
      date: '2025-03-03T12:00',
      reason: 'Задание, 12 часов.',
    });
    await ticket.answerDate(true);
    expect(await ticket.clock('paid-work')).toMatchObject({ due: '2025-03-03 12:00', clause: 'OW-S10' });
    expect(await ticket.clock('execution')).toMatchObject({ status: 'stopped', outcome: 'met' });
  },
);

scenario(['OW-5'], 'the queue follows priority, then the nearest deadline', async (desk) => {
  const expected: number[] = [];
  for (const [at, priority] of [
    ['2025-03-04 10:00', '1'],
    ['2025-03-04 10:00', '2'],
    ['2025-03-05 10:00', '2'],
    ['2025-03-04 10:00', '3'],
    ['2025-03-04 10:00', '4'],
  ] as const) {
    desk.at(at);
    const ticket = await (await desk.customer('8x5x4')).writes('Не считает раскрой.');
    await ticket.classify('incident', priority);
    expected.push(ticket.number);
  }
  desk.at('2025-03-03 10:00');
  const late = await (await desk.customer('8x5x4')).writes('Не печатает.');
  await late.classify('incident', '3');
  expected.splice(3, 0, late.number);
  const mine = new Set(expected);
  const queue = await desk.browser.queue({ limit: 200 });
  expect(queue.map(({ number }) => number).filter((n) => mine.has(n))).toEqual(expected);
});

scenario(
  ['OW-T-dispatcher'],
  'a dispatcher puts down a call, finds it among those that nobody has, and classifies it for an engineer',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const dispatcher = await addStaff(desk.still.opened, 'optima', 'dispatcher', 'dispatcher@optima.example');
    const ticket = await (await desk.customer('8x5x4')).calls({ priority: '2' });
    const waiting = await desk.browser.queue({ view: 'unassigned', limit: 200 });
    expect(waiting.map(({ number }) => number)).toContain(ticket.number);
    const hand = staffHand(desk.still, 'optima', dispatcher);
    const classify = { command: 'classify', type: 'incident', priority: '2' } as const;
    expect(await hand(ticket.number, classify)).toMatchObject({ kind: 'done' });
    expect(await ticket.clock('processing')).toMatchObject({ outcome: 'met', stoppedBy: 'classification' });
    await ticket.staff({ command: 'take' });
    expect((await ticket.seen()).assigneeId).toBe(desk.engineer.personId);
  },
);
scenario(
  ['OW-AHEAD'],
  'at equal priority a ticket under a contract stands above one without',
  async (desk) => {
    desk.at('2025-04-01 10:00');
    const bare = await (await desk.customer(null)).writes('Не печатает.');
    await bare.staff({ command: 'accept-uncovered', reason: 'Договор подписывают.' });
    await bare.classify('incident', '2');
    desk.at('2025-04-02 10:00');
    const covered = await (await desk.customer('8x5x4')).writes('Не печатает.');
    await covered.classify('incident', '2');
    const urgent = await (await desk.customer(null)).writes('Всё стоит.');
    await urgent.staff({ command: 'accept-uncovered', reason: 'Договор подписывают.' });
    await urgent.classify('incident', '1');
    const ours = [urgent, covered, bare].map(({ number }) => number);
    const queue = await desk.browser.queue({ limit: 200 });
    expect(queue.map(({ number }) => number).filter((n) => ours.includes(n))).toEqual(ours);
  },
);
