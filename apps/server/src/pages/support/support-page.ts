import { stateAt } from '@reglament/desk';
import { momentWords } from '../../text/moment-words.ts';
import { pageWords } from '../words.ts';
import { type Html, markup } from '../html.ts';
import { wayLink } from '../way-link.ts';
import { pageFrame } from '../page-frame.ts';
import { askSection } from './ask-section.ts';
import { questionFields } from './buy-page.ts';
import { certificateCard } from './certificate-card.ts';
import { numberFields } from './entry-page.ts';
import { choicesOf, plainForm, submit } from './form-fields.ts';
import type { SupportView } from './support-view.ts';

const flash = ({ flash: shown, words }: SupportView): Html | null => {
  if (shown === null) return null;
  const link =
    shown.ticket === null ? null : markup` <a href="${shown.ticket.url}">№${shown.ticket.number}</a>`;
  return markup`<p class="flash" role="status">${words.done[shown.done]}${link}</p>`;
};

const head = (view: SupportView): Html => {
  const { words, contact, companies, regulation, language } = view;
  const names = companies.map(({ name }) => name).join(', ');
  const refused =
    view.refused === null
      ? null
      : markup`<p class="flash bad" role="alert">${words.refused}: ${view.refused}</p>`;
  return markup`<div class="head">${flash(view)}${refused}<h1>${words.supportOf}${names === '' ? null : `: ${names}`}</h1><p class="line"><span>${words.yourAddress} ${contact.email}</span><span>${words.linkUntil} ${momentWords(regulation.zone, view.until, language)}</span></p></div>`;
};

const certificates = (view: SupportView): Html => {
  const { words, companies, contact, now } = view;
  if (companies.length === 0 && contact.companies.length > 0)
    return markup`<section class="card warn"><h2>${words.notListed}</h2><p class="hint">${words.notListedHint}</p></section>`;
  if (view.certificates.length === 0)
    return markup`<section class="card"><h2>${words.nothingHeld}</h2><p class="hint">${words.nothingHeldHint}</p></section>`;
  const isPast = ({ certificate }: SupportView['certificates'][number]): boolean =>
    certificate.renewedBy !== null || stateAt(certificate, now) === 'revoked';
  const current = view.certificates.filter((one) => !isPast(one));
  const past = view.certificates.filter(isPast);
  return markup`${current.map((one) => certificateCard(view, one))}${
    past.length === 0
      ? null
      : markup`<details class="past"><summary>${words.others} (${past.length})</summary><div class="stack">${past.map((one) => certificateCard(view, one))}</div></details>`
  }`;
};

const tickets = ({ words, language, tickets: own }: SupportView): Html => {
  const list =
    own.length === 0
      ? markup`<p class="hint">${words.noTickets}</p>`
      : markup`<ul class="own">${own.map(({ number, subject, state, url }) => markup`<li><a href="${url}">№${number} ${subject}</a> <span class="place">${pageWords[language].states[state]}</span></li>`)}</ul>`;
  return markup`<section class="card"><h2>${words.tickets}</h2>${list}</section>`;
};

/** Ways to reach support: a letter to the desk where letters are taken, and what else the regulation publishes. */
const ways = ({ words, regulation, language, desk }: SupportView): Html | null => {
  const takesLetters = regulation.packages.some(({ channels }) =>
    channels.some(({ channel }) => channel === 'email'),
  );
  const letter = takesLetters
    ? [markup`<li><a href="mailto:${desk.mailAddress}">${desk.mailAddress}</a></li>`]
    : [];
  const open = regulation.addresses.filter(
    ({ purpose, channel }) => purpose === 'support' && channel !== 'email',
  );
  const others = open.map(
    ({ value, note }) => markup`<li>${wayLink(value)}${note === null ? null : ` (${note[language]})`}</li>`,
  );
  return letter.length + others.length === 0
    ? null
    : markup`<section class="card"><h2>${words.write}</h2><ul class="ways">${letter}${others}</ul></section>`;
};

/** Which of one's companies it is about; nothing where there is one. */
const companyChoice = (view: SupportView): Html | null =>
  view.companies.length < 2
    ? null
    : choicesOf(
        view,
        'company',
        view.words.company,
        view.companies.map(({ companyId, name }) => ({ value: companyId, label: name })),
      );

const registering = (view: SupportView): Html => {
  const { words, typed } = view;
  const came = typed.faults['number'] === undefined ? null : markup` open`;
  return markup`<section class="card"><details${came}><summary>${words.register}</summary>${plainForm(view, `${view.path}/register`, markup`${companyChoice(view)}${numberFields(view)}${submit(words.registerButton, 'plain')}`)}</details></section>`;
};

const buying = (view: SupportView): Html => {
  const { words, typed } = view;
  const came = typed.faults['text'] === undefined ? null : markup` open`;
  return markup`<section class="card"><details${came} id="buy"><summary>${words.buy}</summary><p class="hint">${words.buyHint}</p>${plainForm(view, `${view.path}/buy`, markup`${companyChoice(view)}${questionFields(view, '')}${submit(words.send, 'plain')}`)}</details></section>`;
};

/** A person's own page without an account: what is covered and how long, what can be asked and done. */
export const supportPage = (view: SupportView, nonce: string): string => {
  const { words, desk, language } = view;
  const acts = view.companies.length > 0;
  return pageFrame(
    {
      title: `${words.mySupport} — ${desk.name[language]}`,
      language,
      nonce,
      deskName: desk.name[language],
      otherLanguageUrl: `${view.path}?lang=${language === 'ru' ? 'en' : 'ru'}`,
    },
    markup`<main id="main">${head(view)}
<div class="rest">${certificates(view)}</div>
<aside class="side">${acts ? askSection(view) : null}${acts ? registering(view) : null}${acts ? buying(view) : null}${tickets(view)}${ways(view)}<p class="hint about"><a href="${view.base}${view.query}">${words.newLink}</a></p></aside></main>`,
  );
};
