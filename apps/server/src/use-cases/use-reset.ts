import type { PersonId } from '@reglament/desk';
import type { Identity } from '../identity/identity.ts';
import { linkContacts } from '../store/portal-accounts.ts';
import { spendWayIn } from '../store/ways-in.ts';
import { wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';
import { personBehind, unlessNobody } from './use-link.ts';

/**
 * Who sets a new password by a link, which is used up by that; every session of theirs ends. Null: it opens nothing.
 *
 * @param password one that may be set.
 */
export const useReset = async (
  context: Context,
  identity: Identity,
  given: { readonly token: string; readonly password: string },
): Promise<PersonId | null> => {
  const personId = await unlessNobody(() =>
    context.db.everyDesk(async (q) => {
      const wayIn = await spendWayIn(q, wayInTokenHash(given.token), 'reset', context.now());
      if (wayIn === null) return null;
      const found = await personBehind(context, q, wayIn);
      await linkContacts(q, found, wayIn.email);
      return found;
    }),
  );
  if (personId === null || !(await identity.setPassword(personId, given.password))) return null;
  return personId;
};
