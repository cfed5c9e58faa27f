import type { BodyOf, DeskPage, endpoints } from '@reglament/contract';

/** What is typed: only fields that were touched. */
export interface DeskEdits {
  readonly nameRu?: string;
  readonly nameEn?: string;
  readonly mail?: string;
  readonly sales?: string;
}
export type DeskField = keyof DeskEdits;

const keptOf = ({ name, mailAddress, salesAddress }: DeskPage): Required<DeskEdits> => ({
  nameRu: name.ru,
  nameEn: name.en,
  mail: mailAddress,
  sales: salesAddress ?? '',
});

/** What stands in the form. */
export const formOf = (page: DeskPage, edits: DeskEdits): Required<DeskEdits> => ({
  ...keptOf(page),
  ...edits,
});

const FIELDS: readonly DeskField[] = ['nameRu', 'nameEn', 'mail', 'sales'];

/** Fields that say something else than what is kept. */
export const changedFields = (page: DeskPage, edits: DeskEdits): readonly DeskField[] => {
  const kept = keptOf(page);
  const form = formOf(page, edits);
  return FIELDS.filter((field) => form[field].trim() !== kept[field]);
};

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** Fields that can't stay as they are. */
export const deskFaults = (page: DeskPage, edits: DeskEdits): readonly DeskField[] => {
  const form = formOf(page, edits);
  const faults: readonly (readonly [DeskField, boolean])[] = [
    ['nameRu', form.nameRu.trim() === ''],
    ['nameEn', form.nameEn.trim() === ''],
    ['mail', !isEmail(form.mail)],
    ['sales', form.sales.trim() !== '' && !isEmail(form.sales)],
  ];
  return faults.filter(([, isWrong]) => isWrong).map(([field]) => field);
};

/** As the server is asked: what was changed, and nothing else. */
export const deskBody = (page: DeskPage, edits: DeskEdits): BodyOf<typeof endpoints.changeDesk> => {
  const changed = changedFields(page, edits);
  const form = formOf(page, edits);
  const sales = form.sales.trim();
  return {
    ...(changed.includes('nameRu') || changed.includes('nameEn')
      ? { name: { ru: form.nameRu.trim(), en: form.nameEn.trim() } }
      : {}),
    ...(changed.includes('mail') ? { mailAddress: form.mail.trim() } : {}),
    ...(changed.includes('sales') ? { salesAddress: sales === '' ? null : sales } : {}),
  };
};

const ofPointer: Readonly<Record<string, DeskField>> = {
  '/name/ru': 'nameRu',
  '/name/en': 'nameEn',
  '/mailAddress': 'mail',
  '/salesAddress': 'sales',
};

/** The field that the server complains about; null: none of these. */
export const fieldOfPointer = (pointer: string | undefined): DeskField | null =>
  ofPointer[pointer ?? ''] ?? null;
