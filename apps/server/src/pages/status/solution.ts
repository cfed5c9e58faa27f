import { offersCompanies } from '@reglament/desk';
import { endWords } from '../../text/moment-words.ts';
import { declinedGround } from '../../text/declined-ground.ts';
import { clauseSentence, quoted } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import { draftOf, type StatusFacts, type StatusView } from '../status-view.ts';
import { partnersLink } from './partners-link.ts';
import { filePicker, formOf, textArea } from './form-parts.ts';

/** What becomes of the ticket without the customer's word, and the rule that says so, empty where none does. */
export const closingWords = ({
  found,
  regulation,
  language,
  words,
}: StatusFacts): { readonly says: string; readonly why: string } => {
  const closesAt = found.ticket.resolution?.closesAt ?? null;
  const { autoClose, confirmationClause } = regulation.lifecycle;
  if (autoClose === null || closesAt === null)
    return {
      says: words.neverCloses,
      why: autoClose === null ? clauseSentence(regulation, confirmationClause, language) : '',
    };
  return {
    says: `${words.closesAt} ${endWords(regulation.zone, closesAt, language)}.`,
    why: clauseSentence(regulation, autoClose.clause, language),
  };
};

export interface ToldOutcome {
  readonly title: string;
  readonly sentences: readonly string[];
  /** The rules behind it, whole; none of a solution. */
  readonly why: readonly string[];
  /** Whether the refusal sends to the partners of the directory. */
  readonly toPartners?: boolean;
}

/** What stands above the yes or no: try it; or what is not done, by which rule, and what to do instead. */
export const toldOutcome = ({ words, found, regulation, language }: StatusFacts): ToldOutcome => {
  const { outcome = null } = found.ticket;
  if (outcome?.kind !== 'declined')
    return { title: words.solution, sentences: [words.solutionHint], why: [] };
  const { name, instead, insteadClause } = declinedGround(regulation, outcome.ground);
  const rules = [outcome.clause, ...(instead === null ? [] : [insteadClause])];
  return {
    title: `${words.declined}: ${quoted(name[language], language)}`,
    sentences: instead === null ? [] : [`${words.instead}: ${instead[language]}`],
    why: [...new Set(rules)]
      .map((clause) => clauseSentence(regulation, clause, language))
      .filter((rule) => rule !== ''),
    toPartners: offersCompanies(regulation, insteadClause),
  };
};

/** Yes or no to the solution, or to the refusal. */
export const solutionSection = (view: StatusView): Html | null => {
  const { words, found, regulation } = view;
  if (found.ticket.state !== 'resolved') return null;
  const isDeclined = found.ticket.outcome?.kind === 'declined';
  const { title, sentences, why, toPartners = false } = toldOutcome(view);
  const closing = closingWords(view);
  const partners = toPartners ? partnersLink(view) : null;
  const said = [...why, ...sentences].map((one) => markup`<p>${one}</p>`);
  const draft = draftOf(view, 'object');
  const objection = markup`${textArea(view, { id: 'objection', label: words.objectLabel, required: regulation.lifecycle.objectionNeedsReason, draft })}${filePicker(view, 'objection-files')}<div class="buttons"><button type="submit" class="plain">${words.object}</button><span class="hint">${words.objectHint}</span></div>`;
  return markup`<section class="card call"><h2>${title}</h2><div class="stack">${said}${partners}${formOf(view, 'confirm', markup`<div class="buttons"><button type="submit">${isDeclined ? words.declinedAgree : words.confirm}</button><span class="hint">${words.confirmHint}</span></div>`)}<details${draft === null ? null : markup` open`}><summary>${isDeclined ? words.declinedObject : words.objectSummary}</summary>${formOf(view, 'object', objection)}</details><p class="hint">${closing.says} ${closing.why}</p></div></section>`;
};
