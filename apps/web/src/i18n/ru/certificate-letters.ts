import { plural } from '../plural.ts';

export const certificateLetters = {
  certificateLetters: {
    title: 'Письма клиенту',
    none: 'Писем ещё не было',
    next: (people: string) => `Следующее получат: ${people}`,
    nobody: 'Писать некому: у компании нет контакта с адресом',
    toCompany: 'Контакты компании',
    from: (address: string) => `от ${address}`,
    hasMore: (n: number) =>
      `Показано ${n} ${plural('ru', n, { one: 'письмо', few: 'письма', many: 'писем', other: 'письма' })}: более ранние — на странице писем`,
    open: (number: string) => `Сертификат ${number}`,
  },
};
