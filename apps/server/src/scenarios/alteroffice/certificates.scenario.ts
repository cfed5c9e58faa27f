import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('alteroffice');

scenario(
  ['AO-3.1', 'AO-3.2'],
  'the first request begins a certificate and is served by it, once, with the cause on record',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('extended', { dates: { purchase: '2025-02-03' } });
    expect(await certificate.seen()).toMatchObject({ starts: '2025-03-06 00:00', told: [] });
    desk.at('2025-02-10 11:00');
    const first = await olga.writes('Не открывается');
    expect((await first.seen()).coverage).toMatchObject({
      kind: 'covered',
      packageId: 'extended',
      begins: true,
      clause: 'AO-1.7',
    });
    expect(await first.due('reaction')).toBe('2025-02-11 08:00');
    const begun = {
      starts: '2025-02-10 11:00',
      ends: '2026-02-11 00:00',
      cause: 'first-covered-request',
    };
    expect(await certificate.seen()).toMatchObject(begun);
    desk.at('2025-02-11 11:00');
    const second = await olga.writes('Не сохраняет');
    expect((await second.seen()).coverage).toMatchObject({ kind: 'covered' });
    expect((await second.seen()).coverage).not.toHaveProperty('begins');
    // Nor does the thirty-first day begin it again.
    desk.at('2025-03-07 00:00');
    await desk.rings();
    expect(await certificate.seen()).toMatchObject({ ...begun, told: ['began'] });
  },
);

scenario(
  ['AO-3.1'],
  'without a request it begins at 00:00 of the thirty-first day from purchase, told once, late or not',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('basic', { dates: { purchase: '2025-02-03' } });
    desk.at('2025-03-05 23:59');
    await desk.rings();
    expect((await certificate.seen()).told).toEqual([]);
    desk.at('2025-03-09 12:00');
    await desk.rings();
    await desk.rings();
    expect(await certificate.seen()).toMatchObject({
      starts: '2025-03-06 00:00',
      ends: '2026-03-07 00:00',
      cause: 'purchase',
      told: ['began'],
    });
    const ticket = await olga.writes('Не открывается');
    expect((await ticket.seen()).coverage).not.toHaveProperty('begins');
  },
);

scenario(
  ['AO-3.1'],
  'a request that is not covered begins nothing: over a channel that the level lacks',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('basic', { dates: { purchase: '2025-02-03' } });
    const call = await olga.calls();
    expect((await call.seen()).coverage).toMatchObject({ kind: 'channel' });
    expect(await certificate.seen()).toMatchObject({ starts: '2025-03-06 00:00', cause: 'purchase' });
  },
);

scenario(
  ['AO-3.2'],
  'before the purchase and after the end a request is kept without clocks, with the rule and the way to renew',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const early = await olga.writes('Не открывается');
    expect(await early.seen()).toMatchObject({ state: 'not-entitled', clocks: [] });
    await olga.buys('basic', { dates: { purchase: '2025-02-03' }, months: 1 });
    desk.at('2025-02-10 11:00');
    expect((await (await olga.writes('Не открывается')).seen()).coverage).toMatchObject({ kind: 'covered' });
    // One month from the 10th ends with the 10th.
    desk.at('2025-03-10 23:00');
    expect((await (await olga.writes('Не открывается')).seen()).coverage).toMatchObject({ kind: 'covered' });
    desk.at('2025-03-11 00:00');
    const late = await olga.writes('Не открывается');
    expect(await late.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', reason: 'expired', clause: 'AO-3.2' },
      clocks: [],
    });
    const { text } = await late.lastLetter();
    expect(text).toContain('Правило AO-3.2');
    expect(text).toContain('Купите или продлите сертификат');
  },
);

scenario(
  ['AO-3.2', 'AO-3.1'],
  'a request from before the purchase begins nothing, though its company is found out after it; one of the day of purchase does',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const early = await desk.stranger().writes('Не открывается');
    desk.at('2025-02-05 09:00');
    const sameDay = await desk.stranger().writes('Не открывается');
    desk.at('2025-02-06 11:00');
    const certificate = await olga.buys('basic', { dates: { purchase: '2025-02-05' } });
    const found = { command: 'identify', companyId: olga.company?.companyId ?? '' } as const;
    await early.staff(found);
    expect(await early.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', reason: 'not-started', clause: 'AO-3.2' },
      clocks: [],
    });
    expect(await certificate.seen()).toMatchObject({ starts: '2025-03-08 00:00', cause: 'purchase' });
    await sameDay.staff(found);
    expect((await sameDay.seen()).coverage).toMatchObject({ kind: 'covered', begins: true });
    expect(await certificate.seen()).toMatchObject({
      starts: '2025-02-05 09:00',
      cause: 'first-covered-request',
    });
  },
);

