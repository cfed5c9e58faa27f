import type { DeskId, PersonId } from '@reglament/desk';
import {
  type NotificationTheme,
  notificationThemes,
  putTelling,
  type Telling,
} from '../store/notification-settings.ts';
import type { Context } from './context.ts';

/** A person chooses how this desk tells them of each theme; one that is not named stays. */
export const changeTellings = (
  context: Context,
  deskId: DeskId,
  personId: PersonId,
  change: Readonly<Partial<Record<NotificationTheme, Telling | undefined>>>,
): Promise<void> =>
  context.db.inDesk(deskId, async (q) => {
    for (const theme of notificationThemes) {
      const telling = change[theme];
      if (telling !== undefined) await putTelling(q, deskId, personId, theme, telling);
    }
  });
