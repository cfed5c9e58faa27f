import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { installs, loadsKeys } from '../stage-installation.ts';

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

scenario(
  ['SH-F-TERM'],
  'each key has its own three months: registered, it begins them by itself, and a request that names a key is judged by it',
  async (desk) => {
    desk.at('2025-05-12 10:00');
    const product = (await desk.regulation()).products[0] ?? '';
    const olga = await desk.customer(null);
    const ask = async (key: string) => olga.writes(`Ключ защиты: ${key}\nНе печатает`);
    const unregistered = await installs(desk, olga, product, { key: 'SH-100-1' });
    expect(unregistered.told).toEqual([]);
    const early = await ask('SH-100-1');
    expect(await early.seen()).toMatchObject({ state: 'not-entitled', clocks: [] });
    expect((await early.lastLetter()).text).toContain('платную поддержку');
    const over = await installs(desk, olga, product, { key: 'SH-100-2', keyRegistered: '2025-02-10' });
    expect(over.told.map(({ ru }) => ru)).toEqual(['По ключу SH-100-2 начата бесплатная поддержка.']);
    await installs(desk, olga, product, { key: 'SH-100-3', keyRegistered: '2025-05-05' });
    const served = await ask('sh 100 3');
    expect((await served.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'free' });
    expect(await served.due('review')).toBe('2025-05-14 16:00');
    for (const key of ['SH-100-1', 'SH-100-2']) {
      const refused = await ask(key);
      expect(await refused.seen()).toMatchObject({
        state: 'not-entitled',
        coverage: { kind: 'not-entitled', reason: 'key', clause: 'SH-F-TERM' },
        clocks: [],
      });
      const { entitlement } = await desk.browser.ticket(refused.number);
      expect(entitlement?.next?.ru).toBe('Попросить зарегистрировать ключ или предложить поддержку');
    }
    // A key that nobody has on record is no reason to turn anybody away: it may be mistyped.
    expect((await (await ask('SH-999')).seen()).coverage).toMatchObject({ kind: 'covered' });
    const told = await unregistered.registersKey('2025-05-12');
    expect(told.map(({ ru }) => ru)).toEqual(['По ключу SH-100-1 начата бесплатная поддержка.']);
    expect((await (await ask('SH-100-1')).seen()).coverage).toMatchObject({ kind: 'covered' });
    const stranger = await desk.customer(null);
    await expect(
      installs(desk, stranger, product, { key: 'sh-100-1', keyRegistered: '2025-05-12' }),
    ).rejects.toMatchObject({ code: 'key-known' });
    await expect(
      installs(desk, stranger, product, { key: 'SH-200', keyRegistered: '2025-05-13' }),
    ).rejects.toMatchObject({ code: 'date-ahead' });
  },
);

scenario(
  ['SH-F-TERM'],
  'keys come by a table too: each one that is registered in it begins its own three months, once',
  async (desk) => {
    desk.at('2025-05-12 10:00');
    const product = (await desk.regulation()).products[0] ?? '';
    const olga = await desk.customer(null);
    const company = olga.company?.name ?? '';
    const table = `Компания;Продукт;Ключ;Ключ зарегистрирован\n${company};${product};SH-300-1;05.05.2025\n${company};${product};SH-300-2;10.02.2025`;
    expect(await loadsKeys(desk, table)).toEqual([
      'created: По ключу SH-300-1 начата бесплатная поддержка.',
      'created: По ключу SH-300-2 начата бесплатная поддержка.',
    ]);
    expect(await loadsKeys(desk, table)).toEqual(['same', 'same']);
    const served = await olga.writes('Ключ: SH-300-1\nНе печатает');
    expect((await served.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'free' });
    const over = await olga.writes('Ключ: SH-300-2\nНе печатает');
    expect((await over.seen()).coverage).toMatchObject({ kind: 'not-entitled', clause: 'SH-F-TERM' });
  },
);
