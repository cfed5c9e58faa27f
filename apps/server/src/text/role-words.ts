import type { Text } from '@reglament/desk';

/** What a part in a desk is called in letters. */
export const roleWords = {
  dispatcher: { ru: 'диспетчер', en: 'dispatcher' },
  engineer: { ru: 'инженер', en: 'engineer' },
  lead: { ru: 'руководитель', en: 'lead' },
  administrator: { ru: 'администратор', en: 'administrator' },
  sales: { ru: 'продажи', en: 'sales' },
} as const satisfies Readonly<Record<string, Text>>;
