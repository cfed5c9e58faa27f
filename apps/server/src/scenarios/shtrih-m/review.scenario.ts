import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';

const scenario = scenariosAt('shtrih-m');

/** Friday 18:00, one ticket of a kind: due as told in the ticket and in the letter, stopped by an answer and by a question. */
const reviewed = async (
  desk: Stage,
  packageId: string,
  clause: string,
  due: string,
  says: string,
): Promise<void> => {
  desk.at('2025-02-07 18:00');
  const olga = await desk.customer(packageId);
  const answered = await olga.writes('Не печатает чек');
  const asked = await olga.writes('Не печатает отчёт');
  expect((await answered.seen()).coverage).toMatchObject({ kind: 'covered', packageId });
  for (const ticket of [answered, asked])
    expect(await ticket.clock('review')).toMatchObject({ status: 'running', due, clause });
  const { text } = await answered.lastLetter();
  expect(text).toContain(says);
  expect(text).toContain(`Правило ${clause}`);
  desk.at('2025-02-10 10:30');
  await answered.reply('Обновите прошивку.');
  await asked.ask('Какая модель?');
  expect(await answered.clock('review')).toMatchObject({ outcome: 'met', stoppedBy: 'public-reply' });
  expect(await asked.clock('review')).toMatchObject({ outcome: 'met', stoppedBy: 'information-request' });
  // The letter that ended it and its line in the history name the rule of the kind.
  for (const [ticket, words, type] of [
    [answered, 'Обновите прошивку.', 'ReplySent'],
    [asked, 'Какая модель?', 'InformationRequested'],
  ] as const) {
    const letter = await ticket.lastLetter();
    expect(letter.text).toContain(words);
    expect(letter.text).toContain(`Правило ${clause}`);
    const { history } = await desk.browser.ticket(ticket.number);
    expect(history.find((line) => line.type === type)).toMatchObject({ clause });
  }
};

scenario(['SH-F-TIME'], 'free: 24 working hours, Friday 18:00 to Wednesday 15:00', (desk) =>
  reviewed(desk, 'free', 'SH-F-TIME', '2025-02-12 15:00', '12.02.2025, 15:00'),
);

scenario(['SH-P-TIME'], 'paid: 16 working hours, Friday 18:00 to Tuesday 16:00', (desk) =>
  reviewed(desk, 'paid', 'SH-P-TIME', '2025-02-11 16:00', '11.02.2025, 16:00'),
);

scenario(['SH-C-TIME'], 'certified partner: 8 working hours, Friday 18:00 to Monday 17:00', (desk) =>
  reviewed(desk, 'partner', 'SH-C-TIME', '2025-02-10 17:00', '10.02.2025, 17:00'),
);

scenario(['SH-HOURS'], 'created Friday 20:00, any kind counts from Monday 10:00', async (desk) => {
  const figures = [
    ['free', '2025-02-12 16:00'],
    ['paid', '2025-02-11 17:00'],
    ['partner', '2025-02-10 18:00'],
  ] as const;
  for (const [packageId, due] of figures) {
    desk.at('2025-02-07 20:00');
    const ticket = await (await desk.customer(packageId)).writes('Не печатает чек');
    expect([packageId, await ticket.due('review')]).toEqual([packageId, due]);
    // Nothing was used up before Monday ten o'clock.
    desk.at('2025-02-10 10:00');
    const { clocks } = await desk.browser.ticket(ticket.number);
    expect(clocks[0]?.usedFraction).toBe(0);
  }
});

scenario(
  ['SH-CHAN'],
  'letter, call and portal open a ticket of any kind, a messenger does not',
  async (desk) => {
    desk.at('2025-02-04 11:00');
    for (const packageId of ['free', 'paid', 'partner']) {
      const olga = await desk.customer(packageId);
      const tickets = [
        await olga.writes('Не печатает чек'),
        await olga.calls(),
        await olga.calls({ channel: 'portal' }),
      ];
      for (const ticket of tickets)
        expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId });
      const other = await olga.calls({ channel: 'messenger' });
      expect((await other.seen()).coverage).toMatchObject({ kind: 'channel', clause: 'SH-CHAN' });
    }
  },
);

scenario(
  ['SH-F-TERM'],
  'no key, or its term over: registered without clocks, paid support is offered',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const ended = await desk.customer(null);
    await ended.holds('free', '2024-10-01 00:00', '2025-01-02 00:00');
    for (const olga of [await desk.customer(null), ended]) {
      const ticket = await olga.writes('Не печатает чек');
      expect(await ticket.seen()).toMatchObject({ state: 'not-entitled', clocks: [] });
      expect((await ticket.lastLetter()).text).toContain('платную поддержку');
    }
  },
);

scenario(
  ['SH-C-TIME'],
  'chosen by the standing on the company’s record: from its first day through its last',
  async (desk) => {
    const olga = await desk.customer('partner');
    await olga.holds('free', '2025-01-01 00:00', '2025-12-31 00:00');
    await olga.stands('certified-partner', '2025-02-04', '2025-02-10');
    const kindAt = async (time: string) => {
      desk.at(time);
      const { coverage } = await (await olga.writes('Не печатает чек')).seen();
      return 'packageId' in coverage ? coverage.packageId : null;
    };
    expect(await kindAt('2025-02-03 23:59')).toBe('free');
    expect(await kindAt('2025-02-04 00:00')).toBe('partner');
    expect(await kindAt('2025-02-10 23:59')).toBe('partner');
    expect(await kindAt('2025-02-11 00:00')).toBe('free');
  },
);
