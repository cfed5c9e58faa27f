import { expect } from 'vitest';
import { openSupportBrowser } from '../../testing/support-browser.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('shtrih-m');

const PAGE = '/c/shtrih-m';

scenario(
  ['SH-P-RENEW'],
  'asked by letter or by telephone it is not renewed and the page is named; an act given there counts from that very moment, whenever it is accepted',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('paid', { dates: { 'number-given': '2025-02-03' }, months: 12 });
    desk.at('2025-06-09 12:00');
    for (const asked of [
      await olga.writes('Продлите поддержку, акт 21-ТП'),
      await olga.calls({ text: 'Продлите, акт 21-ТП' }),
    ]) {
      const letter = await asked.lastLetter();
      expect(letter.text).toContain('https://desk.example/c/shtrih-m');
      expect(letter.text).toContain('Правило SH-P-RENEW');
    }
    expect(await certificate.seen()).toMatchObject({ ends: '2026-02-04 00:00' });
    const pages = await openSupportBrowser(desk.still);
    desk.at('2025-06-10 15:30');
    await pages.send(PAGE, `${PAGE}/link`, { email: olga.email });
    const own = await pages.link(olga.email);
    const id = /name="certificate" value="([^"]+)"/.exec(await pages.page(own))?.[1] ?? '';
    const act = { certificate: id, act: '21-ТП', issuer: 'vendor', names: 'yes', months: '12' };
    const preview = await pages.send(own, `${own}/renew`, { ...act, step: 'check' });
    expect(preview.body).toContain('вт 10.06.2025, 15:30 (МСК)');
    expect(preview.body).toContain('Остаток прежнего срока (238 дней) не прибавится.');
    const sent = await pages.send(own, `${own}/renew`, { ...act, step: 'send' });
    const number = Number(/n=(\d+)/.exec(String(sent.headers.location))?.[1]);
    expect(await desk.ticket(number, olga.email).seen()).toMatchObject({ channel: 'portal' });
    expect(await pages.page(String(sent.headers.location))).toContain('Акт принят к продлению');
    await pages.close();
    const { namedActs } = await certificate.page();
    expect(namedActs).toEqual([{ number: '21-ТП', at: '2025-06-10T12:30:00.000Z', ticket: number }]);
    // Accepted two days later: from the instant, not from its day and not from now.
    desk.at('2025-06-12 11:00');
    const renewed = await certificate.renews({
      on: '2025-06-12',
      act: { number: '№ 21-тп', givenOn: '2025-06-12' },
    });
    expect(await renewed.seen()).toMatchObject({ starts: '2025-06-10 15:30', ends: '2026-06-11 00:00' });
  },
);

scenario(
  ['SH-F-TERM'],
  'a customer registers a key on the page: three months from that moment; when they are over paid support is offered',
  async (desk) => {
    desk.at('2025-02-10 14:20');
    const anna = await desk.customer(null);
    expect(await (await anna.writes('Не печатает')).seen()).toMatchObject({
      state: 'not-entitled',
      clocks: [],
    });
    const pages = await openSupportBrowser(desk.still);
    await pages.send(PAGE, `${PAGE}/link`, { email: anna.email });
    const own = await pages.link(anna.email);
    const sent = await pages.send(own, `${own}/register`, { what: 'key', number: 'SM-2025-77' });
    expect(sent.headers.location).toBe(`${own}?done=begun`);
    expect(await pages.page(own)).toContain('Действует по сб 10.05.2025');
    desk.at('2025-05-10 23:59');
    expect((await (await anna.writes('Не печатает')).seen()).coverage).toMatchObject({ packageId: 'free' });
    desk.at('2025-05-11 00:00');
    const over = await anna.writes('Не печатает');
    expect(await over.seen()).toMatchObject({ state: 'not-entitled', coverage: { reason: 'expired' } });
    expect((await over.lastLetter()).text).toContain('платную поддержку');
    await pages.close();
  },
);
