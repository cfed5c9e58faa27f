import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { putOut, releasesOn } from '../stage-catalogue.ts';

const scenario = scenariosAt('alteroffice');

const OUT = ['7.3', '7.4', '8.0'].map((number) => ({ number, released: '2024-06-03' }));

scenario(
  ['AO-4.1-updates'],
  'every level lists the catalogue’s releases and opens those of the purchased major version alone',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    await putOut(desk, 'AText', OUT);
    await putOut(desk, 'AMail', OUT);
    const olga = await desk.customer(null);
    for (const level of ['basic', 'extended', 'maximum']) {
      const certificate = await olga.buys(level, {
        dates: { purchase: '2025-01-03' },
        products: ['AText'],
        productVersion: '7.3',
      });
      expect(await releasesOn(certificate, 'AText')).toEqual([
        '8.0 refused AO-4.1-updates',
        '7.4 allowed AO-4.1-updates',
        '7.3 allowed AO-4.1-updates',
      ]);
      // Another product's releases are none of this certificate's.
      expect((await certificate.page()).releases?.products.map(({ name }) => name)).toEqual(['AText']);
    }
  },
);

scenario(
  ['AO-4.1-updates'],
  'nothing is open before the certificate begins and after it ends',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    await putOut(desk, 'AText', OUT);
    const olga = await desk.customer(null);
    const certificate = await olga.buys('basic', {
      dates: { purchase: '2025-02-03' },
      productVersion: '7.3',
    });
    const closed = ['8.0', '7.4', '7.3'].map((number) => `${number} refused AO-3.2`);
    expect(await releasesOn(certificate, 'AText')).toEqual(closed);
    desk.at('2025-03-06 00:00');
    expect(await releasesOn(certificate, 'AText')).toContain('7.4 allowed AO-4.1-updates');
    desk.at('2026-03-07 00:00');
    expect(await releasesOn(certificate, 'AText')).toEqual(closed);
  },
);
