import type { SupportBrowser, Typed } from './support-browser.ts';
import { innOf } from './support-customer.ts';

/** Of a company that no desk knows. */
const INN = innOf(9001);

/** The form of a registration, all fields filled in. */
export const typedBy = (email: string, more: Typed = {}): Typed => ({
  number: 'X-1',
  company: 'ООО «Ромашка»',
  inn: INN,
  kpp: '',
  name: 'Пётр Иванов',
  email,
  phone: '8 (495) 123-45-67',
  ...more,
});

export const sendRegistration = (browser: SupportBrowser, slug: string, typed: Typed) =>
  browser.send(`/c/${slug}/register`, `/c/${slug}/register`, typed);

/** Registers and confirms by the letter's link; returns where the answer leads. */
export const confirmRegistration = async (
  browser: SupportBrowser,
  slug: string,
  typed: Typed,
): Promise<string> => {
  const sent = await sendRegistration(browser, slug, typed);
  if (sent.statusCode !== 303) throw new Error(`the form was answered ${sent.statusCode}`);
  const path = await browser.link(typed['email'] ?? '');
  const confirmed = await browser.send(path, path, {});
  if (confirmed.statusCode !== 303) throw new Error(`the button was answered ${confirmed.statusCode}`);
  return String(confirmed.headers.location);
};
