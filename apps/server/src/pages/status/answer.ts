import { reopens } from '@reglament/desk';
import { type Html, markup } from '../html.ts';
import { draftOf, type StatusView } from '../status-view.ts';
import { filePicker, formOf, textArea } from './form-parts.ts';

/** The customer writes; a closed ticket opens again by it, or it becomes a new one, as the regulation says. */
export const answerSection = (view: StatusView): Html => {
  const { words, found, regulation, now } = view;
  const isMerged = view.mergedInto !== null;
  const closed = found.ticket.state === 'closed' && !isMerged;
  const again = reopens(found.ticket, regulation, now);
  const draft = draftOf(view, 'answer');
  const inside = markup`${textArea(view, { id: 'text', label: words.answerLabel, required: false, draft })}${filePicker(view, 'files')}<div class="buttons"><button type="submit">${closed && !again ? words.sendNew : words.send}</button></div>`;
  return markup`<section class="card${found.ticket.state === 'waiting-for-customer' ? ' call' : ''}"><h2>${closed ? words.answerClosed : words.answer}</h2>${isMerged ? markup`<p class="hint stack">${words.answerMergedHint}</p>` : null}${closed ? markup`<p class="hint stack">${again ? words.answerReopensHint : words.answerClosedHint}</p>` : null}${formOf(view, 'answer', inside)}</section>`;
};
