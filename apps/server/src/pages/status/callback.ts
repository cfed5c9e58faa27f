import { takesCalls } from '@reglament/desk';
import { type Html, markup } from '../html.ts';
import { draftOf, problemWords, type StatusView } from '../status-view.ts';
import { answerMode } from './answer.ts';
import { formOf } from './form-parts.ts';

const LONGEST_PHONE = 60;

/** Whoever would rather talk leaves a number, where the regulation lets them be called; else null. */
export const callbackSection = (view: StatusView): Html | null => {
  const { words, found, regulation } = view;
  const draft = draftOf(view, 'callback');
  if (draft === null && (answerMode(view) !== 'answer' || !takesCalls(found.ticket, regulation))) return null;
  const fault =
    draft === null
      ? null
      : markup`<p class="field-error" id="phone-fault" role="alert">${problemWords(draft, words)}</p>`;
  const marks = draft === null ? null : markup` aria-invalid="true" autofocus`;
  const described = draft === null ? 'phone-hint' : 'phone-fault phone-hint';
  const inside = markup`<div class="field"><label for="phone">${words.callbackLabel}</label>${fault}<input type="tel" id="phone" name="phone" maxlength="${LONGEST_PHONE}" autocomplete="tel" placeholder="+7 900 000-00-00" value="${draft?.fields['phone'] ?? ''}" aria-describedby="${described}"${marks}><p class="hint" id="phone-hint">${words.callbackHint}</p></div><div class="buttons"><button type="submit" class="plain">${words.callbackSend}</button></div>`;
  return markup`<section class="card"><details${draft === null ? null : markup` open`}><summary>${words.callback}</summary>${formOf(view, 'callback', inside)}</details></section>`;
};
