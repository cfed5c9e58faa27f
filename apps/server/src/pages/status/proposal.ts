import type { ProposalId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { deadlineOf } from '../../text/deadline-words.ts';
import { proposedDeadlines } from '../../text/proposed-deadlines.ts';
import { clauseSentence, priorityName } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusFacts, StatusView } from '../status-view.ts';
import { formOf } from './form-parts.ts';

/** What saying yes would change, and the rule behind it. */
export interface ProposalEffect {
  readonly proposalId: ProposalId;
  readonly proposedAt: Instant;
  readonly rows: readonly { readonly name: string; readonly was: string; readonly becomes: string }[];
  /** What else it means; empty: nothing. */
  readonly also: string;
  /** The rule behind it, whole. */
  readonly why: string;
}

/** What another priority would do; null: none is proposed. */
export const priorityEffect = (view: StatusFacts): ProposalEffect | null => {
  const { found, regulation, language, words } = view;
  const { ticket } = found;
  if (ticket.proposal === null) return null;
  const now = ticket.priority ?? ticket.supposedPriority;
  const moved = proposedDeadlines(ticket, ticket.proposal.priority, view);
  const name = (id: string | null): string => (id === null ? '—' : priorityName(regulation, id, language));
  const rows = moved.map(({ before, after }) => {
    const old = deadlineOf(before, view, language);
    return { name: old.name, was: old.says, becomes: deadlineOf(after, view, language).says };
  });
  const priority = { name: words.priority, was: name(now), becomes: name(ticket.proposal.priority) };
  const why = clauseSentence(regulation, regulation.priorityRules?.clause ?? null, language);
  const { proposalId, at } = ticket.proposal;
  return { proposalId, proposedAt: at, rows: [priority, ...rows], also: '', why };
};

/** Another priority is proposed: what it would do, yes or no. */
export const proposalSection = (view: StatusView): Html | null => {
  const { words } = view;
  const effect = priorityEffect(view);
  if (effect === null) return null;
  const rows = effect.rows.map(
    ({ name, was, becomes }, index) =>
      markup`<tr><th scope="row">${name}</th><td>${was}</td><td>${index === 0 ? markup`<b>${becomes}</b>` : becomes}</td></tr>`,
  );
  const buttons = markup`<input type="hidden" name="proposal" value="${effect.proposalId}"><div class="buttons"><button type="submit" name="choice" value="accept">${words.accept}</button><button type="submit" class="plain" name="choice" value="decline">${words.decline}</button></div>`;
  return markup`<section class="card call"><h2>${words.proposal}</h2><div class="stack"><table class="effect"><thead><tr><td></td><th scope="col">${words.was}</th><th scope="col">${words.becomes}</th></tr></thead><tbody>${rows}</tbody></table>${formOf(view, 'proposal', buttons)}<p class="hint">${words.proposalHint} ${effect.why}</p></div></section>`;
};
