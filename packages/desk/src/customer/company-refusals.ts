/** Every "no" about a company, in words that say what to do. `{…}` are the details of the refusal. */
export const companyRefusalTexts = {
  'company-name-missing': { ru: 'Укажите название компании.', en: 'Give the company’s name.' },
  'inn-checksum': {
    ru: 'ИНН {inn} не сходится с контрольными цифрами. Проверьте каждую цифру: их 10 у организации и 12 у предпринимателя.',
    en: 'INN {inn} does not agree with its check digits. Check each: a firm has 10, a sole trader 12.',
  },
  'ogrn-checksum': {
    ru: 'ОГРН {ogrn} не сходится с контрольной цифрой. Проверьте: у организации 13 цифр, у предпринимателя 15.',
    en: 'OGRN {ogrn} does not agree with its check digit. Check it: a firm has 13 digits, a sole trader 15.',
  },
  'kpp-form': {
    ru: 'КПП {kpp} не читается: это девять знаков, например 770101001.',
    en: 'KPP {kpp} can’t be read: it is nine characters, such as 770101001.',
  },
  'kpp-without-inn': {
    ru: 'КПП указан без ИНН. Укажите ИНН.',
    en: 'There is a KPP without an INN. Give the INN.',
  },
  'kpp-of-person': {
    ru: 'У предпринимателя (ИНН из 12 цифр) КПП нет. Оставьте КПП пустым.',
    en: 'A sole trader (INN of 12 digits) has no KPP. Leave it empty.',
  },
  'ogrn-of-another-kind': {
    ru: 'ИНН и ОГРН разного вида: у организации 10 и 13 цифр, у предпринимателя 12 и 15. Проверьте оба.',
    en: 'INN and OGRN are of different kinds: a firm has 10 and 13 digits, a sole trader 12 and 15. Check both.',
  },
  'key-taken': {
    ru: 'ИНН {inn} с таким КПП уже у компании «{name}». Откройте её или исправьте номера.',
    en: 'INN {inn} with this KPP belongs to “{name}” already. Open it, or put the numbers right.',
  },
  'phone-unreadable': {
    ru: 'Телефон «{phone}» не читается. Запишите его с кодом страны, например +7 495 123-45-67.',
    en: 'Telephone “{phone}” can’t be read. Write it with the country’s code, such as +7 495 123-45-67.',
  },
  'email-unreadable': {
    ru: 'Почта «{email}» не читается. Она выглядит так: anna@primer.example.',
    en: 'Address “{email}” can’t be read. It looks like this: anna@primer.example.',
  },
  'unknown-zone': {
    ru: 'Часового пояса «{zone}» нет. Выберите из списка, например Asia/Yekaterinburg.',
    en: 'There is no time zone “{zone}”. Choose one of the list, such as Asia/Yekaterinburg.',
  },
  'unknown-standing': {
    ru: 'Регламент не знает статуса «{standing}». Выберите: {known}.',
    en: 'The regulation knows no standing “{standing}”. Choose: {known}.',
  },
  'standing-crossed': {
    ru: 'Статус кончается раньше, чем начинается. Поменяйте даты местами.',
    en: 'The standing ends before it begins. Swap the dates.',
  },
  'standing-twice': {
    ru: 'Этот статус записан дважды на одни и те же дни. Оставьте одну запись или разведите даты.',
    en: 'This standing is written twice for the same days. Leave one, or part the dates.',
  },
  'standing-missing': {
    ru: 'Даты статуса есть, а самого статуса нет. Заполните столбец «Статус» или уберите даты.',
    en: 'There are dates of a standing, but no standing. Fill in the column “Standing”, or take the dates out.',
  },
  'standing-start-missing': {
    ru: 'Непонятно, с какого дня действует статус «{standing}». Укажите «Статус с».',
    en: 'It is not clear from which day the standing “{standing}” counts. Give “Standing from”.',
  },
  'site-name-missing': {
    ru: 'О площадке сказано, а как она называется, нет. Заполните столбец «Площадка».',
    en: 'Something is said of a site, but not its name. Fill in the column “Site”.',
  },
  'site-zone-missing': {
    ru: 'У площадки «{site}» нет часового пояса, и у компании тоже. Укажите «Пояс площадки», например Asia/Yekaterinburg.',
    en: 'The site “{site}” has no time zone, nor has the company. Give “Site time zone”, such as Asia/Yekaterinburg.',
  },
  'date-unreadable': {
    ru: 'Дата «{date}» не читается. Запишите её так: 21.11.2026.',
    en: 'Date “{date}” can’t be read. Write it so: 2026-11-21.',
  },
  'kpp-needed': {
    ru: 'С ИНН {inn} есть несколько компаний. Укажите КПП.',
    en: 'There are several companies with INN {inn}. Give the KPP.',
  },
  'name-ambiguous': {
    ru: 'Компаний с названием «{name}» несколько. Укажите ИНН.',
    en: 'There are several companies called “{name}”. Give the INN.',
  },
  'district-unknown': {
    ru: 'Федерального округа «{district}» нет. Напишите, например, «Уральский», или оставьте пустым.',
    en: 'There is no federal district “{district}”. Write “Ural”, for example, or leave it empty.',
  },
  'table-unreadable': {
    ru: 'Таблица не читается. Сохраните её как CSV и проверьте, что у каждой кавычки есть пара.',
    en: 'The table can’t be read. Save it as CSV, and see that each quote has its pair.',
  },
  'table-without-names': {
    ru: 'В первой строке нет столбца «Название». Дайте столбцам заголовки: Название, ИНН, КПП, ОГРН, Округ, Город, Часовой пояс, Контакт, Почта, Телефон, Площадка, Статус.',
    en: 'The first line has no column “Name”. Give the columns headings: Name, INN, KPP, OGRN, District, City, Time zone, Contact, E-mail, Phone, Site, Standing.',
  },
  'table-too-long': {
    ru: 'В таблице больше {most} строк. Разделите её на части.',
    en: 'The table has more than {most} rows. Part it.',
  },
  'same-company': {
    ru: 'Компанию нельзя объединить с самой собой.',
    en: 'A company can’t be merged with itself.',
  },
  'already-merged': {
    ru: '«{name}» уже объединена с «{into}». Выберите «{into}» или сначала отмените то объединение.',
    en: '“{name}” is merged into “{into}” already. Choose “{into}”, or undo that merge first.',
  },
  'merge-cyclic': {
    ru: '«{name}» уже объединена с этой компанией: обратно её не объединить. Отмените прежнее объединение.',
    en: '“{name}” is merged into this company: it can’t be merged the other way round. Undo the former merge.',
  },
  'not-merged': {
    ru: 'Эта компания ни с кем не объединена.',
    en: 'This company is not merged into another.',
  },
  'merged-further': {
    ru: '«{name}» с тех пор сама объединена с «{into}». Сначала отмените то объединение.',
    en: '“{name}” has been merged into “{into}” since. Undo that merge first.',
  },
} as const;

export type CompanyRefusalCode = keyof typeof companyRefusalTexts;

export interface CompanyRefusal {
  readonly code: CompanyRefusalCode;
  /** What stands in the words' places. */
  readonly details: Readonly<Record<string, string>>;
}

export const refuseCompany = (
  code: CompanyRefusalCode,
  details: Readonly<Record<string, string>> = {},
): CompanyRefusal => ({ code, details });

/** The refusal in both languages. */
export const companyRefusalWords = ({
  code,
  details,
}: CompanyRefusal): { readonly ru: string; readonly en: string } => {
  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => details[name] ?? place);
  return { ru: filled(companyRefusalTexts[code].ru), en: filled(companyRefusalTexts[code].en) };
};
