import type { IntakeField, Regulation, Text, Ticket } from '@reglament/desk';
import { missingIntake } from '../../text/missing-words.ts';
import { type Html, markup } from '../html.ts';
import { draftOf, problemWords, type StatusView } from '../status-view.ts';
import { formOf } from './form-parts.ts';

/** The name of the input that takes the priority. */
export const PRIORITY_INPUT = 'priority';
export const fieldInput = (field: IntakeField): string =>
  field.source === 'priority' ? PRIORITY_INPUT : `field-${field.id}`;

/** The customer may still name the priority: none was stated or set. */
export const mayStatePriority = (ticket: Ticket, regulation: Regulation): boolean =>
  regulation.priorityRules !== null &&
  ticket.state !== 'closed' &&
  (ticket.prioritySource === 'default' || (ticket.priority ?? ticket.supposedPriority) === null);

interface Choice {
  readonly id: string;
  readonly name: Text;
  readonly definition: Text;
}

const choices = (
  view: StatusView,
  input: string,
  legend: string,
  list: readonly Choice[],
  hint: string | null,
): Html => {
  const typed = draftOf(view, 'fields')?.fields[input];
  return markup`<fieldset class="field"><legend>${legend}</legend>${hint === null ? null : markup`<p class="hint">${hint}</p>`}${list.map(
    ({ id, name, definition }) =>
      markup`<label class="choice"><input type="radio" name="${input}" value="${id}"${typed === id ? markup` checked` : null}><span><b>${name[view.language]}</b><span>${definition[view.language]}</span></span></label>`,
  )}</fieldset>`;
};

const fieldRow = (field: IntakeField, view: StatusView): Html => {
  const { regulation, language } = view;
  const input = fieldInput(field);
  const label = field.name[language];
  const hint = field.hint?.[language] ?? null;
  if (field.source === 'priority') return choices(view, input, label, regulation.priorities, hint);
  if (field.source === 'type') return choices(view, input, label, regulation.ticketTypes, hint);
  const typed = draftOf(view, 'fields')?.fields[input] ?? '';
  const told = hint === null ? null : markup`<p class="hint" id="${input}-hint">${hint}</p>`;
  const described = hint === null ? null : markup` aria-describedby="${input}-hint"`;
  const control =
    field.source === 'description'
      ? markup`<textarea id="${input}" name="${input}" maxlength="500"${described}>
${typed}</textarea>`
      : markup`<input type="text" id="${input}" name="${input}" maxlength="500" value="${typed}"${described}>`;
  return markup`<div class="field"><label for="${input}">${label}</label>${told}${control}</div>`;
};

/** What the regulation asks for and nobody has told, and the priority while it can still be named. */
export const missingSection = (view: StatusView): Html | null => {
  const { found, regulation, words } = view;
  if (found.ticket.state === 'closed') return null;
  const missing = missingIntake(found.ticket, regulation);
  const priorityAsked = missing.some(({ source }) => source === 'priority');
  const more = mayStatePriority(found.ticket, regulation) && !priorityAsked;
  if (missing.length === 0 && !more) return null;
  const draft = draftOf(view, 'fields');
  const fault =
    draft === null ? null : markup`<p class="field-error" role="alert">${problemWords(draft, words)}</p>`;
  const inside = markup`${fault}${missing.map((field) => fieldRow(field, view))}${more ? choices(view, PRIORITY_INPUT, words.morePriority, regulation.priorities, words.morePriorityHint) : null}<div class="buttons"><button type="submit" class="plain">${words.saveFields}</button></div>`;
  return markup`<section class="card"><h2>${missing.length === 0 ? words.morePriority : words.missing}</h2>${missing.length === 0 ? null : markup`<p class="hint">${words.missingHint}</p>`}${formOf(view, 'fields', inside)}</section>`;
};
