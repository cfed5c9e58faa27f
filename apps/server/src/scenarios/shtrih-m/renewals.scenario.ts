import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';

const scenario = scenariosAt('shtrih-m');

let acts = 0;
const actNumber = (): string => `${(acts += 1)}-ТП`;

const paid = async (desk: Stage) => {
  desk.at('2025-02-03 10:00');
  const olga = await desk.customer(null);
  return olga.buys('paid', { dates: { 'number-given': '2025-02-03' }, months: 12 });
};

scenario(
  ['SH-P-RENEW'],
  'renewed on the portal only, by the number of an act, and from when the number was given',
  async (desk) => {
    const certificate = await paid(desk);
    expect(await certificate.seen()).toMatchObject({ starts: '2025-02-03 00:00', ends: '2026-02-04 00:00' });
    desk.at('2025-06-10 15:30');
    const act = { number: actNumber(), givenOn: '2025-06-10' };
    for (const channel of ['email', 'phone'] as const)
      await expect(certificate.renews({ on: '2025-06-10', channel, act })).rejects.toMatchObject({
        code: 'renewal-channel',
        clause: 'SH-P-RENEW',
      });
    await expect(certificate.renews({ on: '2025-06-10' })).rejects.toMatchObject({
      code: 'act-missing',
      clause: 'SH-P-RENEW',
    });
    const renewed = await certificate.renews({ on: '2025-06-10', act });
    // The unused days of the one before are not added.
    expect(await renewed.seen()).toMatchObject({ starts: '2025-06-10 15:30', ends: '2026-06-11 00:00' });
  },
);

scenario(
  ['SH-P-RENEW'],
  'accepted days later it runs from the day on which the number was given all the same',
  async (desk) => {
    const certificate = await paid(desk);
    desk.at('2025-06-10 15:30');
    const renewed = await certificate.renews({
      on: '2025-06-10',
      act: { number: actNumber(), givenOn: '2025-06-05' },
    });
    expect(await renewed.seen()).toMatchObject({ starts: '2025-06-05 00:00', ends: '2026-06-06 00:00' });
  },
);

scenario(
  ['SH-P-ACT1'],
  'an act lists the support and serves once: a second use is refused with the renewal that it was used for',
  async (desk) => {
    const [first, second] = [await paid(desk), await paid(desk)];
    desk.at('2025-06-10 15:30');
    const number = actNumber();
    const order = { on: '2025-06-10', act: { number, givenOn: '2025-06-10' } };
    await expect(
      first.renews({ ...order, act: { ...order.act, namesSupport: false } }),
    ).rejects.toMatchObject({ code: 'act-without-support', clause: 'SH-P-ACT1' });
    const renewed = await first.renews(order);
    // However it is written.
    for (const written of [number, ` № ${number.toLowerCase()}`])
      await expect(second.renews({ ...order, act: { ...order.act, number: written } })).rejects.toMatchObject(
        {
          code: 'act-used',
          clause: 'SH-P-ACT1',
          words: expect.stringContaining(renewed.number) as string,
        },
      );
    const other = { ...order.act, number: actNumber() };
    expect(await (await second.renews({ ...order, act: other })).seen()).toMatchObject({
      starts: '2025-06-10 15:30',
    });
  },
);

scenario(
  ['SH-P-ACT2'],
  'an act of a partner’s own is refused with the rule, the vendor’s for what a partner sold is taken',
  async (desk) => {
    const certificate = await paid(desk);
    desk.at('2025-06-10 15:30');
    const act = { number: actNumber(), givenOn: '2025-06-10' };
    await expect(
      certificate.renews({ on: '2025-06-10', act: { ...act, issuer: 'partner' } }),
    ).rejects.toMatchObject({
      code: 'act-issuer',
      clause: 'SH-P-ACT2',
      words: expect.stringContaining('акт партнёра не годится') as string,
    });
    // What was refused has not used the act up.
    await certificate.renews({ on: '2025-06-10', act });
  },
);
