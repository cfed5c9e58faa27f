import { expect } from 'vitest';
import { addStaff } from '../../testing/test-desk.ts';
import { scenariosAt } from '../scenario.ts';
import { sellerOnStage } from '../stage-people.ts';

const scenario = scenariosAt('centaur');
const dates = { 'contract-date': '2025-02-03' };

scenario(
  ['CN-S10'],
  'a contract of the extended package names the specialist, and its tickets go to that person',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const { issues, corrects, named, browser } = await sellerOnStage(desk);
    const olga = await desk.customer(null);
    const certificateId = await issues(olga, 'extended', { dates });
    expect((await (await olga.writes('Не открывается карта')).seen()).assigneeId).toBeNull();
    await corrects(certificateId, { people: { specialist: named.personId } });
    expect((await browser.certificate(certificateId)).certificate.people).toMatchObject([
      { role: { id: 'specialist' }, name: named.name, clause: 'CN-S10' },
    ]);
    for (const ticket of [await olga.writes('Не открывается слой'), await olga.calls()])
      expect(await ticket.seen()).toMatchObject({ assigneeId: named.personId, assignedBy: 'CN-S10' });
  },
);

scenario(
  ['CN-S10', 'CN-VISIT'],
  'only people of support are named, and only where the package has them',
  async (desk) => {
    const { issues, corrects, named, browser } = await sellerOnStage(desk);
    const olga = await desk.customer(null);
    const seller = await addStaff(desk.still.opened, 'centaur', 'sales', 'seller@centaur.example');
    const elsewhere = await addStaff(desk.still.opened, 'flat', 'engineer', 'elsewhere@flat.example');
    for (const { personId } of [seller, elsewhere])
      await expect(
        issues(olga, 'extended', { dates, people: { specialist: personId } }),
      ).rejects.toMatchObject({
        code: 'person-not-of-desk',
      });
    const people = { specialist: named.personId };
    await expect(issues(olga, 'basic', { dates, people })).rejects.toMatchObject({
      code: 'role-not-in-package',
      clause: 'CN-S10',
    });
    const certificateId = await issues(olga, 'extended', { dates, visitsPerTicket: 2, people });
    expect((await browser.certificate(certificateId)).certificate.visitsPerTicket).toBe(2);
    await expect(
      corrects(certificateId, { people: { specialist: elsewhere.personId } }),
    ).rejects.toMatchObject({
      code: 'person-not-of-desk',
    });
  },
);
