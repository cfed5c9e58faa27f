import type { DeskId } from '@reglament/desk';
import { withdrawInvitation } from '../store/ways-in.ts';
import type { Context } from './context.ts';

/** An invitation opens nothing any more; false: there is none such, or somebody accepted it. */
export const takeBackInvitation = (
  context: Context,
  deskId: DeskId,
  invitationId: string,
): Promise<boolean> =>
  context.db.inDesk(deskId, (q) => withdrawInvitation(q, deskId, invitationId, context.now()));
