import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { innOf } from '../../testing/support-customer.ts';
import { openSupportBrowser, type SupportBrowser } from '../../testing/support-browser.ts';

let still: StillDesk;
let browser: SupportBrowser;

beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
  browser = await openSupportBrowser(still);
});
afterAll(async () => {
  expect(still.errors).toEqual([]);
  await browser.close();
  await still.stop();
});

const typed = {
  text: 'Сколько стоит поддержка на год?',
  topic: 'price-list',
  company: 'ООО «Сибирь»',
  inn: innOf(5),
  kpp: '540701001',
  name: 'Пётр',
  email: 'petr@siberia.example',
  phone: '+7 383 123-45-67',
};

const inquiries = (email: string) =>
  still.rows<{ subject: string; district: string; addressee: string; body: { topic: string }; text: string }>(
    `select i.subject, i.district, i.addressee, i.body, m.text from inquiry i join contact c on c.contact_id = i.contact_id join inquiry_message m on m.inquiry_id = i.inquiry_id where c.email = $1`,
    [email],
  );

it('a question of a stranger becomes a purchase inquiry for its district, once however often it is sent', async () => {
  const key = still.context.newId();
  const sent = await Promise.all(
    [1, 2, 3].map(() => browser.send('/c/shtrih-m/buy', '/c/shtrih-m/buy', { ...typed, key })),
  );
  for (const one of sent)
    expect([one.statusCode, one.headers.location]).toEqual([303, '/c/shtrih-m?sent=buy']);
  const kept = await inquiries(typed.email);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({
    district: 'siberia',
    addressee: 'sales-east@shtrih-m.example',
    body: { topic: 'price-list' },
  });
  for (const words of [typed.text, typed.company, typed.inn, 'Пётр', '+73831234567'])
    expect(kept[0]?.text).toContain(words);
  expect(await still.rows('select 1 as one from ticket')).toHaveLength(0);
  expect(await browser.page('/c/shtrih-m?sent=buy')).toContain('Запрос отправлен в отдел продаж');
  expect(await browser.letters(typed.email)).toHaveLength(1);
});

it('without a question it comes back with everything that was typed', async () => {
  const answer = await browser.send('/c/shtrih-m/buy', '/c/shtrih-m/buy', { ...typed, text: ' ', inn: '1' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('Напишите, что вы хотите купить или узнать.');
  expect(answer.body).toContain('контрольная цифра');
  expect(answer.body).toContain('value="ООО «Сибирь»"');
  expect(answer.body).toMatch(/value="price-list" checked/);
});

it('without an INN nobody knows the district: whoever gives inquiries out chooses', async () => {
  const email = 'private@siberia.example';
  const sent = await browser.send('/c/shtrih-m/buy', '/c/shtrih-m/buy', {
    ...typed,
    email,
    inn: '',
    kpp: '',
  });
  expect(sent.statusCode).toBe(303);
  expect(await inquiries(email)).toMatchObject([{ district: null, addressee: null }]);
});
