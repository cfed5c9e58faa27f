import type { ImportReport } from '@reglament/contract';
import {
  companyRefusalWords,
  type ImportedField,
  type ImportPlan,
  type Language,
  type Text,
} from '@reglament/desk';

const fieldWords: Readonly<Record<ImportedField, { readonly ru: string; readonly en: string }>> = {
  name: { ru: 'Название', en: 'Name' },
  inn: { ru: 'ИНН', en: 'INN' },
  kpp: { ru: 'КПП', en: 'KPP' },
  ogrn: { ru: 'ОГРН', en: 'OGRN' },
  district: { ru: 'Округ', en: 'District' },
  city: { ru: 'Город', en: 'City' },
  zone: { ru: 'Часовой пояс', en: 'Time zone' },
  person: { ru: 'Контакт', en: 'Contact' },
  site: { ru: 'Площадка', en: 'Site' },
  standing: { ru: 'Статус', en: 'Standing' },
};

const inWords = (value: string | Text): Text =>
  typeof value === 'string' ? { ru: value, en: value } : value;

type Row = ImportPlan['rows'][number];

const saysOf = ({ refusals, changes }: Row): ImportReport['rows'][number]['says'] => [
  ...refusals.map(companyRefusalWords),
  ...changes.map(({ field, from, to }) => {
    const [before, after] = [inWords(from), inWords(to)];
    const change = (language: Language): string => {
      const arrow = before[language] === '' ? '' : `${before[language]} → `;
      return `${fieldWords[field][language]}: ${arrow}${after[language]}`;
    };
    return { ru: change('ru'), en: change('en') };
  }),
];

/** A plan as it is told, row by row. */
export const presentImport = (
  plan: ImportPlan,
  ignored: readonly string[],
  applied: boolean,
): ImportReport => {
  const count = (outcome: Row['outcome']): number =>
    plan.rows.filter((row) => row.outcome === outcome).length;
  return {
    applied,
    ignored: [...ignored],
    counts: {
      created: count('created'),
      changed: count('changed'),
      same: count('same'),
      wrong: count('wrong'),
    },
    rows: plan.rows.map((row) => ({
      line: row.line,
      outcome: row.outcome,
      name: row.name,
      // Before it is kept a new company has no page to go to.
      companyId: applied || row.outcome !== 'created' ? row.companyId : null,
      says: saysOf(row),
    })),
  };
};
