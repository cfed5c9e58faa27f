import { type JudgedRenewal, spanWords, type SupportCertificate, type TermLength } from '@reglament/desk';
import { endWords, momentWords } from '../../text/moment-words.ts';
import { type Html, markup } from '../html.ts';
import { choicesOf, fieldOf, hiddenOf, plainForm, submit } from './form-fields.ts';
import type { SupportView } from './support-view.ts';

/** The form about an act on one certificate: refused with what was typed, or judged and waiting to be sent. */
export interface ActShown {
  readonly certificateId: string;
  readonly refused: string | null;
  readonly judged: JudgedRenewal | null;
  /** Left of the certificate as it stands; null: nothing. */
  readonly unused: Parameters<typeof spanWords>[0] | null;
}

/** Where the form about an act stands on the page, and its answer. */
export const placeOfAct = (certificateId: string): string => `act-of-${certificateId}`;

/** Months of the act, as most are sold. */
const USUAL_MONTHS = '12';

const preview = (view: SupportView, shown: ActShown & { readonly judged: JudgedRenewal }): Html => {
  const { words, language, regulation } = view;
  const { judged, unused } = shown;
  const { fields } = view.typed;
  const { startsAt, endsAt } = judged.certificate;
  const names = ['certificate', 'act', 'issuer', 'names', 'months'];
  const kept = names.map((name) => hiddenOf(name, fields[name] ?? ''));
  const from = startsAt === null ? '—' : momentWords(regulation.zone, startsAt, language);
  const to = endsAt === null ? words.noEnd : endWords(regulation.zone, endsAt, language);
  return markup`<div class="stack"><h3>${words.actPreview}</h3><p><b>${words.actNumber}: ${fields['act'] ?? ''}</b></p><p>${words.actFrom}: ${from}, ${words.actTo} ${to}.</p>${
    unused === null ? null : markup`<p class="note">${words.actUnused(spanWords(unused, language))}</p>`
  }<p class="hint">${words.actAfter}</p>${plainForm(view, `${view.path}/renew`, markup`${kept}${hiddenOf('step', 'send')}${submit(words.actSend)}`)}<p class="hint"><a href="${view.path}${view.query}">${words.actChange}</a></p></div>`;
};

/** Renewing by the number of an act: asked, checked, shown, and only then sent (SH-P-RENEW, R26). */
export const actForm = (view: SupportView, { certificateId }: SupportCertificate, says: Html): Html => {
  const { words } = view;
  const shown = view.act?.certificateId === certificateId ? view.act : null;
  if (shown?.judged !== null && shown?.judged !== undefined)
    return preview(view, { ...shown, judged: shown.judged });
  // What was typed for another certificate is not this one's.
  const own = shown === null ? { ...view, typed: { fields: {}, text: '', faults: {} } } : view;
  const refused = shown?.refused ?? null;
  const fault = refused === null ? null : markup`<p class="flash bad" role="alert">${refused}</p>`;
  const inside = markup`${hiddenOf('certificate', certificateId)}${hiddenOf('step', 'check')}${fault}${fieldOf(
    own,
    { name: 'act', id: `act-${certificateId}`, label: words.actNumber },
  )}${choicesOf(own, 'issuer', words.actIssuer, [
    { value: 'vendor', label: words.actVendor },
    { value: 'partner', label: words.actPartner },
  ])}<label class="choice"><input type="checkbox" name="names" value="yes"${own.typed.fields['names'] === 'yes' ? markup` checked` : null}><span>${words.actNames}</span></label>${fieldOf(
    own,
    {
      name: 'months',
      id: `months-${certificateId}`,
      label: words.actMonths,
      numeric: true,
      value: USUAL_MONTHS,
    },
  )}${submit(words.actCheck)}`;
  const open = shown === null ? null : markup` open`;
  return markup`<details${open}><summary>${words.act}</summary><div class="stack">${says}${plainForm(own, `${view.path}/renew`, inside, `#${placeOfAct(certificateId)}`)}</div></details>`;
};

/** The term that an act names, in months. null: no such number. */
export const readMonths = (typed: string): TermLength | null => {
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= 120 ? { count, unit: 'months' } : null;
};
