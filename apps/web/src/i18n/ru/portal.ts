/** Words of the customers' portal. */
export const portal = {
  navigation: 'Разделы',
  opening: 'Открываем…',
  notOpened: 'Не удалось открыть личный кабинет',
  missingHint:
    'Проверьте адрес. Если вы клиент этой службы поддержки, войдите под почтой, которую знает ваша компания.',
  toHome: 'На главную',
  toRequests: 'К заявкам',
  byMail: 'Напишите нам письмо: ответим и пришлём номер заявки',
  profile: 'Профиль',
  goTo: 'Перейти',
  workspaceOf: (desk: string) => `Рабочее место: ${desk}`,
  sections: {
    requests: 'Заявки',
    certificates: 'Сертификаты',
  },
  choice: {
    title: 'Куда вы пришли?',
    about: 'Вас знают несколько служб поддержки. Заявки и сертификаты у каждой свои.',
  },
};

export type PortalWords = typeof portal;
