import type { Text } from '../regulation/regulation.ts';
import type { Means } from './events.ts';
import type { AnswerMeans } from './outcome.ts';

/** How a customer's word came, as it stands in a sentence. */
export const meansWords = {
  'status-page': { ru: 'на странице заявки', en: 'on the status page' },
  portal: { ru: 'в личном кабинете', en: 'in the portal' },
  email: { ru: 'письмом', en: 'by letter' },
  phone: { ru: 'по телефону', en: 'by phone' },
} as const satisfies Record<Means, Text>;

/** How an answer reached the customer, as it stands in a sentence. */
export const answerMeansWords = {
  email: { ru: 'письмом', en: 'by letter' },
  phone: { ru: 'по телефону', en: 'by phone' },
  'remote-session': { ru: 'в удалённом сеансе', en: 'in a remote session' },
  visit: { ru: 'на месте', en: 'on site' },
  other: { ru: 'иным способом', en: 'by other means' },
} as const satisfies Record<AnswerMeans, Text>;

/** The same by name. */
export const answerMeansNames = {
  email: { ru: 'письмо', en: 'letter' },
  phone: { ru: 'телефон', en: 'phone' },
  'remote-session': { ru: 'удалённый сеанс', en: 'remote session' },
  visit: { ru: 'выезд', en: 'visit' },
  other: { ru: 'иной способ', en: 'other means' },
} as const satisfies Record<AnswerMeans, Text>;
