import { expect } from 'vitest';
import { openLetter } from '../../testing/letters/letter-from.ts';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';

const scenario = scenariosAt('alteroffice');

/** Letters that an address got, the newest last. */
const got = async (desk: Stage, email: string) =>
  Promise.all(desk.still.sink.letters.filter(({ to }) => to.includes(email)).map(openLetter));

scenario(
  ['AO-4.1-price'],
  'the free first year of basic ends by itself, is reminded of, and offers the subscription on its terms',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    await olga.buys('basic', { dates: { purchase: '2025-02-03' } });
    const terms = 'первый год бесплатно, дальше годовая подписка';
    // Begun on the thirty-first day, the last day of the year is 6 March 2026.
    for (const moment of ['2025-03-06 00:00', '2025-12-06 09:00', '2026-01-05 09:00', '2026-02-04 09:00']) {
      desk.at(moment);
      await desk.rings();
    }
    desk.at('2026-03-07 00:00');
    await desk.rings();
    const letters = await got(desk, olga.email);
    expect(letters.map(({ subject }) => subject.replace(/^.* № \S+ /, ''))).toEqual([
      'оформлена',
      'началась',
      'заканчивается через 90 дней',
      'заканчивается через 60 дней',
      'заканчивается через 30 дней',
      'закончилась',
    ]);
    for (const { text } of letters.slice(1)) {
      expect(text).toContain('Оформите годовую подписку.');
      expect(text).toContain(terms);
    }
    expect(letters.at(-1)?.text).toContain('info@almi-partner.ru');
    // Ended by itself: who writes now is kept without clocks.
    const late = await olga.writes('Не открывается');
    expect((await late.seen()).coverage).toMatchObject({ kind: 'not-entitled', reason: 'expired' });
  },
);

scenario(
  ['AO-4.1-price'],
  'of extended and maximum nothing is free: their end offers a renewal and no first subscription',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const people = [];
    for (const packageId of ['extended', 'maximum'] as const) {
      const olga = await desk.customer(null);
      await olga.buys(packageId, { dates: { purchase: '2025-02-03' } });
      people.push(olga);
    }
    desk.at('2026-03-07 00:00');
    await desk.rings();
    for (const { email } of people) {
      const ended = (await got(desk, email)).at(-1);
      expect(ended?.subject).toContain('закончилась');
      expect(ended?.text).toContain('Купить продление:');
      expect(ended?.text).not.toContain('бесплатного срока');
    }
  },
);
