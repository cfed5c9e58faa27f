import { endWords } from '../../text/moment-words.ts';
import { declinedGround } from '../../text/declined-ground.ts';
import { clauseSentence, quoted } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import { draftOf, type StatusView } from '../status-view.ts';
import { filePicker, formOf, textArea } from './form-parts.ts';

const closing = ({ found, regulation, language, words }: StatusView): string => {
  const closesAt = found.ticket.resolution?.closesAt ?? null;
  const { autoClose, confirmationClause } = regulation.lifecycle;
  if (autoClose === null || closesAt === null)
    return `${words.neverCloses} ${autoClose === null ? clauseSentence(regulation, confirmationClause, language) : ''}`.trim();
  return `${words.closesAt} ${endWords(regulation.zone, closesAt, language)}. ${clauseSentence(regulation, autoClose.clause, language)}`;
};

/** What stands above the yes or no: try it; or what is not done, by which rule, and what to do instead. */
const headOf = ({ words, found, regulation, language }: StatusView): Html => {
  const { outcome = null } = found.ticket;
  if (outcome?.kind !== 'declined')
    return markup`<h2>${words.solution}</h2><div class="stack"><p>${words.solutionHint}</p></div>`;
  const { name, instead, insteadClause } = declinedGround(regulation, outcome.ground);
  const sentences = [
    clauseSentence(regulation, outcome.clause, language),
    ...(instead === null
      ? []
      : [
          `${words.instead}: ${instead[language]} ${clauseSentence(regulation, insteadClause, language)}`.trim(),
        ]),
  ].filter((sentence) => sentence !== '');
  return markup`<h2>${words.declined}: ${quoted(name[language], language)}</h2><div class="stack">${sentences.map((sentence) => markup`<p>${sentence}</p>`)}</div>`;
};

/** Yes or no to the solution, or to the refusal. */
export const solutionSection = (view: StatusView): Html | null => {
  const { words, found, regulation } = view;
  if (found.ticket.state !== 'resolved') return null;
  const isDeclined = found.ticket.outcome?.kind === 'declined';
  const draft = draftOf(view, 'object');
  const objection = markup`${textArea(view, { id: 'objection', label: words.objectLabel, required: regulation.lifecycle.objectionNeedsReason, draft })}${filePicker(view, 'objection-files')}<div class="buttons"><button type="submit" class="plain">${words.object}</button><span class="hint">${words.objectHint}</span></div>`;
  return markup`<section class="card call">${headOf(view)}<div class="stack">${formOf(view, 'confirm', markup`<div class="buttons"><button type="submit">${isDeclined ? words.declinedAgree : words.confirm}</button><span class="hint">${words.confirmHint}</span></div>`)}<details${draft === null ? null : markup` open`}><summary>${isDeclined ? words.declinedObject : words.objectSummary}</summary>${formOf(view, 'object', objection)}</details><p class="hint">${closing(view)}</p></div></section>`;
};
