/** What staff decide about a company's portal. */
export const companyPortal = {
  title: 'Личный кабинет',
  about:
    'Что видят люди компании, когда входят в кабинет. Решение принимает сама компания; запишите его здесь.',
  rule: 'Какие заявки видят',
  rules: {
    none: 'Никакие',
    own: 'Только свои',
    'by-role': 'По роли',
    all: 'Все заявки компании',
  },
  means: {
    none: 'Заявки в кабинете не показываются: ответы приходят письмами.',
    own: 'Каждый видит то, о чём писал сам.',
    'by-role': 'Ответственные видят заявки всех коллег, остальные только свои.',
    all: 'Каждый видит и может продолжить заявку любого коллеги.',
  },
  supervisors: 'Ответственные',
  nobody: 'никто не отмечен',
  accounts: 'Входили в кабинет',
  accountsOf: (n: number, all: number) => `${n} из ${all}`,
  saved: 'Правило кабинета сохранено',
};

export type CompanyPortalWords = typeof companyPortal;
