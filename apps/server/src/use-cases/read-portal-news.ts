import type { ContactId, DeskId } from '@reglament/desk';
import { markNewsSeen } from '../store/portal-news.ts';
import type { Context } from './context.ts';

/** A customer has looked at what is new in their tickets. */
export const readPortalNews = ({ db, now }: Context, deskId: DeskId, contactId: ContactId): Promise<void> =>
  db.inDesk(deskId, (q) => markNewsSeen(q, deskId, contactId, now()));
