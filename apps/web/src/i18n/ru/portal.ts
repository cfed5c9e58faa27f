/** Words of the customers' portal. */
export const portal = {
  navigation: 'Разделы',
  opening: 'Открываем…',
  notOpened: 'Не удалось открыть личный кабинет',
  missingHint:
    'Проверьте адрес. Если вы клиент этой службы поддержки, войдите под почтой, которую знает ваша компания.',
  toHome: 'На главную',
  toRequests: 'К заявкам',
  profile: 'Профиль',
  goTo: 'Перейти',
  workspaceOf: (desk: string) => `Рабочее место: ${desk}`,
  sections: {
    requests: 'Заявки',
    certificates: 'Сертификаты',
    new: 'Новая заявка',
  },
  bell: {
    title: 'Что нового',
    unread: (n: number) => `непрочитанных: ${n}`,
    empty: 'Новостей пока нет. Сюда приходят ответы поддержки, вопросы к вам и перенос сроков.',
    kinds: {
      answered: 'Ответ поддержки',
      asked: 'Поддержка спрашивает',
      solved: 'Есть решение',
      declined: 'Отказано',
      proposed: 'Предложение ждёт вашего слова',
      deadline: 'Срок перенесён',
    },
  },
  reconnecting: 'Связь прервалась. Показано последнее известное, переподключаемся…',
  choice: {
    title: 'Куда вы пришли?',
    about: 'Вас знают несколько служб поддержки. Заявки и сертификаты у каждой свои.',
  },
};

export type PortalWords = typeof portal;
