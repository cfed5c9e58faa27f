import {
  channelNames,
  type Coverage,
  describeTrail,
  type EntitlementTrail,
  type Ticket,
  type TrailLine,
  type TrailWords,
} from '@reglament/desk';
import { coverageSummary } from '../../http/present/coverage-summary.ts';
import { deadlineOf } from '../../text/deadline-words.ts';
import { clauseOf } from '../../text/regulation-names.ts';
import { trailNames } from '../../text/trail-names.ts';
import { type Html, markup } from '../html.ts';
import { hiddenOf } from './form-fields.ts';
import type { SupportView } from './support-view.ts';

/** What a request would be, were it sent now: nothing of it is kept. */
export interface AskedPreview {
  readonly coverage: Coverage;
  readonly trail: EntitlementTrail;
  readonly ticket: Ticket;
}

/** `Правило AO-3.2, п. 3.2`; nothing where the edition has no such clause. */
export const placeOf = ({ regulation, words, language }: SupportView, id: string | null): Html | null => {
  const clause = clauseOf(regulation, id);
  // A heading of a Russian document says nothing in English, a number does.
  if (clause !== null && language === 'en' && /[а-яё]/iu.test(clause.place))
    return markup` <span class="place">${words.rule} ${clause.id}</span>`;
  return clause === null
    ? null
    : markup` <span class="place">${words.rule} ${clause.id}, ${clause.place}</span>`;
};

interface Option {
  readonly value: string;
  readonly label: string;
}

const select = (view: SupportView, name: string, label: string, options: readonly Option[]): Html | null => {
  const chosen = view.askChoices[name] ?? options[0]?.value;
  if (options.length < 2) return null;
  return markup`<div class="field"><label for="ask-${name}">${label}</label><select id="ask-${name}" name="${name}">${options.map(
    ({ value, label: text }) =>
      markup`<option value="${value}"${value === chosen ? markup` selected` : null}>${text}</option>`,
  )}</select></div>`;
};

/** Channels that some package takes requests over, as the regulation knows them. */
export const askChannels = ({ regulation }: SupportView): readonly (keyof typeof channelNames)[] => [
  ...new Set(regulation.packages.flatMap(({ channels }) => channels.map(({ channel }) => channel))),
];

const form = (view: SupportView): Html => {
  const { words, regulation, language, companies } = view;
  const unsaid: Option = { value: '', label: words.askUnknown };
  const lang = view.query === '' ? null : hiddenOf('lang', language);
  return markup`<form method="get" action="${view.path}#ask">${lang}${select(
    view,
    'company',
    words.askCompany,
    companies.map(({ companyId, name }) => ({ value: companyId, label: name })),
  )}${select(
    view,
    'product',
    words.askProduct,
    regulation.products.length < 2
      ? []
      : [unsaid, ...regulation.products.map((one) => ({ value: one, label: one }))],
  )}${select(
    view,
    'priority',
    words.askPriority,
    regulation.priorities.length === 0
      ? []
      : [unsaid, ...regulation.priorities.map(({ id, name }) => ({ value: id, label: name[language] }))],
  )}${select(
    view,
    'channel',
    words.askChannel,
    askChannels(view).map((channel) => ({ value: channel, label: channelNames[channel][language] })),
  )}${hiddenOf('ask', '1')}<div class="buttons"><button type="submit" class="plain">${words.askButton}</button></div></form>`;
};

const lineItem = (view: SupportView, { says, clause }: TrailLine): Html =>
  markup`<li>${says[view.language]}${placeOf(view, clause)}</li>`;

const certificateItem = (view: SupportView, one: TrailWords['certificates'][number]): Html => {
  const { words, language } = view;
  const name = one.number === null ? words.certificate : `${words.certificate} ${one.number}`;
  return markup`<li><b>${name}</b>, «${one.package[language]}»: ${one.says[language]}${
    one.rules.length === 0 ? null : markup`<ul>${one.rules.map((line) => lineItem(view, line))}</ul>`
  }</li>`;
};

const answerTitle = ({ words }: SupportView, { kind, packageId }: Coverage): string => {
  switch (kind) {
    case 'covered':
    case 'fallback':
    case 'lifted':
      return words.askYes;
    case 'unidentified':
      return packageId === null ? words.askUnknownAnswer : words.askYes;
    case 'not-entitled':
    case 'channel':
      return words.askNo;
  }
};

const deadlines = (view: SupportView, { ticket, coverage }: AskedPreview): Html | null => {
  const { words, regulation, language, now } = view;
  if (coverage.kind === 'not-entitled' || coverage.kind === 'channel') return null;
  const { calendars } = view;
  const clocks = ticket.clocks.map((clock) => deadlineOf(clock, { regulation, calendars, now }, language));
  return clocks.length === 0
    ? markup`<p class="hint">${words.askNoDeadlines}</p>`
    : markup`<p>${words.askDeadlines}:</p><ul class="ways">${clocks.map((one) => markup`<li><b>${one.name}</b>: ${one.says}${placeOf(view, one.clause)}</li>`)}</ul>`;
};

const answer = (view: SupportView, asked: AskedPreview): Html => {
  const { regulation, language, words } = view;
  const { coverage, trail } = asked;
  const told = describeTrail(trail, trailNames(regulation), 'customer');
  const next = told.next === null ? null : markup`<p>${told.next[language]}.</p>`;
  return markup`<div class="stack" role="status"><h3>${answerTitle(view, coverage)}</h3><p>${coverageSummary(coverage, regulation)[language]}.${placeOf(view, coverage.clause)}</p>${deadlines(view, asked)}${next}<details class="why" open><summary>${words.why}</summary><ol>${told.certificates.map((one) => certificateItem(view, one))}${told.rules.map((line) => lineItem(view, line))}</ol></details></div>`;
};

/** The decision before anything is sent, in the customer's words: served with hours and deadlines, or why not and what to do. */
export const askSection = (view: SupportView): Html => {
  const { words, asked } = view;
  return markup`<section class="card" id="ask"><h2>${words.ask}</h2><p class="hint">${words.askHint}</p>${asked === null ? null : answer(view, asked)}${form(view)}</section>`;
};
