/** Words of the administration: loaded with its screens, not with the first one. */
export const administration = {
  title: 'Управление',
  sectionsLabel: 'Разделы управления',
  back: 'Все разделы',
  groups: {
    team: 'Команда',
    desk: 'Служба поддержки',
    work: 'Работа с заявками',
    outside: 'Связь с программами',
    data: 'Данные',
  },
  sections: {
    people: 'Сотрудники',
    desk: 'О службе',
    regulation: 'Регламент',
    mailbox: 'Почтовый ящик',
    letters: 'Письма',
    templates: 'Шаблоны и макросы',
    tags: 'Метки',
    apiKeys: 'Ключи API',
    webhooks: 'Вебхуки',
    audit: 'Журнал действий',
    export: 'Выгрузка данных',
  },
  desk: {
    title: 'О службе',
    about: 'Как службу называют и по какому адресу её находят. Название, пояс и правила задаёт регламент.',
    nameRu: 'Название по-русски',
    nameEn: 'Название по-английски',
    product: 'Что поддерживает',
    slug: 'Имя в адресах',
    slugHint: 'Не меняется: на нём держатся ссылки в письмах',
    mail: 'Почта службы',
    zone: 'Часовой пояс',
    zoneHint: (clock: string) => `сейчас ${clock}`,
  },
};

export type AdministrationWords = typeof administration;
