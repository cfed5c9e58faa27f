export interface PluralForms {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };

/** The word that goes with the count: `plural('ru', 21, { one: 'заявка', few: 'заявки', many: 'заявок', other: 'заявки' })`. */
export const plural = (language: keyof typeof rules, count: number, forms: PluralForms): string => {
  const form = rules[language].select(count);
  return (form === 'one' || form === 'few' || form === 'many' ? forms[form] : undefined) ?? forms.other;
};
