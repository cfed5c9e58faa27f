import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('optima');

const SIX = [
  'Компания: ООО «Окна»',
  'Переработчик: Эксперт',
  'Контактное лицо: Ольга Иванова',
  'Телефон: +7 812 000-00-00',
  'Почта: olga@customer.example',
  'Программа: Optima 8',
  'Приоритет: 2',
].join('\n');

scenario(['OW-1'], 'a letter and a call open a ticket alike, another way does not', async (desk) => {
  desk.at('2025-02-04 09:50');
  const olga = await desk.customer('8x5x4');
  for (const ticket of [await olga.writes('Не считает раскрой'), await olga.calls({ priority: '2' })])
    expect(await ticket.seen()).toMatchObject({
      state: 'new',
      coverage: { kind: 'covered', clause: 'OW-S11' },
    });
  const other = await olga.calls({ channel: 'messenger' });
  expect((await other.seen()).coverage).toMatchObject({ kind: 'channel', clause: 'OW-1' });
});

scenario(
  ['OW-1'],
  'while the call goes on its card says who it is, what is open, and what the request would be',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer('8x5x4');
    const before = await olga.writes('Не считает раскрой');
    const companyId = olga.company?.companyId ?? '';
    const card = await desk.browser.get(`callers?companyId=${companyId}`);
    expect(card).toMatchObject({
      companies: [{ companyId, certificates: [{ packageName: { ru: 'Программа поддержки 8*5*4' } }] }],
      tickets: [{ number: before.number }],
    });
    const promised = await desk.browser.get(`callers/preview?companyId=${companyId}&priority=1`);
    expect(promised).toMatchObject({
      answer: 'yes',
      clause: 'OW-S11',
      deadlines: [{ clause: 'OW-TIME', says: { ru: 'до вт 04.02.2025, 10:30 (МСК)' } }],
    });
    const called = await olga.calls({ priority: '1', company: companyId });
    expect(await called.seen()).toMatchObject({ channel: 'phone', coverage: { kind: 'covered' } });
    expect(await called.clock('processing')).toMatchObject({ due: '2025-02-04 10:30' });
  },
);

scenario(['OW-2'], 'six answers are kept as stated, and then nothing is asked', async (desk) => {
  desk.at('2025-02-04 09:50');
  const olga = await desk.customer('8x5x4');
  const ticket = await olga.writes(`${SIX}\nНе считает раскрой.`);
  expect(await ticket.seen()).toMatchObject({ supposedPriority: '2', priority: null, missingFields: [] });
  expect(await ticket.fields()).toMatchObject({
    fabricator: 'Эксперт',
    software: 'Optima 8',
    'contact-phone': '+7 812 000-00-00',
  });
  expect((await ticket.lastLetter()).text).not.toContain('ЧЕГО НЕ ХВАТАЕТ');
});

scenario(['OW-2'], 'missing answers are asked for, the ticket is registered anyway', async (desk) => {
  desk.at('2025-02-04 09:50');
  const olga = await desk.customer('8x5x4');
  const ticket = await olga.writes('Не считает раскрой.');
  expect(await ticket.seen()).toMatchObject({
    state: 'new',
    missingFields: ['fabricator', 'contact-phone', 'software', 'priority'],
  });
  const { text } = await ticket.lastLetter();
  expect(text).toContain(`Номер заявки: ${ticket.number}.`);
  for (const line of [
    'Переработчик профиля Exprof: ',
    'Телефон: ',
    'Программа: ',
    'Предполагаемый приоритет: ',
  ])
    expect(text).toContain(`${line}\n`);
  await ticket.answer(SIX);
  expect(await ticket.seen()).toMatchObject({ missingFields: [], supposedPriority: '2' });
});

scenario(
  ['OW-P'],
  'four definitions in full where the priority is asked and set; the supposed one stays beside the set one',
  async (desk) => {
    const { priorities } = await desk.regulation();
    expect(priorities.map(({ id, clause }) => [id, clause])).toEqual([
      ['1', 'OW-P'],
      ['2', 'OW-P'],
      ['3', 'OW-P'],
      ['4', 'OW-P'],
    ]);
    desk.at('2025-02-04 09:50');
    const olga = await desk.customer('8x5x4');
    const ticket = await olga.writes('Не считает раскрой.');
    const { text } = await ticket.lastLetter();
    const page = await ticket.openPage();
    for (const { definition } of priorities) {
      expect(text).toContain(definition.ru);
      expect(page).toContain(definition.ru);
    }
    // What screens classify by is the regulation as the server hands it out.
    expect(await desk.browser.regulation()).toMatchObject({
      priorities: priorities.map(({ definition }) => ({ definition })),
    });
    await ticket.answer('Предполагаемый приоритет: 1');
    await ticket.classify('incident', '3');
    expect(await ticket.seen()).toMatchObject({ supposedPriority: '1', priority: '3' });
    expect((await ticket.lastLetter()).text).toContain('Приоритет 3');
  },
);

