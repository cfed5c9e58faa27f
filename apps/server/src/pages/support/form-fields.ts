import { type Html, markup } from '../html.ts';
import type { PlainView } from './plain-view.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly hint?: string;
  readonly optional?: true;
  /** Of the list that browsers know: `email`, `tel`, `organization`. */
  readonly autocomplete?: string;
  readonly numeric?: true;
  /** Shown where nothing was typed. */
  readonly value?: string;
  /** Where the same name stands in several forms of a page. */
  readonly id?: string;
}

const describedBy = (ids: readonly (string | null)[]): Html | null => {
  const known = ids.filter((id) => id !== null);
  return known.length === 0 ? null : markup` aria-describedby="${known.join(' ')}"`;
};

/** A form that came back begins where it is to be put right. */
const firstFault = ({ typed }: PlainView, name: string): Html | null =>
  Object.keys(typed.faults)[0] === name ? markup` autofocus` : null;

const faultOf = (view: PlainView, name: string, id: string): Html | null => {
  const fault = view.typed.faults[name];
  return fault === undefined
    ? null
    : markup`<p class="field-error" id="${id}-fault" role="alert">${view.words.faults[fault]}</p>`;
};

const labelOf = (
  { words }: PlainView,
  id: string,
  { label, optional }: Pick<Field, 'label' | 'optional'>,
): Html =>
  markup`<label for="${id}">${label}${optional === true ? markup` <small>${words.optional}</small>` : null}</label>`;

/** One line to type in, with its label, its hint and its fault. */
export const fieldOf = (view: PlainView, field: Field): Html => {
  const id = field.id ?? field.name;
  const fault = faultOf(view, field.name, id);
  const hint = field.hint === undefined ? null : markup`<p class="hint" id="${id}-hint">${field.hint}</p>`;
  const described = describedBy([hint === null ? null : `${id}-hint`, fault === null ? null : `${id}-fault`]);
  const complete = field.autocomplete === undefined ? null : markup` autocomplete="${field.autocomplete}"`;
  const numeric = field.numeric === true ? markup` inputmode="numeric"` : null;
  const invalid = fault === null ? null : markup` aria-invalid="true"${firstFault(view, field.name)}`;
  const value = view.typed.fields[field.name] ?? field.value ?? '';
  return markup`<div class="field">${labelOf(view, id, field)}${hint}${fault}<input type="${field.type ?? 'text'}" id="${id}" name="${field.name}" maxlength="254" value="${value}"${complete}${numeric}${described}${invalid}></div>`;
};

/** Some lines to type in. */
export const textOf = (
  view: PlainView,
  field: Pick<Field, 'name' | 'label' | 'optional' | 'value'>,
): Html => {
  const fault = faultOf(view, 'text', field.name);
  const marks = fault === null ? null : markup` aria-invalid="true" aria-describedby="${field.name}-fault"`;
  const value = view.typed.text === '' ? (field.value ?? '') : view.typed.text;
  // A line break that follows the tag is dropped by browsers: one is given, or the text's own would be lost.
  return markup`<div class="field">${labelOf(view, field.name, field)}${fault}<textarea id="${field.name}" name="text" maxlength="10000"${marks}>
${value}</textarea></div>`;
};

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a few. */
export const choicesOf = (
  view: PlainView,
  name: string,
  legend: string,
  choices: readonly Choice[],
): Html => {
  const chosen = view.typed.fields[name] ?? choices[0]?.value;
  return markup`<fieldset class="field"><legend>${legend}</legend>${choices.map(
    ({ value, label }) =>
      markup`<label class="choice"><input type="radio" name="${name}" value="${value}"${value === chosen ? markup` checked` : null}><span>${label}</span></label>`,
  )}</fieldset>`;
};

export const hiddenOf = (name: string, value: string): Html =>
  markup`<input type="hidden" name="${name}" value="${value}">`;

/**
 * A form that is sent once however often the button is pressed: it carries the key of the page it stands on. `back`: the place
 * on the page that answers it, for one whose answer is never a redirect.
 */
export const plainForm = (view: PlainView, action: string, inside: Html, back = ''): Html =>
  markup`<form method="post" action="${action}${view.query}${back}" novalidate>${hiddenOf('key', view.formKey)}${inside}</form>`;

export const submit = (label: string, look: 'main' | 'plain' = 'main'): Html =>
  markup`<div class="buttons"><button type="submit"${look === 'plain' ? markup` class="plain"` : null}>${label}</button></div>`;
