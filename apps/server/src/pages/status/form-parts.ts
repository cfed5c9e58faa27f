import { type Html, markup } from '../html.ts';
import { type Draft, problemWords, type StatusView } from '../status-view.ts';

/** A form that is sent once however often the button is pressed: it carries the key of the page it stands on. */
export const formOf = (view: StatusView, action: Draft['form'], inside: Html): Html =>
  markup`<form method="post" action="${view.path}/${action}${view.query}" enctype="multipart/form-data" id="${action}"><input type="hidden" name="key" value="${view.formKey}">${inside}</form>`;

interface TextArea {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly draft: Draft | null;
}

/** The text goes before the files, so that it is read even when they are too large. */
export const textArea = (view: StatusView, { id, label, required, draft }: TextArea): Html => {
  const { words } = view;
  const fault =
    draft === null
      ? null
      : markup`<p class="field-error" id="${id}-fault" role="alert">${problemWords(draft, words)}</p>`;
  const marks = draft === null ? null : markup` aria-invalid="true" aria-describedby="${id}-fault" autofocus`;
  // A line break that follows the tag is dropped by browsers: one is given, or the text's own would be lost.
  return markup`<div class="field"><label for="${id}">${label}${required ? markup` <small>${words.required}</small>` : null}</label>${fault}<textarea id="${id}" name="text" maxlength="100000"${marks}>
${draft?.text ?? ''}</textarea></div>`;
};

export const filePicker = (view: StatusView, id: string): Html =>
  markup`<div class="field"><label for="${id}">${view.words.attach} <small>${view.words.optional}</small></label><input type="file" id="${id}" name="files" multiple aria-describedby="${id}-hint"><p class="hint" id="${id}-hint">${view.words.attachHint}</p></div>`;
