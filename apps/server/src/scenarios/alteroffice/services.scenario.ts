import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('alteroffice');

const asked = async (desk: Stage, packageId: string): Promise<StageTicket> => {
  desk.at('2025-02-04 10:00');
  const ticket = await (await desk.customer(packageId)).writes('Поможете?');
  await ticket.classify('consultation', null);
  return ticket;
};

/** Declined in one step, told with its clause, open to an objection. */
const declined = async (ticket: StageTicket, service: string, clause: string): Promise<void> => {
  await ticket.declineService(service);
  expect(await ticket.seen()).toMatchObject({
    state: 'resolved',
    outcome: { kind: 'declined', ground: { kind: 'service', id: service }, clause },
  });
  const { text } = await ticket.lastLetter();
  expect(text).toContain(`Правило ${clause}`);
  expect(text).toContain('Возразить');
};

const included = (ticket: StageTicket, service: string, clause: string): Promise<void> =>
  expect(ticket.declineService(service)).rejects.toMatchObject({ code: 'service-included', clause });

scenario(
  ['AO-4.1-install', 'AO-4.1-compat', 'AO-4.1-topics', 'AO-4.2.1', 'AO-4.1-updates'],
  'installation, compatible software, all topics, advice on roll-out: served at every level',
  async (desk) => {
    for (const packageId of ['basic', 'extended', 'maximum']) {
      const ticket = await asked(desk, packageId);
      await included(ticket, 'install', 'AO-4.1-install');
      await included(ticket, 'compatible', 'AO-4.1-compat');
      await included(ticket, 'topics', 'AO-4.1-topics');
      await included(ticket, 'infrastructure-advice', 'AO-4.2.1');
      await included(ticket, 'updates', 'AO-4.1-updates');
      await ticket.resolve('Поставьте по инструкции.');
      expect(await ticket.state()).toBe('resolved');
    }
  },
);

scenario(
  ['AO-4.1-thirdparty', 'AO-4.2.1', 'AO-4.1-visit', 'AO-4.1-manager'],
  'third-party software, roll-out by us, visits and a manager: maximum only, declined to others with the clause',
  async (desk) => {
    const services = [
      ['third-party', 'AO-4.1-thirdparty'],
      ['roll-out', 'AO-4.2.1'],
      ['visit', 'AO-4.1-visit'],
      ['manager', 'AO-4.1-manager'],
    ] as const;
    for (const [service, clause] of services) {
      for (const packageId of ['basic', 'extended'])
        await declined(await asked(desk, packageId), service, clause);
      await included(await asked(desk, 'maximum'), service, clause);
    }
  },
);

scenario(
  ['AO-4.1-topics', 'AO-4.1-feature', 'AO-4.1-bugfix'],
  'bespoke support, features and scheduled fixes are declined where the level lacks them',
  async (desk) => {
    for (const packageId of ['basic', 'extended'])
      await declined(await asked(desk, packageId), 'bespoke', 'AO-4.1-topics');
    await declined(await asked(desk, 'basic'), 'feature', 'AO-4.1-feature');
    await included(await asked(desk, 'maximum'), 'feature', 'AO-4.1-feature');
    await declined(await asked(desk, 'basic'), 'bugfix', 'AO-4.1-bugfix');
    for (const packageId of ['extended', 'maximum'])
      await included(await asked(desk, packageId), 'bugfix', 'AO-4.1-bugfix');
  },
);

scenario(['AO-1.2'], 'five components in the catalogue; a ticket names one', async (desk) => {
  const { products } = await desk.regulation();
  expect(products).toEqual(['AText', 'ACell', 'AConcept', 'AGraph', 'AMail']);
  desk.at('2025-02-04 10:00');
  const olga = await desk.customer('basic');
  const ticket = await olga.writes('Тип: консультация\nПродукт: ACell\nКак посчитать итог?');
  expect(await ticket.fields()).toMatchObject({ product: 'ACell' });
  const silent = await olga.writes('Тип: консультация\nКак посчитать итог?');
  expect((await silent.seen()).missingFields).toEqual(['product']);
  expect((await silent.lastLetter()).text).toContain('Продукт: \n');
});

scenario(['AO-4.2.6'], 'four exclusions, each cited in one step at any level', async (desk) => {
  const { exclusions } = await desk.regulation();
  const ids = ['modified-packages', 'outside-lines', 'server-parts', 'end-of-life'];
  expect(exclusions.filter(({ clause }) => clause === 'AO-4.2.6').map(({ id }) => id)).toEqual(ids);
  for (const id of ids) {
    const ticket = await asked(desk, 'basic');
    expect((await desk.browser.ticket(ticket.number)).declinable).toContainEqual(
      expect.objectContaining({ ground: { kind: 'exclusion', id } }),
    );
    await ticket.exclude(id);
    expect((await ticket.seen()).outcome).toMatchObject({ kind: 'declined', clause: 'AO-4.2.6' });
    const { text } = await ticket.lastLetter();
    expect(text).toContain('Правило AO-4.2.6');
    expect(text).toContain(exclusions.find((one) => one.id === id)?.instead?.ru);
  }
});

scenario(
  ['AO-4.2.3'],
  'more is asked by a checklist; the ticket waits for the customer and reaction is stopped by the question',
  async (desk) => {
    const { works } = await desk.regulation();
    const checklist = works.information?.checklist ?? [];
    expect(checklist).toHaveLength(4);
    desk.at('2025-02-04 10:00');
    const ticket = await (await desk.customer('extended')).writes('Не открывается');
    desk.at('2025-02-04 11:00');
    await ticket.askFor('Пришлите, пожалуйста.', [0, 2]);
    expect(await ticket.state()).toBe('waiting-for-customer');
    const { text } = await ticket.lastLetter();
    for (const [place, item] of checklist.entries())
      expect(text.includes(`- ${item.ru}`)).toBe(place === 0 || place === 2);
    expect(await ticket.clock('reaction')).toMatchObject({
      outcome: 'met',
      stopped: '2025-02-04 11:00',
      stoppedBy: 'information-request',
    });
    await expect(ticket.askFor('И ещё.', [9])).rejects.toMatchObject({
      code: 'unknown-checklist-item',
      clause: 'AO-4.2.3',
    });
    await ticket.answer('Версия 3.0, сеть гигабитная.');
    expect(await ticket.state()).toBe('in-progress');
  },
);

scenario(
  ['AO-CONTACT'],
  'whoever is not covered is sent to the purchase address that the rules publish',
  async (desk) => {
    const { addresses } = await desk.regulation();
    const sales = addresses.find(({ purpose }) => purpose === 'sales');
    expect(sales).toMatchObject({ channel: 'email', clause: 'AO-CONTACT' });
    desk.at('2025-02-04 10:00');
    const ticket = await (await desk.customer(null)).writes('Не открывается');
    expect((await ticket.lastLetter()).text).toContain(`электронная почта: ${sales?.value ?? ''}`);
  },
);
