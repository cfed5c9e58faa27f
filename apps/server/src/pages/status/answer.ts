import { type Html, markup } from '../html.ts';
import { draftOf, type StatusView } from '../status-view.ts';
import { filePicker, formOf, textArea } from './form-parts.ts';

/** The customer writes; to a closed ticket it becomes a new one. */
export const answerSection = (view: StatusView): Html => {
  const { words, found } = view;
  const closed = found.ticket.state === 'closed';
  const draft = draftOf(view, 'answer');
  const inside = markup`${textArea(view, { id: 'text', label: words.answerLabel, required: false, draft })}${filePicker(view, 'files')}<div class="buttons"><button type="submit">${closed ? words.sendNew : words.send}</button></div>`;
  return markup`<section class="card${found.ticket.state === 'waiting-for-customer' ? ' call' : ''}"><h2>${closed ? words.answerClosed : words.answer}</h2>${closed ? markup`<p class="hint stack">${words.answerClosedHint}</p>` : null}${formOf(view, 'answer', inside)}</section>`;
};
