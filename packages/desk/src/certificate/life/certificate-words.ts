import type { Language } from '../../clock/explain/time-words.ts';
import { countWords } from '../../clock/explain/time-words.ts';
import type { MomentEvent, TermLength } from '../../regulation/certificate-rules.ts';
import type { Text } from '../../regulation/regulation.ts';
import type { StartCause } from './support-certificate.ts';
import type { Span } from './time-left.ts';

/** Dates of a certificate as people call them. */
export const momentNames: Readonly<Record<MomentEvent, Text>> = {
  purchase: { ru: 'покупка', en: 'purchase' },
  sale: { ru: 'продажа', en: 'sale' },
  commissioning: { ru: 'ввод в эксплуатацию', en: 'commissioning' },
  'key-registration': { ru: 'регистрация ключа', en: 'registration of the key' },
  'number-given': { ru: 'номер назван', en: 'number given' },
  'first-covered-request': { ru: 'первый покрытый запрос', en: 'first covered request' },
  'first-contact': { ru: 'первое обращение', en: 'first contact' },
  'contract-date': { ru: 'дата договора', en: 'date of the contract' },
  'upgrade-installed': { ru: 'обновление установлено', en: 'upgrade installed' },
  activation: { ru: 'активация', en: 'activation' },
  'standing-given': { ru: 'статус присвоен', en: 'standing given' },
};

/** Why a certificate begins when it does. */
export const startCauseNames: Readonly<Record<StartCause, Text>> = {
  ...momentNames,
  'named-date': { ru: 'дата из заказа', en: 'the date of the order' },
  'not-after': { ru: 'последний возможный день', en: 'the last day possible' },
  renewal: { ru: 'по правилу продления', en: 'by the rule of renewals' },
};

/** `12 месяцев`, `90 days`. */
export const termWords = ({ count, unit }: TermLength, language: Language): string =>
  countWords(count, unit === 'months' ? 'month' : 'day', language);

/** `11 месяцев 3 дня`; nothing at all is `0 дней`. */
export const spanWords = ({ months, days }: Span, language: Language): string =>
  [
    ...(months > 0 ? [countWords(months, 'month', language)] : []),
    ...(days > 0 || months === 0 ? [countWords(days, 'day', language)] : []),
  ].join(' ');
