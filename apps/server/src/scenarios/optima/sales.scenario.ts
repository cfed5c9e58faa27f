import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { asksSales, goesToSales } from '../stage-inquiry.ts';

const scenario = scenariosAt('optima');
const SALES_PHONE = '8-800-301-01-44';

scenario(
  ['OW-S11'],
  'a request for the price list becomes an inquiry, which says that it is given on request',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer('8x5x4');
    const ticket = await olga.writes('Пришлите прайс-лист на поддержку.');
    const inquiry = await goesToSales(desk, ticket.number, olga.email, 'price-list');
    const page = await inquiry.page();
    expect(page).toMatchObject({ priceList: 'on-request', inquiry: { topic: 'price-list' } });
    const { text } = await inquiry.lastLetter();
    expect(text).toContain('Прайс-лист высылают по запросу');
    expect(text).toContain('Правило OW-S11');
  },
);

scenario(
  ['OW-CONTACT', 'OW-S12'],
  'an inquiry for another version shows the sales number, to staff and to whoever asks',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer('8x5x4');
    const inquiry = await asksSales(desk, olga, 'upgrade', 'Хотим перейти на полную версию.');
    const page = await inquiry.page();
    expect(page.inquiry).toMatchObject({ topic: 'upgrade', addressee: SALES_PHONE });
    expect(page.history.map(({ clause }) => clause)).toContain('OW-S12');
    expect(page.salesContacts).toMatchObject([{ value: SALES_PHONE, clause: 'OW-CONTACT' }]);
    expect((await inquiry.lastLetter()).text).toContain(SALES_PHONE);
    await inquiry.does({ command: 'answer', text: 'Перезвоним сегодня.', attachments: [] });
    expect((await inquiry.lastLetter()).text).toContain(SALES_PHONE);
  },
);
