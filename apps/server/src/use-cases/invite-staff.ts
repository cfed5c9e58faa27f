import type { DeskId, Language, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Membership } from '../store/queries/desks.ts';
import { countInvitations, worksHere } from '../store/queries/staff.ts';
import { insertWayIn, keepWayInToken, oweWayIn, withdrawInvitationsOf } from '../store/ways-in.ts';
import type { Context } from './context.ts';

const HOUR_MS = 3_600_000;
/** How long an invitation stands (R12). */
const INVITATION_MS = 72 * HOUR_MS;
/** Letters to one address in a day. */
export const INVITATIONS_A_DAY = 5;

export interface InviteStaff {
  readonly deskId: DeskId;
  readonly by: PersonId;
  /** Lower case, an address that can be written to. */
  readonly email: string;
  /** Empty: not said. */
  readonly name: string;
  readonly role: Membership['role'];
  readonly language: Language;
  /** Of a token that whoever invites is shown at once, beside the one of the letter; null: none. */
  readonly tokenHash: Buffer | null;
}

export type Invited =
  | { readonly ok: true; readonly invitationId: string; readonly until: Instant }
  | { readonly ok: false; readonly code: 'works-here' | 'too-many' };

/** Invites somebody to work in a desk; an earlier invitation of theirs ends with that. */
export const inviteStaff = (context: Context, invite: InviteStaff): Promise<Invited> => {
  const { deskId, by: invitedBy, tokenHash, ...rest } = invite;
  const now = context.now();
  return context.db.inDesk(deskId, async (q): Promise<Invited> => {
    if (await worksHere(q, deskId, invite.email)) return { ok: false, code: 'works-here' };
    const sent = await countInvitations(q, deskId, invite.email, (now - 24 * HOUR_MS) as Instant);
    if (sent >= INVITATIONS_A_DAY) return { ok: false, code: 'too-many' };
    await withdrawInvitationsOf(q, deskId, invite.email, now);
    const wayInId = context.newId();
    const until = (now + INVITATION_MS) as Instant;
    await insertWayIn(q, { ...rest, deskId, wayInId, kind: 'invitation', invitedBy, askedAt: now, until });
    if (tokenHash !== null) await keepWayInToken(q, { deskId, wayInId }, tokenHash);
    await oweWayIn(q, { deskId, wayInId }, context.newId(), now);
    return { ok: true, invitationId: wayInId, until };
  });
};
