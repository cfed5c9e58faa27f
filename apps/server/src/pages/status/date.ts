import { dateOffer } from '../../text/date-offer.ts';
import { clauseSentence } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusFacts, StatusView } from '../status-view.ts';
import { formOf } from './form-parts.ts';
import type { ProposalEffect } from './proposal.ts';

/** What an agreed date would do; null: none is proposed. */
export const dateEffect = (view: StatusFacts): ProposalEffect | null => {
  const { found, regulation, language, words } = view;
  const proposal = found.ticket.dateProposal ?? null;
  if (proposal === null) return null;
  const offer = dateOffer(found.ticket, proposal, view, language);
  return {
    proposalId: proposal.proposalId,
    proposedAt: proposal.at,
    rows: [{ name: offer.name, was: offer.now ?? words.noDate, becomes: offer.agreed }],
    also: offer.pauses,
    why: clauseSentence(regulation, offer.clause, language),
  };
};

/** A date is proposed: the deadline now and with consent, whether waiting would move it, yes or no. */
export const dateSection = (view: StatusView): Html | null => {
  const { words } = view;
  const effect = dateEffect(view);
  if (effect === null) return null;
  const rows = effect.rows.map(
    ({ name, was, becomes }) =>
      markup`<tr><th scope="row">${name}</th><td>${was}</td><td><b>${becomes}</b></td></tr>`,
  );
  const buttons = markup`<input type="hidden" name="proposal" value="${effect.proposalId}"><div class="buttons"><button type="submit" name="choice" value="accept">${words.accept}</button><button type="submit" class="plain" name="choice" value="decline">${words.decline}</button></div>`;
  return markup`<section class="card call"><h2>${words.dateProposal}</h2><div class="stack"><table class="effect"><thead><tr><td></td><th scope="col">${words.was}</th><th scope="col">${words.becomes}</th></tr></thead><tbody>${rows}</tbody></table>${formOf(view, 'date', buttons)}<p class="hint">${words.proposalHint} ${effect.also} ${effect.why}</p></div></section>`;
};
