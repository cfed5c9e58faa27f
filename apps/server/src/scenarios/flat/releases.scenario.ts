import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { installUnder, putOut, releasesOn } from '../stage-catalogue.ts';
import type { Stage } from '../stage.ts';

const scenario = scenariosAt('flat');

const OUT = ['4.1', '4.1.2', '4.2', '5.0'].map((number) => ({ number, released: '2024-01-15' }));
const recorded = { version: '5.0', price: 0, clause: 'FL-ALL' };
const each = (answer: string): readonly string[] =>
  ['5.0', '4.2', '4.1.2', '4.1'].map((n) => `${n} ${answer}`);

/** Commissioned on 10 February 2024 and working, a year: its last day is 10 February 2025. */
const inUse = async (desk: Stage) => {
  desk.at('2025-01-10 12:00');
  await putOut(desk, 'ФЛАТ', OUT);
  const olga = await desk.customer(null);
  const certificate = await olga.buys('8x5', {
    dates: { sale: '2024-02-01', commissioning: '2024-02-10' },
    productVersion: '4.1',
  });
  await installUnder(desk, olga, certificate, {
    product: 'ФЛАТ',
    version: '4.1',
    commissioned: '2024-02-10',
    hasWorked: true,
  });
  return { olga, certificate };
};

scenario(
  ['FL-ALL', 'FL-LOYAL'],
  'updates, releases and major versions are open while in force; in loyalty new versions are withheld, updates are not',
  async (desk) => {
    const { olga, certificate } = await inUse(desk);
    expect(await releasesOn(certificate, 'ФЛАТ')).toEqual(each('allowed FL-ALL'));
    desk.at('2025-02-11 00:00');
    expect(await releasesOn(certificate, 'ФЛАТ')).toEqual(each('refused FL-STOP'));
    desk.at('2025-02-20 10:00');
    await certificate.command({ type: 'DeclareIntent', at: desk.moment('2025-02-20 10:00') });
    expect(await releasesOn(certificate, 'ФЛАТ')).toEqual([
      '5.0 refused FL-LOYAL',
      ...each('allowed FL-ALL').slice(1),
    ]);
    const { releases, certificate: shown } = await certificate.page();
    expect(releases?.kinds.map(({ name, outcome, clause }) => [name.en, outcome, clause])).toEqual([
      ['updates', 'allowed', 'FL-ALL'],
      ['hotfixes', 'allowed', 'FL-ALL'],
      ['major versions', 'refused', 'FL-LOYAL'],
      ['upgrade licences', 'refused', 'FL-LOYAL'],
    ]);
    // The last day of loyalty is shown, and requests are served until then.
    expect(shown).toMatchObject({ state: 'loyalty', loyaltyUntil: '2025-05-10T21:00:00.000Z' });
    const ticket = await olga.calls({ channel: 'portal', priority: '1' });
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', loyalty: true });
  },
);

scenario(
  ['FL-ALL', 'FL-LOYAL'],
  'upgrade licences go with a major version at price 0 and stay on record; in loyalty they are withheld',
  async (desk) => {
    const { certificate } = await inUse(desk);
    const order = { command: 'issue-upgrade', productVersion: '5.0', quantity: 1, number: 'U-1' } as const;
    await certificate.byStaff(order);
    const { certificate: shown, history } = await certificate.page();
    expect(shown.upgradeLicences).toMatchObject([{ ...recorded, quantity: 1, number: 'U-1' }]);
    expect(history[0]).toMatchObject({
      says: { ru: 'Лицензии перехода на версию 5.0: 1, цена 0, номер U-1' },
      clause: 'FL-ALL',
    });
    await expect(certificate.byStaff(order)).rejects.toMatchObject({ code: 'upgrade-number-used' });
    // As many as are active and no more.
    await expect(certificate.byStaff({ ...order, number: 'U-2' })).rejects.toMatchObject({
      code: 'upgrade-over-quantity',
      clause: 'FL-ALL',
    });
    desk.at('2025-02-20 10:00');
    await certificate.command({ type: 'DeclareIntent', at: desk.moment('2025-02-20 10:00') });
    await expect(certificate.byStaff({ ...order, productVersion: '6.0' })).rejects.toMatchObject({
      code: 'upgrade-closed',
      clause: 'FL-LOYAL',
    });
  },
);

scenario(
  ['FL-ALL'],
  'while some installations are of the version before, licences for the rest are issued; then none are needed',
  async (desk) => {
    desk.at('2025-01-10 12:00');
    await putOut(desk, 'ФЛАТ', OUT);
    const olga = await desk.customer(null);
    const dates = { sale: '2024-02-01', commissioning: '2024-02-10' };
    const order = { command: 'issue-upgrade', productVersion: '5.0', quantity: 1, number: null } as const;
    const on = { product: 'ФЛАТ', commissioned: '2024-02-10', hasWorked: true };
    const moved = await olga.buys('8x5', { dates });
    await installUnder(desk, olga, moved, { ...on, version: '5.0' });
    await expect(moved.byStaff(order)).rejects.toMatchObject({ code: 'upgrade-not-major' });
    await installUnder(desk, olga, moved, { ...on, version: '4.1' });
    await moved.byStaff(order);
    expect((await moved.page()).certificate.upgradeLicences).toMatchObject([recorded]);
  },
);

scenario(['FL-BACKDATE'], 'renewed late, it opens all releases again at once', async (desk) => {
  const { certificate } = await inUse(desk);
  desk.at('2025-09-10 12:00');
  expect(await releasesOn(certificate, 'ФЛАТ')).toEqual(each('refused FL-STOP'));
  const renewed = await certificate.renews({ on: '2025-09-10', quantity: 1 });
  expect((await renewed.page()).releases?.products).toMatchObject([{ name: 'ФЛАТ', bought: '4.1' }]);
  // Commissioning and installation are on record with the one before.
  expect(await releasesOn(renewed, 'ФЛАТ')).toEqual(each('allowed FL-ALL'));
});

scenario(
  ['FL-NOTE'],
  'without a commissioning on record releases are answered with the note; once it is recorded, they are open',
  async (desk) => {
    desk.at('2024-06-03 12:00');
    await putOut(desk, 'ФЛАТ', OUT);
    const olga = await desk.customer(null);
    const certificate = await olga.buys('8x5', { dates: { sale: '2024-02-01' }, productVersion: '4.1' });
    expect((await certificate.page()).certificate.state).toBe('in-force');
    expect(await releasesOn(certificate, 'ФЛАТ')).toEqual(each('refused FL-NOTE'));
    expect((await certificate.page()).releases?.products[0]?.versions[0]?.says.ru).toBe(
      'Продукт не введён в эксплуатацию. Сообщите дату ввода в эксплуатацию — запишем её и продолжим.',
    );
    await certificate.command({
      type: 'RecordDate',
      event: 'commissioning',
      at: desk.moment('2024-06-01 00:00'),
    });
    expect(await releasesOn(certificate, 'ФЛАТ')).toEqual(each('unknown FL-ALL'));
    await installUnder(desk, olga, certificate, {
      product: 'ФЛАТ',
      version: '4.1',
      commissioned: null,
      hasWorked: true,
    });
    expect(await releasesOn(certificate, 'ФЛАТ')).toEqual(each('allowed FL-ALL'));
  },
);
