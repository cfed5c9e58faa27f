import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { sellerOnStage } from '../stage-people.ts';

const scenario = scenariosAt('alteroffice');
const ASKS = 'Тип: консультация\nПродукт: AText\nКак вставить таблицу?';

scenario(
  ['AO-4.1-manager'],
  'a certificate of the maximum level names a manager, and each new ticket goes to that person first',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const { issues, corrects, named, browser } = await sellerOnStage(desk);
    const olga = await desk.customer(null);
    const dates = { purchase: '2025-02-03' };
    const certificateId = await issues(olga, 'maximum', { dates, people: { manager: named.personId } });
    expect((await browser.certificate(certificateId)).certificate.people).toMatchObject([
      { role: { id: 'manager' }, name: named.name, serves: true, clause: 'AO-4.1-manager' },
    ]);

    const ticket = await olga.writes(ASKS);
    expect(await ticket.seen()).toMatchObject({
      state: 'new',
      assigneeId: named.personId,
      assignedBy: 'AO-4.1-manager',
    });
    const { history } = await browser.ticket(ticket.number);
    expect(history.find(({ clause }) => clause === 'AO-4.1-manager')?.says.ru).toBe(
      `Назначена по сертификату: Выделенный технический менеджер, ${named.name}`,
    );

    await corrects(certificateId, { people: {} });
    expect((await browser.certificate(certificateId)).history[0]?.says.ru).toContain(
      `закреплённые люди Выделенный технический менеджер: ${named.name} → —`,
    );
    expect((await (await olga.writes(ASKS)).seen()).assigneeId).toBeNull();
  },
);

scenario(['AO-4.1-manager'], 'no other level has a manager to name', async (desk) => {
  const { issues, named } = await sellerOnStage(desk);
  const olga = await desk.customer(null);
  const order = { dates: { purchase: '2025-02-03' }, people: { manager: named.personId } };
  for (const packageId of ['basic', 'extended'])
    await expect(issues(olga, packageId, order)).rejects.toMatchObject({
      code: 'role-not-in-package',
      clause: 'AO-4.1-manager',
    });
});
