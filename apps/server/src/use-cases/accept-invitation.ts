import type { PersonId } from '@reglament/desk';
import { joinStaff } from '../store/staff.ts';
import { hasAccount } from '../store/queries/people.ts';
import { findWayIn } from '../store/queries/ways-in.ts';
import { spendWayIn } from '../store/ways-in.ts';
import { wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';
import { personBehind, unlessNobody } from './use-link.ts';
import type { SetPassword } from './use-reset.ts';

export type Accepted =
  /** Somebody new: they chose their password just now. */
  | { readonly kind: 'new'; readonly personId: PersonId }
  /** Somebody with an account: an invitation is a longer lasting link than may sign anybody in (R12). */
  | { readonly kind: 'known' }
  /** Somebody new, who has not said what is wanted of them; the link is not used up. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'over' };

/**
 * Somebody takes the part in a desk that they were invited to; the link is used up by that. It shows nothing of whose mailbox the
 * address is: whoever invited may have read it. So it gives nobody what other desks keep under that address.
 */
export const acceptInvitation = async (
  context: Context,
  setPassword: SetPassword,
  given: { readonly token: string; readonly name: string; readonly password: string | null },
): Promise<Accepted> => {
  const hash = wayInTokenHash(given.token);
  const over: Accepted = { kind: 'over' };
  const accepted = await unlessNobody(() =>
    context.db.everyDesk(async (q): Promise<Accepted> => {
      const found = await findWayIn(q, hash, context.now());
      if (found === null) return over;
      const isKnown = await hasAccount(q, found.email);
      if (!isKnown && given.password === null) return { kind: 'incomplete' };
      const wayIn = await spendWayIn(q, hash, 'invitation', context.now());
      if (wayIn === null || wayIn.role === null) return over;
      const name = given.name === '' ? wayIn.name : given.name;
      const { personId } = await personBehind(context, q, { ...wayIn, name }, 'none');
      await joinStaff(q, wayIn.deskId, personId, wayIn.role);
      return isKnown ? { kind: 'known' } : { kind: 'new', personId };
    }),
  );
  if (accepted === null) return over;
  if (accepted.kind === 'new' && given.password !== null)
    await setPassword(accepted.personId, given.password);
  return accepted;
};
