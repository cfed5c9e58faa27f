import { expect } from 'vitest';
import { openSupportBrowser } from '../../testing/support-browser.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('flat');

scenario(
  ['FL-LOYAL'],
  'the customer declares the wish to renew on a page, told before what it brings: loyalty goes on to its last day on the old terms',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('24x7', { dates: { sale: '2024-02-24' }, namedStart: '2024-02-24' });
    const pages = await openSupportBrowser(desk.still);
    await pages.send('/c/flat', '/c/flat/link', { email: olga.email });
    const own = await pages.link(olga.email);
    const page = await pages.page(own);
    expect(page).toContain('Без заявления поддержка остановится после пн 24.02.2025.');
    expect(page).toContain('по сб 24.05.2025 на условиях прежнего пакета, без перехода на новые версии');
    const id = /name="certificate" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await pages.send(own, `${own}/intent`, { certificate: id })).headers.location).toBe(
      `${own}?done=intent`,
    );
    await pages.close();
    expect(await certificate.seen()).toMatchObject({ loyaltyUntil: '2025-05-25 00:00' });
    desk.at('2025-05-24 23:00');
    expect((await (await olga.calls({ channel: 'portal', priority: '3' })).seen()).coverage).toMatchObject({
      packageId: '24x7',
      loyalty: true,
    });
    desk.at('2025-05-25 00:00');
    expect(await (await olga.calls({ channel: 'portal', priority: '3' })).seen()).toMatchObject({
      state: 'not-entitled',
    });
  },
);
