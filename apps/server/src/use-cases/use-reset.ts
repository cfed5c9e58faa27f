import type { PersonId } from '@reglament/desk';
import { linkContacts } from '../store/portal-accounts.ts';
import { spendWayIn, withdrawOwnWaysIn } from '../store/ways-in.ts';
import { wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';
import { personBehind, unlessNobody } from './use-link.ts';

/** Sets somebody's password and ends their sessions; false: there is nobody of that id. */
export type SetPassword = (personId: PersonId, password: string) => Promise<boolean>;

/**
 * Who sets a new password by a link, which is used up by that; every session and every other link of theirs ends. Null: it opens nothing.
 *
 * @param password one that may be set.
 */
export const useReset = async (
  context: Context,
  setPassword: SetPassword,
  given: { readonly token: string; readonly password: string },
): Promise<PersonId | null> => {
  const personId = await unlessNobody(() =>
    context.db.everyDesk(async (q) => {
      const wayIn = await spendWayIn(q, wayInTokenHash(given.token), 'reset', context.now());
      if (wayIn === null) return null;
      const found = await personBehind(context, q, wayIn, 'reset');
      await withdrawOwnWaysIn(q, wayIn.email, context.now());
      if (found.isProven) await linkContacts(q, found.personId, wayIn.email);
      return found.personId;
    }),
  );
  if (personId === null || !(await setPassword(personId, given.password))) return null;
  return personId;
};
