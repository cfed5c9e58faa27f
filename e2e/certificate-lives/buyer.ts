import type { CompanyId, ContactId } from '@reglament/desk';
import type { Page } from 'playwright-core';
import type { ParsedLetter } from '../../apps/server/src/channels/mail/parse-letter.ts';
import { insertCompanyRecord } from '../../apps/server/src/store/companies.ts';
import { insertContact } from '../../apps/server/src/store/contacts.ts';
import { innOf } from '../../apps/server/src/testing/support-customer.ts';
import { deskIdOf } from '../../apps/server/src/testing/test-desk.ts';
import { screenFaults } from '../check-screen.ts';
import { PHONE } from '../product.ts';
import type { MovedProduct } from './moved-time.ts';

/** A company on record that has bought nothing yet, and whom it has named. */
export interface Buyer {
  readonly companyId: CompanyId;
  readonly company: string;
  readonly inn: string;
  readonly email: string;
}

export const addBuyer = async ({ server }: MovedProduct, slug: string, company: string): Promise<Buyer> => {
  const { context } = server.opened;
  const deskId = deskIdOf(server.opened, slug);
  const companyId = context.newId() as CompanyId;
  const [inn, email] = [innOf(slug.length), `vera@${slug}-buyer.example`];
  await context.db.inDesk(deskId, async (q) => {
    const record = { name: company, inn, kpp: null, ogrn: null, district: null, city: '' };
    await insertCompanyRecord(q, deskId, companyId, record);
    const contactId = context.newId() as ContactId;
    await insertContact(q, { deskId, contactId, companyId, email, name: 'Вера', phone: '' });
  });
  return { companyId, company, inn, email };
};

/** Path of the page of support that a letter leads to. */
export const supportPath = (letter: ParsedLetter): string => {
  const found = /https?:\/\/[^\s/]+(\/c\/[^\s)>\]]+)/.exec(letter.text)?.[1];
  if (found === undefined) throw new Error(`no link to a page in: ${letter.text}`);
  return found;
};

/** Goes to the customer's own page as they do: by the link of a letter that they ask for. */
export const ownPage = async (
  product: MovedProduct,
  page: Page,
  slug: string,
  { email }: Buyer,
): Promise<void> => {
  const before = product.mail.count(email);
  await page.goto(`/c/${slug}`);
  await page.getByLabel('Почта').fill(email);
  await page.getByRole('button', { name: 'Прислать ссылку' }).click();
  await page.getByText('письмо со ссылкой придёт').waitFor();
  await page.goto(supportPath(await product.mail.received(email, 'По ссылке видно, что покрыто', before)));
};

/** What is wrong with the page that the customer has before them; looked at by a browser that may run scripts. */
export const faultsBefore = async (
  product: MovedProduct,
  page: Page,
  name: string,
): Promise<readonly string[]> => {
  const context = await product.visitor({ viewport: PHONE });
  const same = await context.newPage();
  await same.goto(page.url());
  const faults = await screenFaults(same, name);
  await context.close();
  return faults;
};
