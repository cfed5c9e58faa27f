import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('shtrih-m');

scenario(
  ['SH-F-TERM'],
  'three months from the registration of the key, to 24:00 of the same day of the month or of its last',
  async (desk) => {
    desk.at('2025-03-03 10:00');
    for (const [registered, ends] of [
      ['2025-02-10', '2025-05-11 00:00'],
      ['2024-11-30', '2025-03-01 00:00'],
    ] as const) {
      const olga = await desk.customer(null);
      const key = await olga.buys('free', { dates: { 'key-registration': registered }, months: 3 });
      expect(await key.seen()).toMatchObject({ starts: `${registered} 00:00`, ends });
    }
    const anna = await desk.customer(null);
    await anna.buys('free', { dates: { 'key-registration': '2025-02-10' }, months: 3 });
    desk.at('2025-05-10 23:59');
    expect((await (await anna.writes('Не печатает')).seen()).coverage).toMatchObject({ packageId: 'free' });
    desk.at('2025-05-11 00:00');
    const over = await anna.writes('Не печатает');
    expect(await over.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { reason: 'expired' },
      clocks: [],
    });
    expect((await over.lastLetter()).text).toContain('платную поддержку');
    await expect(
      anna.buys('free', { dates: { 'key-registration': '2025-05-10' }, months: 6 }),
    ).rejects.toMatchObject({ code: 'term-not-sold', clause: 'SH-F-TERM' });
  },
);
