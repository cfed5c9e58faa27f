import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('flat');

scenario(
  ['FL-BUY'],
  'basic is sold for 12, 36 and 60 months, the others for 12: another term is refused at entry',
  async (desk) => {
    desk.at('2025-01-10 12:00');
    const olga = await desk.customer(null);
    const dates = { sale: '2025-01-10' };
    for (const months of [12, 36, 60]) await olga.buys('8x5', { dates, months });
    for (const packageId of ['24x7', '24x7-plus', '24x7-onsite']) {
      await olga.buys(packageId, { dates, months: 12 });
      await expect(olga.buys(packageId, { dates, months: 36 })).rejects.toMatchObject({
        code: 'term-not-sold',
        clause: 'FL-BUY',
      });
    }
    await expect(olga.buys('8x5', { dates, months: 24 })).rejects.toMatchObject({
      code: 'term-not-sold',
      clause: 'FL-BUY',
    });
  },
);

scenario(
  ['FL-BUY'],
  'a sale names the order of the product that it came with; put right with a reason, both stay',
  async (desk) => {
    desk.at('2025-01-10 12:00');
    const olga = await desk.customer(null);
    const productOrder = 'Заказ 77 от 09.01.2025';
    const sold = await olga.buys('8x5', { dates: { sale: '2025-01-10' }, productOrder });
    expect((await sold.page()).certificate).toMatchObject({ productOrder });
    const reasonId = desk.still.context.newId() as never;
    await sold.command({ type: 'Correct', changes: { productOrder: 'Заказ 78 от 09.01.2025' }, reasonId });
    const { certificate, history } = await sold.page();
    expect(certificate.productOrder).toBe('Заказ 78 от 09.01.2025');
    expect(history[0]?.says.ru).toBe(
      'Исправлен: заказ продукта Заказ 77 от 09.01.2025 → Заказ 78 от 09.01.2025',
    );
  },
);

scenario(
  ['FL-ACT'],
  'in force from commissioning, at the latest on the ninetieth day: sold on 2025-01-10, on 2025-04-10',
  async (desk) => {
    desk.at('2025-01-10 12:00');
    const olga = await desk.customer(null);
    const dates = { sale: '2025-01-10' };
    const waiting = await olga.buys('8x5', { dates });
    expect(await waiting.seen()).toMatchObject({ starts: '2025-04-10 00:00', ends: '2026-04-11 00:00' });

    const commissioned = await olga.buys('8x5', { dates });
    desk.at('2025-02-20 10:00');
    const at = desk.moment('2025-02-19 00:00');
    await commissioned.command({ type: 'RecordDate', event: 'commissioning', at });
    expect(await commissioned.seen()).toMatchObject({
      starts: '2025-02-19 00:00',
      ends: '2026-02-20 00:00',
      cause: 'commissioning',
    });

    const named = await olga.buys('8x5', { dates, namedStart: '2025-04-10' });
    expect(await named.seen()).toMatchObject({ starts: '2025-04-10 00:00', cause: 'named-date' });
    await expect(olga.buys('8x5', { dates, namedStart: '2025-04-11' })).rejects.toMatchObject({
      code: 'named-date-too-late',
      clause: 'FL-ACT',
    });
  },
);

scenario(
  ['FL-LOYAL', 'FL-STOP'],
  'with the wish to renew declared, three months on the old terms; then support stops, told with the way back',
  async (desk) => {
    desk.at('2025-01-10 12:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('8x5', {
      dates: { sale: '2024-02-01', commissioning: '2024-02-10' },
    });
    expect(await certificate.seen()).toMatchObject({
      ends: '2025-02-11 00:00',
      loyaltyUntil: '2025-05-11 00:00',
    });
    const said = { channel: 'portal', priority: '1' } as const;
    desk.at('2025-02-11 00:00');
    expect(await (await olga.calls(said)).state()).toBe('not-entitled');
    desk.at('2025-02-20 10:00');
    await certificate.command({ type: 'DeclareIntent', at: desk.moment('2025-02-20 10:00') });
    const loyal = await olga.calls(said);
    expect((await loyal.seen()).coverage).toMatchObject({ kind: 'covered', packageId: '8x5' });
    expect(await loyal.due('reaction')).toBe('2025-02-20 12:00');
    desk.at('2025-05-10 23:59');
    expect(await (await olga.calls(said)).state()).toBe('new');
    desk.at('2025-05-11 00:00');
    const over = await olga.calls(said);
    expect(await over.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', clause: 'FL-STOP' },
      clocks: [],
    });
    const { text } = await over.lastLetter();
    expect(text).toContain('Правило FL-STOP');
    expect(text).toContain('Купите продление поддержки');
  },
);

scenario(
  ['FL-K5'],
  'the partners’ package is sold to service partners alone, while they are such',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const bought = { dates: { sale: '2025-02-07' } };
    const olga = await desk.customer(null);
    const refused = {
      code: 'not-sold-to',
      clause: 'FL-K5',
      words: expect.stringContaining('только компаниям со статусом') as string,
    };
    await expect(olga.buys('partner-8x5', bought)).rejects.toMatchObject(refused);
    await olga.stands('service-partner', '2024-02-07', '2025-02-06');
    await expect(olga.buys('partner-8x5', bought)).rejects.toMatchObject(refused);
    await olga.stands('service-partner', '2024-02-07', '2025-02-07');
    const certificate = await olga.buys('partner-8x5', {
      dates: { sale: '2025-01-10', commissioning: '2025-01-20' },
    });
    // Nor is it renewed for who is a partner no more.
    desk.at('2025-02-08 10:00');
    await expect(certificate.renews({ on: '2025-02-08' })).rejects.toMatchObject(refused);
    expect((await certificate.page()).certificate).toMatchObject({ isRenewed: false });
    const usual = await olga.buys('8x5', bought);
    // Nor does a correction sell it.
    await expect(usual.corrects('partner-8x5')).rejects.toMatchObject(refused);
    await usual.corrects('24x7');
    expect((await usual.page()).certificate).toMatchObject({ package: { id: '24x7' } });
  },
);
