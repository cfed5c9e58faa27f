import type { Text } from '@reglament/desk';
import type { Membership } from '../store/queries/desks.ts';

/** What a part in a desk is called in letters. */
export const roleWords: Readonly<Record<Membership['role'], Text>> = {
  dispatcher: { ru: 'диспетчер', en: 'dispatcher' },
  engineer: { ru: 'инженер', en: 'engineer' },
  lead: { ru: 'руководитель', en: 'lead' },
  administrator: { ru: 'администратор', en: 'administrator' },
  sales: { ru: 'продажи', en: 'sales' },
};
