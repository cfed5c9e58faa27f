import type { DeskId, PersonId } from '@reglament/desk';
import { addGoodAt } from '../store/people.ts';
import { joinStaff } from '../store/staff.ts';
import type { Queries } from '../store/database.ts';
import { personOfAddress } from '../store/queries/people.ts';
import { findWayIn, type WayIn } from '../store/queries/ways-in.ts';
import { spendWayIn } from '../store/ways-in.ts';
import { wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';
import { personBehind, unlessNobody } from './use-link.ts';
import type { SetPassword } from './use-reset.ts';

export type Accepted =
  /** Somebody new: they chose their password just now. */
  | { readonly kind: 'new'; readonly personId: PersonId; readonly deskId: DeskId }
  /** Somebody with an account, who is signed in. */
  | { readonly kind: 'known'; readonly deskId: DeskId }
  /** Somebody new, who has not said what is wanted of them; the link is not used up. */
  | { readonly kind: 'incomplete' }
  /** Somebody with an account, who has to sign in first, with their password; the link is not used up. */
  | { readonly kind: 'sign-in' }
  /** The same, by a link to the mailbox that the inviting desk sends: nobody showed yet that it is theirs. */
  | { readonly kind: 'unproven' }
  | { readonly kind: 'over' };

/** Whoever is signed in, and the desk whose letter alone let them in. */
export type WhoAccepts = { readonly personId: string; readonly byLetterOf: string | null } | null;

/** What keeps somebody with an account from taking an invitation; null: nothing. */
const hindrance = (
  wayIn: WayIn,
  known: { readonly personId: PersonId; readonly isProven: boolean },
  by: WhoAccepts,
): Accepted | null => {
  if (by === null || by.personId !== known.personId) return { kind: 'sign-in' };
  if (by.byLetterOf === wayIn.deskId) return null;
  return known.isProven && by.byLetterOf === null ? null : { kind: 'unproven' };
};

/** Somebody became known while their invitation was being taken as that of somebody new: nothing of that is kept. */
class BecameKnown extends Error {}

/** The desk is theirs from now on; what they proved themselves with is good there too. */
const join = async (
  q: Queries,
  { deskId, role }: WayIn,
  personId: PersonId,
  by: WhoAccepts,
): Promise<void> => {
  if (role === null) throw new Error(`an invitation to ${deskId} has no role`);
  await joinStaff(q, deskId, personId, role);
  if (by !== null && by.byLetterOf === null) await addGoodAt(q, personId, deskId);
};

/**
 * Looked at and taken once more when somebody became known meanwhile: a password that came with the invitation is not given to them.
 */
const asKnown = async <T>(accept: () => Promise<T>): Promise<T> => {
  try {
    return await accept();
  } catch (error) {
    if (error instanceof BecameKnown) return accept();
    throw error;
  }
};

/**
 * Somebody takes the part in a desk that they were invited to; the link is used up by that. It shows nothing of whose mailbox the
 * address is: whoever invited may have read it. So it gives nobody what other desks keep under that address, and somebody with an
 * account takes it only when signed in as themselves.
 *
 * @param by Whoever is signed in; a second factor that they owe was given.
 */
export const acceptInvitation = async (
  context: Context,
  setPassword: SetPassword,
  by: WhoAccepts,
  given: { readonly token: string; readonly name: string; readonly password: string | null },
): Promise<Accepted> => {
  const hash = wayInTokenHash(given.token);
  const over: Accepted = { kind: 'over' };
  const accept = () =>
    context.db.everyDesk(async (q): Promise<Accepted> => {
      const found = await findWayIn(q, hash, context.now());
      if (found?.kind !== 'invitation') return over;
      const known = await personOfAddress(q, found.email);
      const held = known === null ? null : hindrance(found, known, by);
      if (held !== null) return held;
      if (known === null && given.password === null) return { kind: 'incomplete' };
      const wayIn = await spendWayIn(q, hash, 'invitation', context.now());
      if (wayIn === null) return over;
      const name = given.name === '' ? wayIn.name : given.name;
      const { personId, isNew } = await personBehind(context, q, { ...wayIn, name }, 'none');
      if (known === null && !isNew) throw new BecameKnown();
      await join(q, wayIn, personId, known === null ? null : by);
      const { deskId } = wayIn;
      if (known === null && given.password !== null) await setPassword(q, personId, given.password, deskId);
      return known === null ? { kind: 'new', personId, deskId } : { kind: 'known', deskId };
    });
  return (await unlessNobody(() => asKnown(accept))) ?? over;
};
