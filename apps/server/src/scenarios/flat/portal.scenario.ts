import type { PortalCertificates, PortalCoverage } from '@reglament/contract';
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
