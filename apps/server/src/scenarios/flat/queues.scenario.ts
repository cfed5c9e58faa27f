import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('flat');

const incident = async (desk: Stage, packageId: string, priority = '3'): Promise<StageTicket> =>
  (await desk.customer(packageId)).calls({ channel: 'portal', priority });

/** Numbers in the queue of a line, as its engineers' browsers get them. */
const queueOf = async (desk: Stage, line: string): Promise<readonly number[]> =>
  (await desk.browser.queue({ view: 'open', line, limit: 200 })).map(({ number }) => number);

scenario(
  ['FL-L2', 'FL-L3'],
  'each line has its queue, in the desk’s order; a ticket handed over goes from the one to the other',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const low = await incident(desk, '8x5', '4');
    const high = await incident(desk, '24x7', '2');
    const partner = await incident(desk, 'partner-8x5');
    expect(await queueOf(desk, '2')).toEqual([high.number, low.number]);
    expect(await queueOf(desk, '3')).toEqual([partner.number]);
    expect(await queueOf(desk, '1')).toEqual([]);

    await low.staff({ command: 'take' });
    await low.handOver('3', [0, 1]);
    expect(await queueOf(desk, '2')).toEqual([high.number]);
    expect(await queueOf(desk, '3')).toEqual([partner.number, low.number]);
    // It waits there for somebody of that line.
    const unassigned = await desk.browser.queue({ view: 'unassigned', line: '3', limit: 200 });
    expect(unassigned.map(({ number, line }) => [number, line?.id])).toEqual([
      [partner.number, '3'],
      [low.number, '3'],
    ]);
    await low.resolveAs('Исправлено в выпуске.', { outcome: 'released-fix' });
    expect(await queueOf(desk, '3')).toEqual([partner.number]);
    await low.object('Шлюз опять перезагружается.');
    expect(await queueOf(desk, '3')).toEqual([partner.number, low.number]);
  },
);

scenario(
  ['FL-L2'],
  'the customer is told how far it is: taken, answered, asked, handed over, solved by a workaround',
  async (desk) => {
    desk.at('2025-02-10 10:00');
    const ticket = await incident(desk, '8x5');
    expect(await ticket.openPage()).toContain('специалист ещё не взял заявку');
    await ticket.staff({ command: 'take' });
    expect(await ticket.openPage()).toContain('В работе');
    await ticket.reply('Журналы получили, разбираем дамп.');
    expect((await ticket.lastLetter()).text).toContain('Журналы получили, разбираем дамп.');
    expect(await ticket.openPage()).toContain('Журналы получили, разбираем дамп.');
    await ticket.ask('Пришлите журнал шлюза.');
    expect((await ticket.lastLetter()).text).toContain('Пришлите журнал шлюза.');
    expect(await ticket.state()).toBe('waiting-for-customer');
    await ticket.answer('Прикладываю.');
    await ticket.handOver('3', [0, 1]);
    await ticket.handOver('2', []);
    await ticket.resolveAs('Перезапускайте шлюз по ночам.', { outcome: 'workaround' });
    expect((await ticket.seen()).outcome).toMatchObject({ kind: 'resolved', id: 'workaround' });
    const { outcomes } = (await desk.regulation()).lifecycle;
    const name = outcomes.find(({ id }) => id === 'workaround')?.name.ru ?? '?';
    expect((await ticket.lastLetter()).text).toContain('Перезапускайте шлюз по ночам.');
    expect(await ticket.openPage()).toContain(name);
  },
);
