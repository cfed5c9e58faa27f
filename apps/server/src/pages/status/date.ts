import { dateOffer } from '../../text/date-offer.ts';
import { clauseSentence } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusView } from '../status-view.ts';
import { formOf } from './form-parts.ts';

/** A date is proposed: the deadline now and with consent, whether waiting would move it, yes or no. */
export const dateSection = (view: StatusView): Html | null => {
  const { found, regulation, language, words } = view;
  const proposal = found.ticket.dateProposal ?? null;
  if (proposal === null) return null;
  const offer = dateOffer(found.ticket, proposal, view, language);
  const why = clauseSentence(regulation, offer.clause, language);
  const buttons = markup`<input type="hidden" name="proposal" value="${proposal.proposalId}"><div class="buttons"><button type="submit" name="choice" value="accept">${words.accept}</button><button type="submit" class="plain" name="choice" value="decline">${words.decline}</button></div>`;
  return markup`<section class="card call"><h2>${words.dateProposal}</h2><div class="stack"><table class="effect"><thead><tr><td></td><th scope="col">${words.was}</th><th scope="col">${words.becomes}</th></tr></thead><tbody><tr><th scope="row">${offer.name}</th><td>${offer.now ?? words.noDate}</td><td><b>${offer.agreed}</b></td></tr></tbody></table>${formOf(view, 'date', buttons)}<p class="hint">${words.proposalHint} ${offer.pauses} ${why}</p></div></section>`;
};
