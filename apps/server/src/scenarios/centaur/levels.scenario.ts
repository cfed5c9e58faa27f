import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('centaur');

scenario(
  ['CN-LEVELS'],
  'three levels with their definitions, in the rules and in the letter that asks',
  async (desk) => {
    const { priorities } = await desk.regulation();
    expect(priorities.map(({ id, clause }) => [id, clause])).toEqual([
      ['critical', 'CN-LEVELS'],
      ['medium', 'CN-LEVELS'],
      ['low', 'CN-LEVELS'],
    ]);
    desk.at('2025-02-07 10:00');
    const olga = await desk.customer('basic');
    const ticket = await olga.writes('Молчат телефоны');
    const { text } = await ticket.lastLetter();
    for (const { name, definition } of priorities) expect(text).toContain(`${name.ru}: ${definition.ru}`);
    const page = await ticket.openPage();
    for (const { definition } of priorities) expect(page).toContain(definition.ru);
    await ticket.answer('Критичность: критический');
    expect(await ticket.seen()).toMatchObject({ priority: 'critical', prioritySource: 'stated' });
  },
);

/** A medium ticket at 10:00 for which support proposes “low”. */
const proposed = async (desk: Stage): Promise<StageTicket> => {
  desk.at('2025-02-07 10:00');
  const olga = await desk.customer('extended');
  const ticket = await olga.writes('Уровень: средний\nМолчат телефоны', { answered: false });
  await expect(
    ticket.staffUnsent({ command: 'classify', type: 'incident', priority: 'low' }),
  ).rejects.toMatchObject({ code: 'priority-needs-consent', clause: 'CN-CHANGE' });
  await ticket.staffUnsent({ command: 'propose-priority', priority: 'low', reason: 'Звонки идут' });
  expect((await ticket.seen()).priority).toBe('medium');
  expect(await ticket.due('reaction')).toBe('2025-02-07 14:00');
  return ticket;
};

scenario(['CN-CHANGE'], 'staff can only propose a level; accepted, the clock counts by it', async (desk) => {
  const ticket = await proposed(desk);
  desk.at('2025-02-07 11:00');
  await ticket.answerProposal(true);
  // Eight working hours by the new level, one of them gone: Friday till 17:00, Monday till 10:00.
  expect(await ticket.seen()).toMatchObject({ priority: 'low', proposal: null });
  expect(await ticket.clock('reaction')).toMatchObject({ status: 'running', due: '2025-02-10 10:00' });
  expect(await ticket.journal()).toEqual(
    expect.arrayContaining(['PriorityProposed', 'PriorityAccepted', 'ClockRetargeted']),
  );
});

scenario(['CN-CHANGE'], 'declined, level and deadline stay as they were', async (desk) => {
  const ticket = await proposed(desk);
  await ticket.answerProposal(false);
  expect(await ticket.seen()).toMatchObject({ priority: 'medium', proposal: null });
  expect(await ticket.due('reaction')).toBe('2025-02-07 14:00');
  expect(await ticket.journal()).toContain('PriorityDeclined');
});

scenario(
  ['CN-CHANGE'],
  'the proposal reaches the customer by letter with its reason and the rule',
  async (desk) => {
    const ticket = await proposed(desk);
    const asked = await ticket.lastLetter();
    expect(asked.text).toContain('Звонки идут');
    expect(asked.text).toContain('CN-CHANGE');
  },
);