scenario(
  ['AO-1.3', 'AO-1.7', 'AO-4.1-term'],
  'three levels on a certificate with its own term; its end is shown beside the ticket',
  async (desk) => {
    for (const [packageId, months, ends] of [
      ['basic', 12, '2026-02-03T21:00:00.000Z'],
      ['extended', 6, '2025-08-03T21:00:00.000Z'],
      ['maximum', 36, '2028-02-03T21:00:00.000Z'],
    ] as const) {
      desk.at('2025-02-03 10:00');
      const olga = await desk.customer(null);
      await olga.buys(packageId, { dates: { purchase: '2025-02-03' }, months });
      const ticket = await olga.writes('Не открывается');
      expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId });
      expect((await desk.browser.ticket(ticket.number)).certificates).toMatchObject([{ endsAt: ends }]);
    }
    const anna = await desk.customer(null);
    await expect(
      anna.buys('basic', { dates: { purchase: '2025-02-03' }, months: null }),
    ).rejects.toMatchObject({ code: 'term-needed', clause: 'AO-4.1-term' });
  },
);

scenario(
  ['AO-4.1-reaction'],
  'a figure of one’s own is agreed for the maximum level alone, and never above eight hours',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const bought = { dates: { purchase: '2025-02-03' } };
    await expect(olga.buys('maximum', { ...bought, hours: { reaction: 9 } })).rejects.toMatchObject({
      code: 'figure-too-long',
      clause: 'AO-4.1-reaction',
    });
    await expect(olga.buys('extended', { ...bought, hours: { reaction: 4 } })).rejects.toMatchObject({
      code: 'figure-not-agreed',
    });
    await olga.buys('maximum', { ...bought, hours: { reaction: 4 } });
  },
);

scenario(
  ['AO-4.1-term'],
  'a renewal goes on where the one before ends; bought after that, from the day of purchase',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('extended', { dates: { purchase: '2025-02-03' }, months: 6 });
    desk.at('2025-03-10 10:00');
    await desk.rings();
    expect(await certificate.seen()).toMatchObject({ starts: '2025-03-06 00:00', ends: '2025-09-07 00:00' });
    desk.at('2025-08-20 10:00');
    const next = await certificate.renews({ on: '2025-08-20', months: 6 });
    expect(await next.seen()).toMatchObject({ starts: '2025-09-07 00:00', ends: '2026-03-07 00:00' });
    desk.at('2026-05-05 12:00');
    const late = await next.renews({ on: '2026-05-05', months: 6 });
    expect(await late.seen()).toMatchObject({ starts: '2026-05-05 12:00', ends: '2026-11-06 00:00' });
  },
);

scenario(
  ['AO-4.1-reaction'],
  'a shorter figure agreed on a certificate counts in the clock of its tickets, the usual one in others’',
  async (desk) => {
    for (const [hours, due] of [
      [4, '2025-02-03 14:00'],
      [null, '2025-02-03 18:00'],
    ] as const) {
      desk.at('2025-02-03 10:00');
      const olga = await desk.customer(null);
      const dates = { purchase: '2025-02-03' };
      await olga.buys('maximum', { dates, ...(hours === null ? {} : { hours: { reaction: hours } }) });
      const ticket = await olga.writes('Не открывается');
      expect(await ticket.clock('reaction')).toMatchObject({ due, clause: 'AO-4.1-reaction' });
    }
  },
);

scenario(
  ['AO-4.1-term'],
  'the end of the certificate is shown to the customer on the ticket’s page',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('extended', { dates: { purchase: '2025-02-03' }, months: 6 });
    await olga.writes('Не открывается');
    desk.at('2025-02-04 10:00');
    const page = await (await olga.writes('Не сохраняет')).openPage();
    expect(page).toContain(certificate.number);
    // Six months from 3 February.
    expect(page).toContain('03.08.2025');
  },
);
