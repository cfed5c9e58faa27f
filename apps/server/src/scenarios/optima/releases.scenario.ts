import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { installUnder, putOut, releasesOn } from '../stage-catalogue.ts';

const scenario = scenariosAt('optima');

const OPTIMA = 'Optima Win 8.X Favorite Exprof';
const OUT = [
  ...['8.2', '8.2.5', '8.3', '8.10', '9.2'].map((number) => ({ number, released: '2024-06-03' })),
  { number: '8.2.9', released: '2025-06-02' },
];

scenario(
  ['OW-S4'],
  'releases are open within the two first numbers of the version that was bought, and no further',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    await putOut(desk, OPTIMA, OUT);
    const olga = await desk.customer(null);
    const dates = { 'contract-date': '2025-01-10' } as const;
    const certificate = await olga.buys('8x5x4', { dates, productVersion: '8.2' });
    expect(await releasesOn(certificate, OPTIMA)).toEqual([
      '9.2 refused OW-S4',
      '8.10 refused OW-S4',
      '8.3 refused OW-S4',
      '8.2.9 refused -',
      '8.2.5 allowed OW-S4',
      '8.2 allowed OW-S4',
    ]);
    const page = await certificate.page();
    const said = page.releases?.products[0]?.versions.find(({ number }) => number === '8.3')?.says.ru;
    expect(said).toBe('Сертификат открывает выпуски только купленной версии 8.2');
    // What is not out yet opens on its day.
    desk.at('2025-06-02 00:00');
    expect(await releasesOn(certificate, OPTIMA)).toContain('8.2.9 allowed OW-S4');
  },
);

scenario(
  ['OW-S4'],
  'a bought version that nobody wrote down is the one that is installed, and speaks against nobody until it is known',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    await putOut(desk, OPTIMA, OUT);
    const olga = await desk.customer(null);
    const certificate = await olga.buys('8x5x4', { dates: { 'contract-date': '2025-01-10' } });
    desk.at('2025-06-02 10:00');
    expect(await releasesOn(certificate, OPTIMA)).toEqual(
      ['9.2', '8.10', '8.3', '8.2.9', '8.2.5', '8.2'].map((number) => `${number} unknown OW-S4`),
    );
    await installUnder(desk, olga, certificate, {
      product: OPTIMA,
      version: '8.3',
      commissioned: null,
      hasWorked: true,
    });
    expect(await releasesOn(certificate, OPTIMA)).toEqual([
      '9.2 refused OW-S4',
      '8.10 refused OW-S4',
      '8.3 allowed OW-S4',
      '8.2.9 refused OW-S4',
      '8.2.5 refused OW-S4',
      '8.2 refused OW-S4',
    ]);
  },
);
