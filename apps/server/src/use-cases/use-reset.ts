import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { linkContactOf, linkContacts } from '../store/portal-accounts.ts';
import { spendWayIn, withdrawOwnWaysIn } from '../store/ways-in.ts';
import { wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';
import { personBehind, unlessNobody } from './use-link.ts';

/** Sets somebody's password in a transaction, by a letter of a desk, and ends their sessions; false: there is nobody of that id. */
export type SetPassword = (
  q: Queries,
  personId: PersonId,
  password: string,
  letterOf: DeskId,
) => Promise<boolean>;

/**
 * Who sets a new password by a link, which is used up by that; every session and every other link of theirs ends. Null: it opens
 * nothing. Unless a second factor stands beside it, the password is good at the desk of the letter alone.
 *
 * @param password one that may be set.
 */
export const useReset = async (
  context: Context,
  setPassword: SetPassword,
  given: { readonly token: string; readonly password: string },
): Promise<PersonId | null> => {
  return unlessNobody(() =>
    context.db.everyDesk(async (q) => {
      const wayIn = await spendWayIn(q, wayInTokenHash(given.token), 'reset', context.now());
      if (wayIn === null) return null;
      const { personId, isProven } = await personBehind(context, q, wayIn, 'reset');
      const { deskId, email } = wayIn;
      await withdrawOwnWaysIn(q, email, context.now());
      await linkContactOf(q, deskId, personId, email);
      if (isProven) await linkContacts(q, personId, email);
      return (await setPassword(q, personId, given.password, deskId)) ? personId : null;
    }),
  );
};
