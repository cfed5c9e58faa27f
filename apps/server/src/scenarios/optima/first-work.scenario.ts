import { expect } from 'vitest';
import { addStaff } from '../../testing/test-desk.ts';
import { openBrowser } from '../browser.ts';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';

const scenario = scenariosAt('optima');

const SIX = {
  fabricator: 'Эксперт',
  software: 'Optima 8',
  'contact-phone': '+7 812 000-00-00',
  'contact-name': 'Ольга Иванова',
  'contact-email': 'olga@customer.example',
  description: 'Не считает раскрой.',
} as const;

/** What waits to be classified, as a dispatcher's browser gets it: numbers with what is to be done. */
const waitingIn = async (desk: Stage): Promise<ReadonlyMap<number, readonly string[]>> => {
  const waiting = await desk.browser.queue({ view: 'classify', limit: 200 });
  return new Map(waiting.map(({ number, firstWork }) => [number, firstWork]));
};

scenario(
  ['OW-T-dispatcher'],
  'what waits to be classified stands in one queue, in its order, and leaves it when that is done',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer('8x5x4');
    const called = await olga.calls({ priority: '3', fields: SIX });
    const written = await (await desk.customer('8x5x4')).writes('Приоритет: 1\nНе запускается.');
    const stranger = await desk.stranger().writes('Кто мы?');
    const waiting = await waitingIn(desk);
    expect(waiting.get(called.number)).toEqual(['classification']);
    expect(waiting.get(written.number)).toEqual(['classification', 'fields']);
    expect(waiting.get(stranger.number)).toEqual(['company', 'classification', 'fields']);
    // By what the customer supposes, then by the deadline of the processing; what no clock runs for stands below.
    const ours = [written, called, stranger].map(({ number }) => number);
    expect([...waiting.keys()].filter((number) => ours.includes(number))).toEqual(ours);
    // To ask is no classification: the processing clock goes on, and so does the wait.
    await written.ask('Какая версия?');
    expect((await waitingIn(desk)).get(written.number)).toEqual(['classification']);
    expect((await written.clock('processing')).status).toBe('running');

    await written.classify('incident', '1');
    await called.classify('question', '4');
    const left = await waitingIn(desk);
    expect(left.has(written.number) || left.has(called.number)).toBe(false);
    expect(left.has(stranger.number)).toBe(true);
    expect(await written.clock('processing')).toMatchObject({ outcome: 'met', stoppedBy: 'classification' });
    expect((await called.lastLetter()).text).toContain('Приоритет 4');
  },
);

scenario(
  ['OW-T-dispatcher'],
  'the oldest processing deadline comes first; a closed, a solved or a declined ticket waits for nothing',
  async (desk) => {
    desk.at('2025-03-04 10:00');
    const first = await (await desk.customer('8x5x4')).calls({ priority: '3', fields: SIX });
    desk.at('2025-03-04 10:20');
    const second = await (await desk.customer('8x5x4')).calls({ priority: '3', fields: SIX });
    const ours = [first.number, second.number];
    const dispatcher = await addStaff(desk.still.opened, 'optima', 'dispatcher', 'second@optima.example');
    const browser = await openBrowser(desk.still, 'optima', dispatcher);
    const seen = async () =>
      (await browser.queue({ view: 'classify', limit: 200 })).filter(({ number }) => ours.includes(number));
    expect((await seen()).map(({ number, nextDue }) => [number, nextDue?.clock])).toEqual([
      [first.number, 'processing'],
      [second.number, 'processing'],
    ]);
    await first.classify('request', '4');
    await first.resolve('Готово.');
    expect((await seen()).map(({ number }) => number)).toEqual([second.number]);
    await browser.close();
  },
);

scenario(['OW-2'], 'with the six answers nothing is left to ask, by letter or by call', async (desk) => {
  desk.at('2025-02-05 10:00');
  const text = `Переработчик: Эксперт\nКонтактное лицо: Ольга\nТелефон: +7 812 000-00-00\nПрограмма: Optima 8\nПриоритет: 2\n\nНе считает.`;
  const letter = await (await desk.customer('8x5x4')).writes(text);
  const call = await (await desk.customer('8x5x4')).calls({ priority: '2', fields: SIX });
  const waiting = await waitingIn(desk);
  expect(waiting.get(letter.number)).toEqual(['classification']);
  // Staff read the answers in their own language, a word of the rules by its name.
  const { fields } = (await desk.browser.ticket(letter.number)).ticket;
  expect(fields.find(({ id }) => id === 'priority')).toMatchObject({
    value: '2',
    named: { ru: 'Приоритет 2', en: 'Priority 2' },
  });
  expect(fields.find(({ id }) => id === 'software')).toMatchObject({ value: 'Optima 8', named: null });
  expect(waiting.get(call.number)).toEqual(['classification']);
});

scenario(
  ['OW-2'],
  'a sender who is identified later has given the company, and it is asked for no more',
  async (desk) => {
    desk.at('2025-02-06 10:00');
    const stranger = await desk.stranger().writes('Приоритет: 2\nНе считает.');
    expect((await stranger.seen()).missingFields).toContain('company');
    const { company } = await desk.customer('8x5x4');
    await stranger.staff({ command: 'identify', companyId: company?.companyId ?? '' });
    const seen = await stranger.seen();
    expect(seen.missingFields).not.toContain('company');
    expect(seen.missingFields).toContain('software');
    expect(await stranger.fields()).toMatchObject({ company: company?.name });
    expect((await waitingIn(desk)).get(stranger.number)).toEqual(['classification', 'fields']);
  },
);
