import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('optima');

const registered = async (desk: Stage, at: string, text = 'Не считает раскрой.'): Promise<StageTicket> => {
  desk.at(at);
  return (await desk.customer('8x5x4')).writes(text);
};

scenario(['OW-TIME'], 'processing: half an hour for 1 and 2, an hour for 3 and 4', async (desk) => {
  const figures = [
    ['1', '2025-02-04 09:30'],
    ['2', '2025-02-04 09:30'],
    ['3', '2025-02-04 10:00'],
    ['4', '2025-02-04 10:00'],
  ] as const;
  for (const [priority, due] of figures) {
    const ticket = await registered(desk, '2025-02-04 09:00', `Приоритет: ${priority}\nНе печатает.`);
    expect(await ticket.clock('processing')).toMatchObject({ status: 'running', due, clause: 'OW-TIME' });
  }
});

scenario(
  ['OW-TIME'],
  'execution from Tuesday 10:00: four working hours, two, four and nine working days',
  async (desk) => {
    const figures = [
      ['1', '2025-02-04 14:00', '04.02.2025, 14:00'],
      ['2', '2025-02-06 18:00', '06.02.2025, 18:00'],
      ['3', '2025-02-10 18:00', '10.02.2025, 18:00'],
      ['4', '2025-02-17 18:00', '17.02.2025, 18:00'],
    ] as const;
    for (const [priority, due, says] of figures) {
      const ticket = await registered(desk, '2025-02-04 10:00');
      await ticket.classify('incident', priority);
      expect(await ticket.clock('execution')).toMatchObject({ due, clause: 'OW-TIME' });
      expect((await ticket.lastLetter()).text).toContain(says);
    }
  },
);

scenario(
  ['OW-N1'],
  'a letter at 22:00 is numbered and acknowledged at once, counted from nine of the next working day',
  async (desk) => {
    const ticket = await registered(desk, '2025-02-06 22:00', 'Приоритет: 1\nНе печатает.');
    const { text } = await ticket.lastLetter();
    expect(text).toContain(`Номер заявки: ${ticket.number}.`);
    expect(text).toContain('07.02.2025, 09:30');
    expect(await ticket.clock('processing')).toMatchObject({
      started: '2025-02-06 22:00',
      due: '2025-02-07 09:30',
    });
    const friday = await registered(desk, '2025-02-07 22:00', 'Приоритет: 4\nНе печатает.');
    expect(await friday.due('processing')).toBe('2025-02-10 10:00');
  },
);

scenario(
  ['OW-N3'],
  'the told classification stops processing; priority and execution deadline reach the customer',
  async (desk) => {
    const ticket = await registered(desk, '2025-02-04 09:50');
    await ticket.ask('Какая версия?');
    expect(await ticket.clock('processing')).toMatchObject({ status: 'running' });
    desk.at('2025-02-04 10:00');
    await ticket.classify('incident', '1');
    expect(await ticket.clock('processing')).toMatchObject({
      outcome: 'met',
      stopped: '2025-02-04 10:00',
      stoppedBy: 'classification',
    });
    const { text } = await ticket.lastLetter();
    expect(text).toContain('Приоритет 1');
    // It waits for the answer, so its deadline is told as standing still; an answer makes it run.
    await ticket.answer('Версия 8.2');
    expect(await ticket.due('execution')).toBe('2025-02-04 14:00');
    const plain = await registered(desk, '2025-02-04 10:00');
    await plain.classify('incident', '1');
    expect((await plain.lastLetter()).text).toContain('04.02.2025, 14:00');
  },
);

scenario(
  ['OW-6'],
  'a question is visible as waiting, execution stands still until the answer',
  async (desk) => {
    const ticket = await registered(desk, '2025-02-04 10:00');
    await ticket.classify('incident', '2');
    desk.at('2025-02-04 12:00');
    await ticket.ask('Какая версия?');
    expect(await ticket.state()).toBe('waiting-for-customer');
    expect(await ticket.clock('execution')).toMatchObject({ status: 'paused' });
    expect((await ticket.lastLetter()).text).toContain('Какая версия?');
    const waiting = await desk.browser.queue({ view: 'waiting' });
    expect(waiting.map(({ number }) => number)).toContain(ticket.number);
    desk.at('2025-02-04 15:00');
    await ticket.answer('Версия 8.2.1');
    expect(await ticket.state()).toBe('in-progress');
    // Three working hours stood still: Thursday 18:00 becomes Friday 12:00.
    expect(await ticket.clock('execution')).toMatchObject({ status: 'running', due: '2025-02-07 12:00' });
  },
);

/** A proposal at Wednesday 10:00 to execute by Tuesday the 11th, 15:00. */
const extensionProposed = async (desk: Stage): Promise<StageTicket> => {
  const ticket = await registered(desk, '2025-02-04 10:00');
  await ticket.classify('incident', '2');
  desk.at('2025-02-05 10:00');
  await ticket.staff({
    command: 'agree-date',
    clock: 'execution',
    date: '2025-02-11T15:00',
    reason: 'Выходит сборка 8.4.',
  });
  expect((await ticket.lastLetter()).text).toContain(
    'Выполнение: до вт 11.02.2025, 15:00 (МСК); сейчас до чт 06.02.2025, 18:00 (МСК)',
  );
  expect(await ticket.due('execution')).toBe('2025-02-06 18:00');
  return ticket;
};

scenario(['OW-N4'], 'a longer execution is proposed; accepted, it moves the deadline', async (desk) => {
  const ticket = await extensionProposed(desk);
  await ticket.answerDate(true);
  expect(await ticket.due('execution')).toBe('2025-02-11 15:00');
  expect(await ticket.journal()).toEqual(expect.arrayContaining(['DateProposed', 'DateAgreed']));
  desk.at('2025-02-06 18:01');
  await desk.rings();
  expect(await ticket.journal()).not.toContain('ClockBreached');
});

scenario(['OW-N4'], 'declined, the deadline stays and rings; both words are on record', async (desk) => {
  const ticket = await extensionProposed(desk);
  await ticket.answerDate(false);
  expect(await ticket.due('execution')).toBe('2025-02-06 18:00');
  expect(await ticket.journal()).toEqual(expect.arrayContaining(['DateProposed', 'DateDeclined']));
  desk.at('2025-02-06 18:01');
  await desk.rings();
  expect(await ticket.journal()).toContain('ClockBreached');
});
