import { endWords } from '../../text/moment-words.ts';
import { clauseSentence } from '../../text/regulation-names.ts';
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

/** Yes or no to the solution. */
export const solutionSection = (view: StatusView): Html | null => {
  const { words, found, regulation } = view;
  if (found.ticket.state !== 'resolved') return null;
  const draft = draftOf(view, 'object');
  const objection = markup`${textArea(view, { id: 'objection', label: words.objectLabel, required: regulation.lifecycle.objectionNeedsReason, draft })}${filePicker(view, 'objection-files')}<div class="buttons"><button type="submit" class="plain">${words.object}</button><span class="hint">${words.objectHint}</span></div>`;
  return markup`<section class="card call"><h2>${words.solution}</h2><div class="stack"><p>${words.solutionHint}</p>${formOf(view, 'confirm', markup`<div class="buttons"><button type="submit">${words.confirm}</button><span class="hint">${words.confirmHint}</span></div>`)}<details${draft === null ? null : markup` open`}><summary>${words.objectSummary}</summary>${formOf(view, 'object', objection)}</details><p class="hint">${closing(view)}</p></div></section>`;
};
