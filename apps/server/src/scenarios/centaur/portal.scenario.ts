import { expect } from 'vitest';
import { matrixInPortal, withPortal } from '../portal-matrix.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('centaur');

scenario(
  ['CN-S2', 'CN-S3'],
  'a customer of either package sees in the portal that advice within the manuals is included, by its clause',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    for (const level of ['basic', 'extended'])
      await withPortal(desk, await desk.customer(level), async (portal) => {
        expect(await matrixInPortal(portal, ['CN-S2', 'CN-S3'])).toEqual([
          'CN-S2 Советы по установке по документации: yes',
          'CN-S3 Советы по настройке по документации: yes',
        ]);
      });
  },
);
