import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { sellerOnStage } from '../stage-people.ts';

const scenario = scenariosAt('flat');

scenario(
  ['FL-K3'],
  'the engineer named on 24x7 plus has the tickets of P1, stated or found out, and no others',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const { issues, named, browser } = await sellerOnStage(desk);
    const olga = await desk.customer(null);
    const order = {
      dates: { sale: '2025-02-03', commissioning: '2025-02-03' },
      people: { 'p1-engineer': named.personId },
    };
    await issues(olga, '24x7-plus', order);
    const assigned = { state: 'new', assigneeId: named.personId, assignedBy: 'FL-K3' };
    const stated = await olga.calls({ type: 'incident', priority: '1' });
    expect(await stated.seen()).toMatchObject(assigned);
    expect((await browser.ticket(stated.number)).history.map(({ says }) => says.ru)).toContain(
      `Назначена по сертификату: Инженер для П1, ${named.name}`,
    );
    for (const priority of ['2', '3', '4']) {
      const ticket = await olga.calls({ channel: 'portal', type: 'incident', priority });
      expect((await ticket.seen()).assigneeId).toBeNull();
    }
    const found = await olga.calls({ channel: 'portal', type: 'incident', priority: '3' });
    await found.classify('incident', '1', 'Шлюз не работает ни у кого');
    expect(await found.seen()).toMatchObject(assigned);
    await expect(issues(olga, '24x7', order)).rejects.toMatchObject({
      code: 'role-not-in-package',
      clause: 'FL-K3',
    });
  },
);
