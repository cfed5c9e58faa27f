import {
  type CertificateState,
  countWords,
  dateWords,
  daysLeft,
  describeCertificateEvent,
  intentOutlook,
  momentNames,
  offerOf,
  ownRenewal,
  startCauseNames,
  stateAt,
  termWords,
} from '@reglament/desk';
import { instant, localDateOf, type Instant } from '@reglament/working-time';
import { usedOf } from '../../http/present/present-certificate.ts';
import { presentCovers } from '../../http/present/present-covers.ts';
import { momentWords } from '../../text/moment-words.ts';
import { packageName } from '../../text/regulation-names.ts';
import { renewalWords } from '../../text/renewal-words.ts';
import { type Html, markup } from '../html.ts';
import { actForm, placeOfAct } from './act-form.ts';
import { placeOf } from './ask-section.ts';
import { hiddenOf, plainForm, submit } from './form-fields.ts';
import { openNow } from './open-now.ts';
import type { ShownCertificate } from '../../use-cases/show-certificates.ts';
import type { SupportView } from './support-view.ts';

const tones: Readonly<Record<CertificateState, string>> = {
  'not-begun': 'theirs',
  'in-force': 'over',
  loyalty: 'mine',
  ended: 'off',
  suspended: 'mine',
  revoked: 'off',
};

/** The last day of what ends at an instant. */
const lastDay = ({ language }: SupportView, { world }: ShownCertificate, end: Instant): string =>
  dateWords(localDateOf(world.regulation.zone, instant(end - 1)), language);
/** Dates are those of the wall clock that the certificate goes by. */
const day = ({ language }: SupportView, { world }: ShownCertificate, at: Instant): string =>
  dateWords(localDateOf(world.regulation.zone, at), language);

const leftWords = (view: SupportView, { certificate, world }: ShownCertificate): string => {
  const { words, language, now } = view;
  const left = daysLeft(certificate, now, world.regulation.zone);
  if (left === null) return '';
  return left === 0 ? `, ${words.lastDay}` : `, ${words.left} ${countWords(left, 'day', language)}`;
};

const standing = (view: SupportView, shown: ShownCertificate): string => {
  const { words, language, now } = view;
  const { startsAt, endsAt, loyaltyUntil, beginsOn } = shown.certificate;
  switch (stateAt(shown.certificate, now)) {
    case 'not-begun': {
      const events = beginsOn.map((event) => momentNames[event][language]).join(', ');
      const at = startsAt === null ? '' : `${words.beginsAt} ${day(view, shown, startsAt)}`;
      const on = events === '' ? '' : `${words.beginsOn}: ${events}`;
      return [at, on].filter((part) => part !== '').join('. ');
    }
    case 'in-force':
    case 'suspended':
      return endsAt === null
        ? words.noEnd
        : `${words.until} ${lastDay(view, shown, endsAt)}${leftWords(view, shown)}`;
    case 'loyalty':
      return `${words.loyaltyUntil} ${loyaltyUntil === null ? '—' : lastDay(view, shown, loyaltyUntil)}${leftWords(view, shown)}`;
    case 'ended':
    case 'revoked':
      return endsAt === null ? '' : `${words.ended} ${lastDay(view, shown, endsAt)}`;
  }
};

const quantity = ({ words }: SupportView, { certificate, uses, world }: ShownCertificate): string | null => {
  const most = certificate.quantity;
  const inUse = usedOf(uses, world.regulation);
  if (most === null) return null;
  if (inUse === null) return `${most}`;
  return `${most}, ${words.inUse} ${inUse}${inUse > most ? ` — ${words.over100}` : ''}`;
};

const priceOf = (view: SupportView, { certificate, world }: ShownCertificate): string | null => {
  const rules = world.regulation.certificates;
  const offer = rules === null ? null : offerOf(rules, certificate.packageId);
  if (offer === null) return null;
  return offer.price[view.language];
};

const limited = (
  { words, language }: SupportView,
  name: Readonly<Record<'ru' | 'en', string>>,
  priorities: readonly Readonly<Record<'ru' | 'en', string>>[] | null,
): string =>
  priorities === null
    ? name[language]
    : `${name[language]} (${words.onlyFor} ${priorities.map((one) => one[language]).join(', ')})`;

const isOver = (certificate: ShownCertificate['certificate'], { now }: SupportView): boolean =>
  ['ended', 'revoked'].includes(stateAt(certificate, now));

/** How and when its package is asked, and whether that is now. */
const waysIn = (
  view: SupportView,
  { certificate, world }: ShownCertificate,
): readonly (readonly [string, string])[] => {
  const { words } = view;
  const { channels, hours } = presentCovers(certificate, world.regulation);
  return [
    [words.channels, channels.map((one) => limited(view, one.name, one.priorities)).join('; ')],
    [words.hours, hours.map((one) => limited(view, one.name, one.priorities)).join('; ')],
    [words.now, openNow(view, certificate.packageId).join('; ')],
  ];
};

