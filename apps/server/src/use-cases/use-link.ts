import type { PersonId } from '@reglament/desk';
import { contactByEmail } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { type MailboxProof, personOfMailbox, type PersonOfMailbox } from '../store/people.ts';
import { linkContacts } from '../store/portal-accounts.ts';
import { whoIsAddress } from '../store/queries/people.ts';
import type { WayIn } from '../store/queries/ways-in.ts';
import { spendWayIn } from '../store/ways-in.ts';
import { wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';

/** Thrown inside a transaction, so that a link that lets nobody in is not used up either. */
class NobodyComesIn extends Error {}

/** Undone as a whole when nobody comes in by it. */
export const unlessNobody = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NobodyComesIn) return null;
    throw error;
  }
};

/**
 * The person behind the mailbox of a letter: made at the first time, called as the desks call their contact.
 */
export const personBehind = async (
  context: Context,
  q: Queries,
  { deskId, email, name: named }: Pick<WayIn, 'deskId' | 'email' | 'name'>,
  proof: MailboxProof,
): Promise<PersonOfMailbox> => {
  const { desks } = await whoIsAddress(q, email);
  const here = desks.find((d) => d.deskId === deskId);
  const called = [here, ...desks]
    .map((d) => d?.contactName ?? null)
    .find((contactName) => contactName !== null && contactName !== email);
  const name = (named === '' ? (called ?? email.slice(0, email.lastIndexOf('@'))) : named).slice(0, 200);
  const person = await personOfMailbox(q, { newId: context.newId(), email, name, proof });
  if (person === null) throw new NobodyComesIn();
  return person;
};

/**
 * Who signs in by a link, which is used up by that; null: it opens nothing, for whatever reason. Every contact with the address is
 * theirs from then on, and somebody whom the desk did not know becomes its contact.
 */
export const useLink = (context: Context, token: string): Promise<PersonId | null> =>
  unlessNobody(() =>
    context.db.everyDesk(async (q) => {
      const wayIn = await spendWayIn(q, wayInTokenHash(token), 'link', context.now());
      if (wayIn === null) throw new NobodyComesIn();
      const { deskId, email } = wayIn;
      const { personId, isProven } = await personBehind(context, q, wayIn, 'link');
      if (!isProven) return personId;
      const { desks } = await whoIsAddress(q, email);
      const here = desks.find((d) => d.deskId === deskId);
      if (here !== undefined && !here.isStaff && here.contactName === null)
        await contactByEmail(q, { deskId, email, name: '', newId: context.newId });
      await linkContacts(q, personId, email);
      return personId;
    }),
  );
