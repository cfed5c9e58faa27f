import { momentWords } from '../../text/moment-words.ts';
import { type Html, markup } from '../html.ts';
import { draftOf, problemWords, type StatusView } from '../status-view.ts';
import { standingOf } from './standing.ts';

const flash = ({ flash: shown, words }: StatusView): Html | null => {
  if (shown === null) return null;
  const link =
    shown.continued === null
      ? null
      : markup` <a href="${shown.continued.url}">№${shown.continued.number}</a>`;
  return markup`<p class="flash" role="status">${words.done[shown.done]}${link}</p>`;
};

/** A form without fields of its own shows its fault on top. */
const trouble = (view: StatusView): Html | null => {
  const draft = draftOf(view, 'confirm') ?? draftOf(view, 'proposal') ?? draftOf(view, 'date');
  return draft === null
    ? null
    : markup`<p class="flash bad" role="alert">${problemWords(draft, view.words)}</p>`;
};

/** What this page is about, how things stand, whose turn it is. */
export const headSection = (view: StatusView): Html => {
  const { found, words, regulation, language } = view;
  const { ticket } = found;
  const { tone, name, turn } = standingOf(ticket, words);
  const kept = view.mergedInto;
  const goesOn =
    kept === null ? turn : markup`${words.mergedTurn} <a href="${kept.url}">№${kept.number}</a>.`;
  return markup`<div class="head">${flash(view)}${trouble(view)}<h1>${found.subject}</h1>
<p class="line"><span class="tag ${tone}">${name}</span><span>№${found.number}</span><span>${words.registered} ${momentWords(regulation.zone, ticket.registeredAt, language)}</span></p>
<p class="turn">${goesOn}</p></div>`;
};
