import { momentWords } from '../../text/moment-words.ts';
import { type Html, markup } from '../html.ts';
import { draftOf, problemWords, type StatusView } from '../status-view.ts';

const toneOf = ({ found }: StatusView): 'mine' | 'theirs' | 'over' | 'off' => {
  switch (found.ticket.state) {
    case 'new':
    case 'in-progress':
      return 'theirs';
    case 'waiting-for-customer':
    case 'resolved':
      return 'mine';
    case 'closed':
      return 'over';
    case 'not-entitled':
      return 'off';
  }
};

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
  const isAsked = ticket.proposal !== null || (ticket.dateProposal ?? null) !== null;
  const state = isAsked ? 'waiting-for-customer' : ticket.state;
  const isDeclined = !isAsked && ticket.state === 'resolved' && ticket.outcome?.kind === 'declined';
  const turn = isAsked ? words.proposalTurn : isDeclined ? words.declinedTurn : words.turns[ticket.state];
  const kept = view.mergedInto;
  const goesOn =
    kept === null ? turn : markup`${words.mergedTurn} <a href="${kept.url}">№${kept.number}</a>.`;
  const tone = isAsked ? 'mine' : toneOf(view);
  return markup`<div class="head">${flash(view)}${trouble(view)}<h1>${found.subject}</h1>
<p class="line"><span class="tag ${tone}">${isDeclined ? words.declinedState : words.states[state]}</span><span>№${found.number}</span><span>${words.registered} ${momentWords(regulation.zone, ticket.registeredAt, language)}</span></p>
<p class="turn">${goesOn}</p></div>`;
};
