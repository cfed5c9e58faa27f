import { deadlineOf } from '../../text/deadline-words.ts';
import { proposedDeadlines } from '../../text/proposed-deadlines.ts';
import { clauseSentence, priorityName } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusView } from '../status-view.ts';
import { formOf } from './form-parts.ts';

/** Another priority is proposed: what it would do, yes or no. */
export const proposalSection = (view: StatusView): Html | null => {
  const { found, regulation, language, words } = view;
  const { ticket } = found;
  if (ticket.proposal === null) return null;
  const now = ticket.priority ?? ticket.supposedPriority;
  const moved = proposedDeadlines(ticket, ticket.proposal.priority, view);
  const name = (id: string | null): string => (id === null ? '—' : priorityName(regulation, id, language));
  const rows = moved.map(({ before, after }) => {
    const old = deadlineOf(before, view, language);
    return markup`<tr><th scope="row">${old.name}</th><td>${old.says}</td><td>${deadlineOf(after, view, language).says}</td></tr>`;
  });
  const why = clauseSentence(regulation, regulation.priorityRules?.clause ?? null, language);
  const buttons = markup`<input type="hidden" name="proposal" value="${ticket.proposal.proposalId}"><div class="buttons"><button type="submit" name="choice" value="accept">${words.accept}</button><button type="submit" class="plain" name="choice" value="decline">${words.decline}</button></div>`;
  return markup`<section class="card call"><h2>${words.proposal}</h2><div class="stack"><table class="effect"><thead><tr><td></td><th scope="col">${words.was}</th><th scope="col">${words.becomes}</th></tr></thead><tbody><tr><th scope="row">${words.priority}</th><td>${name(now)}</td><td><b>${name(ticket.proposal.priority)}</b></td></tr>${rows}</tbody></table>${formOf(view, 'proposal', buttons)}<p class="hint">${words.proposalHint} ${why}</p></div></section>`;
};