const facts = (view: SupportView, shown: ShownCertificate): Html => {
  const { words, language, companies } = view;
  const { certificate, world } = shown;
  const { regulation } = world;
  const { installationType, products, term, bought, startsAt, startCause } = certificate;
  const name = companies.find(({ companyId }) => companyId === certificate.companyId)?.name ?? null;
  const began =
    startsAt === null || startsAt > view.now
      ? null
      : `${day(view, shown, startsAt)}${startCause === null ? '' : `, ${startCauseNames[startCause][language]}`}`;
  const rows: readonly (readonly [string, string | null])[] = [
    [words.company, companies.length > 1 ? name : null],
    [words.began, began],
    [words.term, term === null ? null : termWords(term, language)],
    [words.products, products === null ? words.anyProduct : products.join(', ')],
    [
      words.installation,
      regulation.installationTypes.find(({ id }) => id === installationType)?.name[language] ?? null,
    ],
    [words.quantity, quantity(view, shown)],
    ...(isOver(certificate, view) ? [] : waysIn(view, shown)),
    [
      words.bought,
      bought.length === 0
        ? null
        : bought
            .map((id) => regulation.services.find((one) => one.id === id)?.name[language] ?? id)
            .join(', '),
    ],
    [words.price, priceOf(view, shown)],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== '');
  return markup`<dl class="facts wide">${known.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
};

const promises = (view: SupportView, { certificate, world }: ShownCertificate): Html => {
  const { words, language } = view;
  // What is over is promised to nobody any more.
  if (isOver(certificate, view)) return markup``;
  const { targets, services } = presentCovers(certificate, world.regulation);
  const promised =
    targets.length === 0
      ? null
      : markup`<details class="why"><summary>${words.promised}</summary><ul class="ways">${targets.map(
          ({ clock, priority, within, clause }) =>
            markup`<li>${clock[language]}${priority === null ? null : `, ${priority[language]}`}: <b>${within === null ? '—' : within[language]}</b>${placeOf(view, clause)}</li>`,
        )}</ul></details>`;
  const given =
    services.length === 0
      ? null
      : markup`<details class="why"><summary>${words.services}</summary><ul class="ways">${services.map(
          ({ name, level, clause }) =>
            markup`<li>${name[language]}: <b>${words.levels[level]}</b>${placeOf(view, clause)}</li>`,
        )}</ul></details>`;
  return markup`${promised}${given}`;
};

const history = (view: SupportView, shown: ShownCertificate): Html => {
  const { history: entries, numbers, world } = shown;
  const { words, language } = view;
  const names = { regulation: world.regulation, number: (id: string) => numbers.get(id) ?? '—' };
  const items = entries
    // Which of two records of a company it stands under is the desk's own housekeeping.
    .filter(({ event }) => event.type !== 'CertificateMoved')
    .toReversed()
    .map(({ at, event }) => {
      const told = describeCertificateEvent(event, names);
      return markup`<li>${day(view, shown, at)}: ${told.says[language]}${placeOf(view, told.clause)}</li>`;
    });
  return markup`<details class="why"><summary>${words.history}</summary><ul class="ways">${items}</ul></details>`;
};

const intent = (view: SupportView, shown: ShownCertificate): Html | null => {
  const { certificate, world } = shown;
  const { words } = view;
  const outlook = intentOutlook(certificate, world);
  if (outlook === null) return null;
  const { endsAt, loyaltyUntil, clause } = outlook;
  const says =
    view.now < endsAt
      ? words.intentBefore(lastDay(view, shown, endsAt), lastDay(view, shown, loyaltyUntil))
      : words.intentAfter(lastDay(view, shown, loyaltyUntil));
  return markup`<div class="stack deed"><h3>${words.intent}</h3><p>${says}${placeOf(view, clause)}</p>${plainForm(
    view,
    `${view.path}/intent`,
    markup`${hiddenOf('certificate', certificate.certificateId)}${submit(words.intentButton, 'plain')}`,
  )}</div>`;
};

/** Whoever sent an act sees that it is there: nothing else on the card changes before staff accept it. */
const waiting = (view: SupportView, { waitingAct, world }: ShownCertificate): Html | null =>
  waitingAct === null
    ? null
    : markup`<p class="flash">${view.words.actWaits(momentWords(world.regulation.zone, waitingAct.namedAt, view.language), waitingAct.ticketNumber)}</p>`;

const renewal = (view: SupportView, shown: ShownCertificate): Html | null => {
  const { certificate, world } = shown;
  const { words, language } = view;
  const told = renewalWords(certificate, world);
  const way = ownRenewal(certificate, world);
  if (told === null || way === 'no') return null;
  const says = markup`<p>${told.says.map((one) => one[language]).join(' ')}${placeOf(view, told.clause)}</p>`;
  return way === 'by-act'
    ? markup`<div class="deed" id="${placeOfAct(certificate.certificateId)}">${waiting(view, shown)}${actForm(view, certificate, says)}</div>`
    : markup`<div class="stack deed"><h3>${words.renewal}</h3>${says}${plainForm(
        view,
        `${view.path}/buy`,
        markup`${hiddenOf('company', certificate.companyId)}${hiddenOf('topic', 'support')}${hiddenOf('text', words.renewalQuestion(certificate.number))}${submit(words.renewalAsk, 'plain')}`,
      )}</div>`;
};

/** One certificate: what it covers, how long, what was promised, what became of it, and what can be done. */
export const certificateCard = (view: SupportView, shown: ShownCertificate): Html => {
  const { words, language, now } = view;
  const { certificate, world } = shown;
  const state = stateAt(certificate, now);
  return markup`<section class="card certificate"><h2>${packageName(world.regulation, certificate.packageId, language)} <span class="tag ${tones[state]}">${words.states[state]}</span></h2>
<p class="standing"><b>№ ${certificate.number}</b>. ${standing(view, shown)}${certificate.renewedBy === null ? null : `. ${words.renewedBy}`}</p>
${facts(view, shown)}${promises(view, shown)}${history(view, shown)}${intent(view, shown)}${renewal(view, shown)}</section>`;
};
