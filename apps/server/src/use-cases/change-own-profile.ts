import type { ContactId, DeskId } from '@reglament/desk';
import { changeProfile, type ProfileChange } from '../store/contact-profiles.ts';
import type { Context } from './context.ts';

/** A customer says how to be called, reached and written to. Their address is changed by staff alone: it is what they sign in by. */
export const changeOwnProfile = (
  context: Context,
  deskId: DeskId,
  contactId: ContactId,
  change: ProfileChange,
): Promise<void> => context.db.inDesk(deskId, (q) => changeProfile(q, deskId, contactId, change));
