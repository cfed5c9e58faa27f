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
  'table-unreadable': {
    ru: 'Таблица не читается. Сохраните её как CSV и проверьте, что у каждой кавычки есть пара.',
    en: 'The table can’t be read. Save it as CSV, and see that each quote has its pair.',
  },
  'table-without-keys': {
    ru: 'В первой строке нет столбцов «Продукт» и «Ключ». Дайте столбцам заголовки: ИНН, КПП, Компания, Продукт, Версия, Тип установки, Ключ, Ключ зарегистрирован, Введена, Лицензий.',
    en: 'The first line has no columns “Product” and “Key”. Give the columns headings: INN, KPP, Company, Product, Version, Installation type, Key, Key registered, Commissioned, Licences.',
  },
  'table-too-long': {
    ru: 'В таблице больше {most} строк. Разделите её на части.',
    en: 'The table has more than {most} rows. Part it.',
  },
  'cell-empty': {
    ru: 'Ячейка «{column}» пуста. Заполните её: без неё строку ни к чему не отнести.',
    en: 'Cell “{column}” is empty. Fill it in: without it the row belongs to nothing.',
  },
  'date-unreadable': {
    ru: 'Дата «{date}» не читается. Запишите её так: 2026-01-31 или 31.01.2026.',
    en: 'Date “{date}” can’t be read. Write it so: 2026-01-31 or 31.01.2026.',
  },
  'count-unreadable': {
    ru: '«{count}» не количество. Запишите целое число.',
    en: '“{count}” is no quantity. Write a whole number.',
  },
  'company-unknown': {
    ru: 'Компании «{company}» нет. Заведите её или исправьте ИНН и название.',
    en: 'There is no company “{company}”. Keep it first, or put its INN and name right.',
  },
  'company-ambiguous': {
    ru: 'Компаний «{company}» несколько. Укажите ИНН и КПП.',
    en: 'There are several companies “{company}”. Give INN and KPP.',
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
