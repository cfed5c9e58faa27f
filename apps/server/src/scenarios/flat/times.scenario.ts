import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('flat');

/** A request put down as come over the portal, at an instant. */
const incident = async (
  desk: Stage,
  at: string,
  packageId: string,
  priority: string,
): Promise<StageTicket> => {
  desk.at(at);
  return (await desk.customer(packageId)).calls({ channel: 'portal', priority });
};

scenario(['FL-P'], 'from Friday 17:00 in 8x5: two, four, eight and forty-eight hours', async (desk) => {
  const figures = [
    ['1', '2025-02-10 10:00', '10.02.2025, 10:00'],
    ['2', '2025-02-10 12:00', '10.02.2025, 12:00'],
    ['3', '2025-02-10 16:00', '10.02.2025, 16:00'],
    ['4', '2025-02-17 11:00', '17.02.2025, 11:00'],
  ] as const;
  for (const [priority, due, says] of figures) {
    const ticket = await incident(desk, '2025-02-07 17:00', '8x5', priority);
    expect(await ticket.clock('reaction')).toMatchObject({ due, clause: 'FL-P' });
    expect((await ticket.lastLetter()).text).toContain(says);
    const clocks = (await ticket.seen()).clocks.map(({ id }) => id);
    expect(clocks).toEqual(priority === '1' ? ['reaction', 'callback'] : ['reaction']);
  }
});

scenario(
  ['FL-P'],
  'P1 is called back within the same time: a written answer and an attempt leave it owed, a talk ends it',
  async (desk) => {
    const ticket = await incident(desk, '2025-02-07 17:00', '8x5', '1');
    const call = { command: 'record-call', who: 'Лариса', text: '', toldNumber: false } as const;
    desk.at('2025-02-07 17:10');
    await ticket.reply('Смотрим');
    await ticket.staff({ ...call, reached: false });
    expect(await ticket.clock('reaction')).toMatchObject({ outcome: 'met', stopped: '2025-02-07 17:10' });
    expect(await ticket.clock('callback')).toMatchObject({ status: 'running', due: '2025-02-10 10:00' });
    desk.at('2025-02-10 10:00');
    await desk.rings();
    expect(await ticket.journal()).not.toContain('ClockBreached');
    await ticket.staff({ ...call, reached: true });
    expect(await ticket.clock('callback')).toMatchObject({
      outcome: 'met',
      stopped: '2025-02-10 10:00',
      stoppedBy: 'callback',
    });
    expect((await ticket.journal()).filter((type) => type === 'CallRecorded')).toHaveLength(2);
  },
);

scenario(['FL-K1'], 'basic 8x5: P1 at Friday 17:00 is due Monday 10:00', async (desk) => {
  const ticket = await incident(desk, '2025-02-07 17:00', '8x5', '1');
  expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', clause: 'FL-K1' });
  expect(await ticket.due('reaction')).toBe('2025-02-10 10:00');
});

scenario(
  ['FL-K2'],
  '24x7: P1 and P2 round the clock, the others in office hours; another priority means other hours',
  async (desk) => {
    const figures = [
      ['1', '2025-02-07 19:00'],
      ['2', '2025-02-07 21:00'],
      ['3', '2025-02-10 16:00'],
      ['4', '2025-02-17 11:00'],
    ] as const;
    for (const [priority, due] of figures)
      expect(await (await incident(desk, '2025-02-07 17:00', '24x7', priority)).due('reaction')).toBe(due);

    const ticket = await incident(desk, '2025-02-07 17:00', '24x7', '3');
    desk.at('2025-02-07 17:30');
    await ticket.classify('incident', '2', 'Звонки пропадают у всех');
    // Half an hour is gone of four, counted round the clock from now on.
    expect(await ticket.clock('reaction')).toMatchObject({ status: 'running', due: '2025-02-07 21:00' });
    expect((await ticket.lastLetter()).text).toContain('Звонки пропадают у всех');
  },
);

scenario(['FL-K3'], '24x7 plus: every priority round the clock, on public holidays too', async (desk) => {
  const figures = [
    ['2025-02-07 17:00', '3', '2025-02-08 01:00'],
    ['2025-02-07 17:00', '4', '2025-02-09 17:00'],
    ['2025-05-01 10:00', '2', '2025-05-01 14:00'],
  ] as const;
  for (const [at, priority, due] of figures)
    expect(await (await incident(desk, at, '24x7-plus', priority)).due('reaction')).toBe(due);
});

scenario(['FL-K4'], '24x7 onsite counts as plus does', async (desk) => {
  const ticket = await incident(desk, '2025-05-01 10:00', '24x7-onsite', '2');
  expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', clause: 'FL-K4' });
  expect(await ticket.due('reaction')).toBe('2025-05-01 14:00');
});

scenario(
  ['FL-PRIO'],
  'four definitions where the priority is asked, no ticket without it, the customer’s value counts at once',
  async (desk) => {
    const { priorities, intake } = await desk.regulation();
    expect(priorities.map(({ id, clause }) => [id, clause])).toEqual([
      ['1', 'FL-PRIO'],
      ['2', 'FL-PRIO'],
      ['3', 'FL-PRIO'],
      ['4', 'FL-PRIO'],
    ]);
    expect(await desk.browser.regulation()).toMatchObject({
      priorities: priorities.map(({ definition }) => ({ definition })),
    });
    expect(intake.find(({ source }) => source === 'priority')).toMatchObject({
      required: true,
      clause: 'FL-PRIO',
    });
    desk.at('2025-02-07 10:00');
    const olga = await desk.customer('8x5');
    await expect(olga.calls({ channel: 'portal' })).rejects.toMatchObject({ code: 'priority-required' });
    const ticket = await olga.calls({ channel: 'portal', priority: '3' });
    expect(await ticket.seen()).toMatchObject({ priority: '3', prioritySource: 'stated' });
    await expect(ticket.classify('incident', '2')).rejects.toMatchObject({
      code: 'priority-needs-reason',
      clause: 'FL-PRIO',
    });
  },
);

scenario(
  ['FL-STOP'],
  'without a contract a ticket is registered without clocks, answered with the clause and the way back',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const ended = await desk.customer(null);
    await ended.holds('8x5', '2023-06-01 00:00', '2024-06-01 00:00');
    const ticket = await ended.calls({ channel: 'portal', priority: '1' });
    expect(await ticket.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', reason: 'expired', clause: 'FL-STOP' },
      clocks: [],
    });
    const { text } = await ticket.lastLetter();
    expect(text).toContain('Правило FL-STOP');
    expect(text).toContain('Купите продление поддержки');
  },
);

scenario(
  ['FL-GOAL'],
  'every request gets a number and a reaction clock, and is carried to its resolution',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const olga = await desk.customer('8x5');
    const tickets = [
      await olga.calls({ channel: 'portal', priority: '3' }),
      await olga.calls({ channel: 'phone', priority: '1' }),
    ];
    for (const ticket of tickets) {
      expect((await ticket.letters())[0]?.text).toContain(`Номер заявки: ${ticket.number}.`);
      expect(await ticket.clock('reaction')).toMatchObject({ status: 'running' });
      await ticket.resolve('Заменили модуль.');
      await ticket.confirm();
      expect(await ticket.state()).toBe('closed');
    }
  },
);
