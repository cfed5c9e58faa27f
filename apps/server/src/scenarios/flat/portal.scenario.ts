import type { PortalCertificates, PortalCoverage, PortalTicket } from '@reglament/contract';
import { expect } from 'vitest';
import { matrixInPortal, withPortal } from '../portal-matrix.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('flat');

scenario(
  ['FL-ALL'],
  'the portal is open to all five packages: each sees its certificate, what all of them include, and that a request there would be covered',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const { packages } = await desk.regulation();
    expect(packages).toHaveLength(5);
    for (const { id } of packages) {
      const olga = await desk.customer(id);
      await withPortal(desk, olga, async (portal) => {
        expect(await portal.get<PortalCertificates>('certificates')).toMatchObject({
          certificates: [{ package: { id }, state: 'in-force' }],
          cabinet: { open: true, registers: true, packages: [] },
        });
        expect(await portal.get<PortalCoverage>('coverage?channel=portal&priority=p3')).toMatchObject({
          answer: 'yes',
        });
        expect(await matrixInPortal(portal, ['FL-ALL'])).toEqual([
          'FL-ALL Инциденты на портале: yes',
          'FL-ALL Обновления и технические релизы: yes',
          'FL-ALL Основные версии с лицензиями перехода: yes',
        ]);
      });
    }
  },
);

scenario(
  ['FL-GOAL'],
  'a request made on the portal gets a number and a reaction clock; an incident is carried to its resolution, or to a refusal with its clause',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer('24x7');
    const { companyId = null } = olga.company ?? {};
    await withPortal(desk, olga, async (portal) => {
      const asks = async (subject: string) => {
        const request = { companyId, subject, text: subject, type: 'incident', priority: '2' };
        return (await portal.post<{ number: number }>('tickets', request)).number;
      };
      const [first, second] = [await asks('Нет гудка'), await asks('Обновите операционную систему')];
      expect(second).toBe(first + 1);
      for (const number of [first, second]) {
        const shown = await portal.get<PortalTicket>(`tickets/${number}`);
        expect(shown.deadlines.map(({ name }) => name.ru)).toContain('Реакция');
        expect(await desk.ticket(number, olga.email).due('reaction')).not.toBeNull();
        expect((await desk.ticket(number, olga.email).lastLetter()).subject).toContain(`№${number}`);
      }
      const solved = desk.ticket(first, olga.email);
      await solved.reply('Смотрим.');
      await solved.resolve('Перезапустили службу.');
      expect(await portal.get<PortalTicket>(`tickets/${first}`)).toMatchObject({ state: 'resolved' });
      await desk.ticket(second, olga.email).exclude('os-updates');
      const declined = await portal.get<PortalTicket>(`tickets/${second}`);
      expect(declined).toMatchObject({ state: 'resolved', solution: { isDeclined: true } });
      expect(JSON.stringify(declined.solution)).toContain('FL-ALL');
    });
  },
);
