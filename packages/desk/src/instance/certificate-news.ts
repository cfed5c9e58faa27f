import { momentNames } from '../certificate/life/certificate-words.ts';
import type { MomentEvent } from '../regulation/certificate-rules.ts';
import type { Text } from '../regulation/regulation.ts';

/** What keeping an instance did to certificates, or what it leaves to people. */
export type CertificateNews =
  | { readonly kind: 'recorded'; readonly number: string; readonly event: MomentEvent }
  | { readonly kind: 'issued'; readonly number: string }
  /** More is in use under it than was bought. */
  | { readonly kind: 'over'; readonly number: string; readonly used: number; readonly most: number }
  /** Each of them waits for the date, and none is guessed. */
  | { readonly kind: 'several'; readonly event: MomentEvent; readonly numbers: readonly string[] }
  /** It has another date already: only a correction with a reason changes that. */
  | { readonly kind: 'differs'; readonly number: string; readonly event: MomentEvent };

/** The same in words. */
export const certificateNewsWords = (news: CertificateNews): Text => {
  switch (news.kind) {
    case 'issued':
      return {
        ru: `По ключу ${news.number} начата бесплатная поддержка.`,
        en: `Free support began by key ${news.number}.`,
      };
    case 'over':
      return {
        ru: `По сертификату ${news.number} используется ${news.used}, куплено ${news.most}.`,
        en: `Under certificate ${news.number} ${news.used} are in use, ${news.most} were bought.`,
      };
    case 'recorded': {
      const name = momentNames[news.event];
      return {
        ru: `В сертификат ${news.number} записана дата: ${name.ru}.`,
        en: `A date was recorded on certificate ${news.number}: ${name.en}.`,
      };
    }
    case 'differs': {
      const name = momentNames[news.event];
      return {
        ru: `В сертификате ${news.number} другая дата: ${name.ru}. Исправьте сертификат с причиной, если верна новая.`,
        en: `Certificate ${news.number} has another date: ${name.en}. Correct it with a reason if the new one is right.`,
      };
    }
    case 'several': {
      const name = momentNames[news.event];
      const numbers = news.numbers.join(', ');
      return {
        ru: `Этой даты ждут несколько сертификатов: ${numbers} (${name.ru}). Выберите в установке один из них.`,
        en: `Several certificates wait for this date: ${numbers} (${name.en}). Choose one of them in the installation.`,
      };
    }
  }
};
