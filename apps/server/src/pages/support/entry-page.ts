import { type Html, markup } from '../html.ts';
import { pageFrame } from '../page-frame.ts';
import { choicesOf, fieldOf, plainForm, submit } from './form-fields.ts';
import type { PlainView } from './plain-view.ts';
import type { SentWhat } from './support-words.ts';

/** A page of one column about one thing. */
export const plainPage = (
  view: PlainView,
  nonce: string,
  title: string,
  path: string,
  main: Html,
): string => {
  const { desk, language } = view;
  return pageFrame(
    {
      title: `${title} — ${desk.name[language]}`,
      language,
      nonce,
      deskName: desk.name[language],
      otherLanguageUrl: `${path}?lang=${language === 'ru' ? 'en' : 'ru'}`,
    },
    markup`<main id="main" class="plain">${main}</main>`,
  );
};

/** Said after a form: the same for known and unknown. */
export const sentFlash = ({ words }: PlainView, sent: SentWhat | null): Html | null =>
  sent === null ? null : markup`<p class="flash" role="status">${words.sent[sent]}</p>`;

/** The way back to where everything begins. */
export const backLink = ({ words, base, query }: PlainView): Html =>
  markup`<p class="hint"><a href="${base}${query}">${words.back}</a></p>`;

/** The way in for somebody without an account: the link to one's own page, registering, buying. */
export const entryPage = (
  view: PlainView,
  nonce: string,
  sent: SentWhat | null,
  hasPartners: boolean,
): string => {
  const { words, base, query, desk } = view;
  const link = plainForm(
    view,
    `${base}/link`,
    markup`${fieldOf(view, { name: 'email', label: words.email, type: 'email', autocomplete: 'email' })}${submit(words.sendLink)}`,
  );
  const way = (href: string, title: string, hint: string): Html =>
    markup`<section class="card way"><h2><a href="${href}${query}">${title}</a></h2><p class="hint">${hint}</p></section>`;
  return plainPage(
    view,
    nonce,
    words.entry,
    base,
    markup`<div class="head">${sentFlash(view, sent)}<h1>${words.entry}</h1><p class="turn">${words.entryHint}</p></div>
<section class="card"><h2>${words.mySupport}</h2><p class="hint">${words.linkHint}</p>${link}</section>
<section class="card"><h2>${words.report}</h2><p class="hint">${words.reportByMail} <a href="mailto:${desk.mailAddress}">${desk.mailAddress}</a></p><p class="hint">${words.reportSeen} <a href="/p/${desk.slug}">${words.reportInPortal}</a></p></section>
<div class="stack">${way(`${base}/register`, words.register, registerHint(view))}${way(`${base}/buy`, words.buy, words.buyHint)}${hasPartners ? way(`${base}/partners`, words.partners, words.partnersHint) : null}</div>`,
  );
};

/** Whether keys are registered at this desk: else nobody is asked which it is. */
export const knowsKeys = ({ regulation }: Pick<PlainView, 'regulation'>): boolean =>
  regulation.certificates?.offers.some(({ proof }) => proof === 'key') === true;

/** What may be registered here. */
const registerHint = (view: PlainView): string =>
  knowsKeys(view) ? view.words.registerKeyHint : view.words.registerHint;

/** What is registered: a key or a certificate, and its number. */
export const numberFields = (view: PlainView): Html => {
  const { words } = view;
  const what = knowsKeys(view)
    ? choicesOf(view, 'what', words.what, [
        { value: 'key', label: words.whatKey },
        { value: 'certificate', label: words.whatCertificate },
      ])
    : null;
  return markup`${what}${fieldOf(view, { name: 'number', label: words.number, hint: words.numberHint })}`;
};

/** Whose it is: the company by its numbers. */
export const companyFields = (view: PlainView, numbers: 'asked' | 'optional' = 'asked'): Html => {
  const { words } = view;
  return markup`${fieldOf(view, { name: 'company', label: words.company, autocomplete: 'organization' })}<div class="pair">${fieldOf(
    view,
    {
      name: 'inn',
      label: words.inn,
      hint: words.innHint,
      numeric: true,
      ...(numbers === 'optional' ? { optional: true as const } : {}),
    },
  )}${fieldOf(view, { name: 'kpp', label: words.kpp, optional: true })}</div>`;
};

/** Who asks, and how to reach them. */
export const personFields = (view: PlainView, hint: string): Html => {
  const { words } = view;
  return markup`${fieldOf(view, { name: 'name', label: words.name, autocomplete: 'name' })}${fieldOf(view, {
    name: 'email',
    label: words.email,
    type: 'email',
    autocomplete: 'email',
    hint,
  })}${fieldOf(view, { name: 'phone', label: words.phone, type: 'tel', autocomplete: 'tel', optional: true })}`;
};

/** Registering a certificate or key: whose, and who says so. */
export const registerPage = (view: PlainView, nonce: string): string => {
  const { words, base } = view;
  const form = plainForm(
    view,
    `${base}/register`,
    markup`${numberFields(view)}${companyFields(view)}${personFields(view, words.emailHint)}<p class="hint">${words.confirmHint}</p>${submit(words.registerButton)}`,
  );
  return plainPage(
    view,
    nonce,
    words.register,
    `${base}/register`,
    markup`<div class="head"><h1>${words.register}</h1><p class="turn">${registerHint(view)}</p></div><section class="card">${form}</section>${backLink(view)}`,
  );
};

/** The page behind the letter's link: nothing happens before its button is pressed, so that a scanner of letters confirms nothing. */
export const confirmPage = (
  view: PlainView,
  nonce: string,
  path: string,
  told: readonly string[],
): string => {
  const { words } = view;
  return plainPage(
    view,
    nonce,
    words.confirmTitle,
    path,
    markup`<div class="head"><h1>${words.confirmTitle}</h1></div><section class="card call"><div class="stack"><p>${words.confirmText}</p><ul class="ways">${told.map((line) => markup`<li>${line}</li>`)}</ul>${plainForm(view, path, submit(words.confirmButton))}</div></section>`,
  );
};
