/** Every "no" about what a customer runs and under which licence, in words that say what to do. `{…}` are the details. */
export const instanceRefusalTexts = {
  'unknown-product': {
    ru: 'Продукта «{product}» в каталоге нет. Выберите: {known}.',
    en: 'The catalogue has no product “{product}”. Choose: {known}.',
  },
  'unknown-version': {
    ru: 'Версии {version} у продукта «{product}» в каталоге нет. Выберите из каталога или оставьте пустой.',
    en: 'The catalogue has no version {version} of “{product}”. Choose one of the catalogue, or leave it empty.',
  },
  'unknown-type': {
    ru: 'Регламент не знает типа установки «{type}». Выберите: {known}.',
    en: 'The regulation knows no installation type “{type}”. Choose: {known}.',
  },
  'key-known': {
    ru: 'Ключ {key} уже записан: «{company}». Проверьте номер или откройте ту установку.',
    en: 'Key {key} is on record already: “{company}”. Check the number, or open that installation.',
  },
  'key-missing': {
    ru: 'Записана дата регистрации ключа, а самого ключа нет. Укажите его номер.',
    en: 'There is a date of the key’s registration and no key. Give its number.',
  },
  'date-ahead': {
    ru: 'Это ещё не случилось: {date} в будущем.',
    en: 'This has not happened yet: {date} is in the future.',
  },
  'before-sale': {
    ru: 'Дата {date} раньше продажи по сертификату {number}: {sold}. Проверьте обе даты.',
    en: 'The date {date} is before the sale on certificate {number}: {sold}. Check both dates.',
  },
  'foreign-certificate': {
    ru: 'Такого сертификата у этой компании нет. Выберите один из её сертификатов.',
    en: 'This company has no such certificate. Choose one of its own.',
  },
  'foreign-site': {
    ru: 'Такой площадки у этой компании нет. Выберите одну из её площадок.',
    en: 'This company has no such site. Choose one of its own.',
  },
  'licence-number-missing': {
    ru: 'Укажите номер лицензионного договора.',
    en: 'Give the number of the licence agreement.',
  },
  'licence-crossed': {
    ru: 'Договор кончается раньше, чем начинается. Поменяйте даты местами.',
    en: 'The agreement ends before it begins. Swap the dates.',
  },
  'licence-number-taken': {
    ru: 'Договор с номером {number} уже записан: «{company}». Проверьте номер.',
    en: 'An agreement of number {number} is on record already: “{company}”. Check the number.',
  },
  removed: {
    ru: 'Эту запись уже убрали. Заведите новую.',
    en: 'This record was removed. Make a new one.',
  },
} as const;

export type InstanceRefusalCode = keyof typeof instanceRefusalTexts;

export interface InstanceRefusal {
  readonly code: InstanceRefusalCode;
  /** What stands in the words' places. */
  readonly details: Readonly<Record<string, string>>;
}

/** What is wrong with a field of what was typed. */
export interface InstanceFault {
  readonly field: string;
  readonly refusal: InstanceRefusal;
}

export const refuseInstance = (
  code: InstanceRefusalCode,
  details: Readonly<Record<string, string>> = {},
): InstanceRefusal => ({ code, details });

/** The refusal in both languages. */
export const instanceRefusalWords = ({
  code,
  details,
}: InstanceRefusal): { readonly ru: string; readonly en: string } => {
  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => details[name] ?? place);
  return { ru: filled(instanceRefusalTexts[code].ru), en: filled(instanceRefusalTexts[code].en) };
};
