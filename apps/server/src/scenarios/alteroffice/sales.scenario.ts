import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { asksSales, goesToSales, writesToSales } from '../stage-inquiry.ts';

const scenario = scenariosAt('alteroffice');

scenario(
  ['AO-2.1'],
  'a letter to the address of sales, and the form, become an inquiry and no ticket with clocks; a certificate is issued from it',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const { still } = desk;
    const olga = await desk.customer(null);
    const tickets = () => still.rows<{ n: number }>('select count(*)::int as n from ticket');
    const clocks = () => still.rows<{ n: number }>('select count(*)::int as n from alarm');
    const before = [await tickets(), await clocks()];
    const written = await writesToSales(desk, olga, 'Хотим купить сертификат на 20 мест.');
    const asked = await asksSales(desk, olga, 'support', 'Купить поддержку.');
    expect([await tickets(), await clocks()]).toEqual(before);
    for (const inquiry of [written, asked])
      expect((await inquiry.page()).inquiry).toMatchObject({
        state: 'open',
        addressee: 'info@almi-partner.ru',
        company: olga.company,
      });
    expect((await written.page()).history.map(({ clause }) => clause)).toContain('AO-2.1');
    const letter = await written.lastLetter();
    expect(letter.subject).toContain(`S-${asked.number}]`);
    expect(letter.text).toContain('Правило AO-2.1');

    await written.does({ command: 'answer', text: 'Высылаем счёт.', attachments: [] });
    const certificate = await olga.buys('basic', { dates: { purchase: '2025-02-03' }, months: 12 });
    const { certificateId } = (await certificate.page()).certificate;
    const { starts } = await certificate.seen();
    await written.does({ command: 'close-won', certificateId, partnerId: null });
    expect((await written.page()).inquiry).toMatchObject({ state: 'won', certificate: { certificateId } });
    // A purchase inquiry is no support request: it begins nothing (R40).
    const again = await writesToSales(desk, olga, 'А ещё на пять мест?');
    expect((await certificate.seen()).starts).toBe(starts);
    expect(again.number).toBeGreaterThan(asked.number);
  },
);

scenario(
  ['AO-2.1'],
  'what reached support goes to sales with its words, and back to support when it is a request',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer('basic');
    const ticket = await olga.writes('Сколько стоит расширенная поддержка?');
    const answer = 'Вам ответит отдел продаж.';
    const inquiry = await goesToSales(desk, ticket.number, olga.email, 'support', answer);
    expect(await ticket.seen()).toMatchObject({ state: 'resolved' });
    const page = await inquiry.page();
    expect(page.inquiry.fromTicket).toBe(ticket.number);
    expect(page.messages[0]?.text).toContain('Сколько стоит расширенная поддержка?');

    const broken = await writesToSales(desk, olga, 'Продукт: AText\nНе открывается файл.');
    await broken.does({ command: 'become-ticket', priority: null });
    const { becameTicket } = (await broken.page()).inquiry;
    expect(becameTicket).toBeGreaterThan(ticket.number);
    const request = await desk.ticket(becameTicket ?? 0, olga.email).seen();
    expect(request.coverage).toMatchObject({ kind: 'covered' });
    expect(request.clocks).not.toEqual([]);
  },
);
