import { reopens } from '@reglament/desk';
import { type Html, markup } from '../html.ts';
import { draftOf, type StatusFacts, type StatusView } from '../status-view.ts';
import { filePicker, formOf, textArea } from './form-parts.ts';

/** What becomes of an answer: it joins the ticket, opens it again, makes a new one, or goes on in the one it was merged into. */
export const answerMode = ({
  found,
  regulation,
  now,
}: StatusFacts): 'answer' | 'reopens' | 'follows' | 'merged' => {
  if (found.ticket.mergedInto !== undefined) return 'merged';
  if (found.ticket.state !== 'closed') return 'answer';
  return reopens(found.ticket, regulation, now) ? 'reopens' : 'follows';
};

/** The customer writes; a closed ticket opens again by it, or it becomes a new one, as the regulation says. */
export const answerSection = (view: StatusView): Html => {
  const { words, found } = view;
  const isMerged = view.mergedInto !== null;
  const closed = found.ticket.state === 'closed' && !isMerged;
  const again = answerMode(view) === 'reopens';
  const draft = draftOf(view, 'answer');
  const inside = markup`${textArea(view, { id: 'text', label: words.answerLabel, required: false, draft })}${filePicker(view, 'files')}<div class="buttons"><button type="submit">${closed && !again ? words.sendNew : words.send}</button></div>`;
  return markup`<section class="card${found.ticket.state === 'waiting-for-customer' ? ' call' : ''}"><h2>${closed ? words.answerClosed : words.answer}</h2>${isMerged ? markup`<p class="hint stack">${words.answerMergedHint}</p>` : null}${closed ? markup`<p class="hint stack">${again ? words.answerReopensHint : words.answerClosedHint}</p>` : null}${formOf(view, 'answer', inside)}</section>`;
};
