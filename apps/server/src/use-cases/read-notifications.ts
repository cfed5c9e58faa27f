import type { DeskId, PersonId } from '@reglament/desk';
import { readAllNotifications } from '../store/alarms.ts';
import type { Context } from './context.ts';

/** The person has seen what they were told. */
export const readNotifications = (context: Context, deskId: DeskId, personId: PersonId): Promise<void> =>
  context.db.inDesk(deskId, (q) => readAllNotifications(q, deskId, personId, context.now()));