scenario(
  ['OW-T-types'],
  'three types with their definitions; a letter states one, the dispatcher sets one',
  async (desk) => {
    const { ticketTypes } = await desk.regulation();
    expect(ticketTypes.map(({ id, clause }) => [id, clause])).toEqual([
      ['question', 'OW-T-types'],
      ['incident', 'OW-T-types'],
      ['request', 'OW-T-types'],
    ]);
    expect(await desk.browser.regulation()).toMatchObject({
      ticketTypes: ticketTypes.map(({ definition }) => ({ definition })),
    });
    desk.at('2025-02-04 09:50');
    const ticket = await (await desk.customer('8x5x4')).calls({ type: 'question', priority: '4' });
    expect((await ticket.seen()).type).toBe('question');
    await ticket.classify('request', '4');
    expect((await ticket.seen()).type).toBe('request');
    await expect(ticket.classify('complaint', '4')).rejects.toMatchObject({ code: 'unknown-type' });
  },
);

scenario(
  ['OW-4'],
  'numbers follow each other, each once, and the customer is told theirs the way they came',
  async (desk) => {
    desk.at('2025-02-04 09:50');
    const olga = await desk.customer('8x5x4');
    const first = await olga.writes('Не считает раскрой.');
    const stranger = await desk.stranger().writes('Кто мы?');
    const bare = await (await desk.customer(null)).writes('Не печатает.');
    await expect(olga.calls({ priority: '2', company: desk.still.context.newId() })).rejects.toMatchObject({
      code: 'unknown-company',
    });
    const called = await olga.calls({ priority: '2' });
    const { number } = first;
    expect([stranger.number, bare.number, called.number]).toEqual([number + 1, number + 2, number + 3]);
    for (const ticket of [first, stranger, bare, called])
      expect((await ticket.letters())[0]?.text).toContain(`Номер заявки: ${ticket.number}.`);
    await called.staff({ command: 'record-call', who: 'Ольга', text: '', reached: true, toldNumber: true });
    expect(await called.journal()).toContain('CallRecorded');
  },
);

scenario(
  ['OW-CONTACT', 'OW-AHEAD'],
  'whoever has no contract is kept without clocks and given the sales number of the rules',
  async (desk) => {
    const { addresses } = await desk.regulation();
    expect(addresses.map(({ purpose, channel, clause }) => [purpose, channel, clause])).toEqual([
      ['support', 'phone', 'OW-CONTACT'],
      ['support', 'email', 'OW-CONTACT'],
      ['sales', 'phone', 'OW-CONTACT'],
    ]);
    desk.at('2025-02-04 10:00');
    const ticket = await (await desk.customer(null)).writes('Хотим перейти на новую версию.');
    expect(await ticket.seen()).toMatchObject({ state: 'not-entitled', clocks: [] });
    const { text } = await ticket.lastLetter();
    expect(text).toContain('Правило OW-AHEAD');
    expect(text).toContain(`телефон: ${addresses[2]?.value ?? ''}`);
  },
);

scenario(
  ['OW-S11'],
  'the option’s code is taken apart as data, and its targets stand in one table',
  async (desk) => {
    const { packages, clocks } = await desk.regulation();
    expect(
      packages.map(({ id, code, clause }) => [id, code?.parts.map(({ figure }) => figure), clause]),
    ).toEqual([['8x5x4', [8, 5, 4], 'OW-S11']]);
    const targets = clocks.find(({ id }) => id === 'execution')?.targets ?? [];
    expect(new Set(targets.map(({ clause }) => clause))).toEqual(new Set(['OW-TIME']));
    desk.at('2025-02-04 10:00');
    const ticket = await (await desk.customer('8x5x4')).writes('Не печатает.');
    expect((await ticket.lastLetter()).text).toContain('Правило OW-S11');
  },
);
