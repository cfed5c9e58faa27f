import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { installs } from '../stage-installation.ts';
import type { Stage } from '../stage.ts';

const scenario = scenariosAt('flat');

/** Commissioned on 10 February 2024, a year: its last day is 10 February 2025. */
const ended = async (desk: Stage) => {
  desk.at('2025-01-10 12:00');
  const olga = await desk.customer(null);
  const certificate = await olga.buys('8x5', { dates: { sale: '2024-02-01', commissioning: '2024-02-10' } });
  expect(await certificate.seen()).toMatchObject({ ends: '2025-02-11 00:00' });
  return { olga, certificate };
};

scenario(
  ['FL-BACKDATE'],
  'bought eleven months late it starts at the end of the one before: one month of twelve is left, shown before purchase',
  async (desk) => {
    const { olga, certificate } = await ended(desk);
    desk.at('2026-01-10 12:00');
    expect(await certificate.leftIfRenewed({ on: '2026-01-10' })).toBe('1 месяц');
    const said = { channel: 'portal', priority: '1' } as const;
    expect(await (await olga.calls(said)).state()).toBe('not-entitled');
    const renewed = await certificate.renews({ on: '2026-01-10' });
    expect(await renewed.seen()).toMatchObject({
      starts: '2025-02-11 00:00',
      ends: '2026-02-11 00:00',
      cause: 'renewal',
    });
    expect((await (await olga.calls(said)).seen()).coverage).toMatchObject({
      kind: 'covered',
      packageId: '8x5',
    });
    desk.at('2026-02-11 00:00');
    expect(await (await olga.calls(said)).state()).toBe('not-entitled');
  },
);

scenario(
  ['FL-BACKDATE'],
  'bought before the end it goes on without a gap; on the last day of the twelfth month it is still back-dated',
  async (desk) => {
    const early = await ended(desk);
    const next = await early.certificate.renews({ on: '2025-01-10' });
    expect(await next.seen()).toMatchObject({ starts: '2025-02-11 00:00', ends: '2026-02-11 00:00' });
    await expect(early.certificate.renews({ on: '2025-01-10' })).rejects.toMatchObject({
      code: 'already-renewed',
      clause: 'FL-BACKDATE',
    });
    const late = await ended(desk);
    desk.at('2026-02-10 23:59');
    const last = await late.certificate.renews({ on: '2026-02-10' });
    expect(await last.seen()).toMatchObject({ starts: '2025-02-11 00:00', ends: '2026-02-11 00:00' });
  },
);

scenario(
  ['FL-LATE'],
  'later than twelve months it is refused until the upgrade is bought and installed, and then runs from its installation',
  async (desk) => {
    const { certificate } = await ended(desk);
    desk.at('2026-02-11 00:00');
    const late = { code: 'late-return', clause: 'FL-LATE' };
    await expect(certificate.leftIfRenewed({ on: '2026-02-11' })).rejects.toMatchObject(late);
    await expect(certificate.renews({ on: '2026-02-11' })).rejects.toMatchObject(late);
    desk.at('2026-03-20 12:00');
    const bought = { on: '2026-03-20', upgradeBoughtOn: '2026-03-01' };
    await expect(certificate.renews(bought)).rejects.toMatchObject(late);
    await expect(
      certificate.renews({ on: '2026-03-20', upgradeInstalledOn: '2026-03-10' }),
    ).rejects.toMatchObject(late);
    const back = await certificate.renews({ ...bought, upgradeInstalledOn: '2026-03-10' });
    expect(await back.seen()).toMatchObject({
      starts: '2026-03-10 00:00',
      ends: '2027-03-11 00:00',
      cause: 'renewal',
    });
  },
);

scenario(
  ['FL-RENEW'],
  'as many licences as are active: another number is refused with both, and nothing is renewed',
  async (desk) => {
    const { certificate } = await ended(desk);
    for (const quantity of [8, 12])
      await expect(certificate.renews({ on: '2025-01-10', quantity, activated: 10 })).rejects.toMatchObject({
        code: 'renewal-quantity',
        clause: 'FL-RENEW',
        words: expect.stringContaining(`активировано 10, в заказе ${quantity}`) as string,
      });
    expect((await certificate.page()).certificate).toMatchObject({ isRenewed: false });
    const renewed = await certificate.renews({ on: '2025-01-10', quantity: 10, activated: 10 });
    expect((await renewed.page()).certificate).toMatchObject({
      quantity: 10,
      renews: { number: certificate.number },
    });
    expect((await certificate.page()).certificate).toMatchObject({ renewedBy: { number: renewed.number } });
  },
);

scenario(
  ['FL-RENEW'],
  'the licences that are active are those of the installations on record, whatever the order says',
  async (desk) => {
    desk.at('2024-03-04 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('8x5', { dates: { sale: '2024-02-01' }, quantity: 5 });
    const product = (await desk.regulation()).products[0] ?? '';
    const told = [
      await installs(desk, olga, product, { activated: 4, commissioned: '2024-02-10' }),
      await installs(desk, olga, product, { activated: 3 }),
    ].flatMap((one) => one.told);
    expect(told.map(({ ru }) => ru)).toEqual([
      `В сертификат ${certificate.number} записана дата: ввод в эксплуатацию.`,
      `По сертификату ${certificate.number} используется 7, куплено 5.`,
    ]);
    expect((await certificate.page()).certificate).toMatchObject({ quantity: 5, inUse: 7 });
    desk.at('2025-01-10 12:00');
    for (const activated of [undefined, 5])
      await expect(
        certificate.renews({
          on: '2025-01-10',
          quantity: 5,
          ...(activated === undefined ? {} : { activated }),
        }),
      ).rejects.toMatchObject({
        code: 'renewal-quantity',
        clause: 'FL-RENEW',
        words: expect.stringContaining('активировано 7, в заказе 5') as string,
      });
    const renewed = await certificate.renews({ on: '2025-01-10', quantity: 7 });
    expect((await renewed.page()).certificate).toMatchObject({ quantity: 7 });
  },
);

scenario(
  ['FL-LOYAL'],
  'loyalty is shown with its last day, 10 May for a certificate that ended on 10 February',
  async (desk) => {
    const { certificate } = await ended(desk);
    const shown = async () => (await certificate.page()).certificate;
    desk.at('2025-02-10 23:59');
    expect(await shown()).toMatchObject({ state: 'in-force', daysLeft: 0, loyaltyUntil: null });
    desk.at('2025-02-11 00:00');
    expect(await shown()).toMatchObject({ state: 'ended', daysLeft: null });
    desk.at('2025-02-20 10:00');
    await certificate.command({ type: 'DeclareIntent', at: desk.moment('2025-02-20 10:00') });
    expect(await shown()).toMatchObject({
      state: 'loyalty',
      loyaltyUntil: '2025-05-10T21:00:00.000Z',
      daysLeft: 79,
    });
    desk.at('2025-05-10 23:59');
    expect(await shown()).toMatchObject({ state: 'loyalty', daysLeft: 0 });
    desk.at('2025-05-11 00:00');
    expect(await shown()).toMatchObject({ state: 'ended', daysLeft: null });
  },
);
