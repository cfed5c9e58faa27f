import type { Text } from '../regulation/regulation.ts';
import type { Means } from './events.ts';

/** How a customer's word came, as it stands in a sentence. */
export const meansWords = {
  'status-page': { ru: 'на странице заявки', en: 'on the status page' },
  email: { ru: 'письмом', en: 'by letter' },
  phone: { ru: 'по телефону', en: 'by phone' },
} as const satisfies Record<Means, Text>;
