import type { DeskId, PersonId } from '@reglament/desk';
import { contactByEmail } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { type MailboxProof, personOfMailbox, type PersonOfMailbox } from '../store/people.ts';
import { linkContactOf, linkContacts } from '../store/portal-accounts.ts';
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
  const { desks } = await whoIsAddress(q, email, context.now());
  const here = desks.find((d) => d.deskId === deskId);
  const called = [here, ...desks]
    .map((d) => d?.contactName ?? null)
    .find((contactName) => contactName !== null && contactName !== email);
  const name = (named === '' ? (called ?? email.slice(0, email.lastIndexOf('@'))) : named).slice(0, 200);
  const person = await personOfMailbox(q, { newId: context.newId(), email, name, proof });
  if (person === null) throw new NobodyComesIn();
  return person;
};

/** Who comes in by a letter, and whose letter it was. */
export interface CameIn {
  readonly personId: PersonId;
  readonly deskId: DeskId;
}

/**
 * Who signs in by a link, which is used up by that; null: it opens nothing, for whatever reason. The desk's contact with the address
 * is theirs from then on, of somebody proven every desk's; somebody whom the desk did not know becomes its contact.
 */
export const useLink = (context: Context, token: string): Promise<CameIn | null> =>
  unlessNobody(() =>
    context.db.everyDesk(async (q) => {
      const wayIn = await spendWayIn(q, wayInTokenHash(token), 'link', context.now());
      if (wayIn === null) throw new NobodyComesIn();
      const { deskId, email } = wayIn;
      const { personId, isProven } = await personBehind(context, q, wayIn, 'link');
      const { desks } = await whoIsAddress(q, email, context.now());
      const here = desks.find((d) => d.deskId === deskId);
      if (here !== undefined && !here.isStaff && here.contactName === null)
        await contactByEmail(q, { deskId, email, name: '', newId: context.newId });
      await linkContactOf(q, deskId, personId, email);
      if (isProven) await linkContacts(q, personId, email);
      return { personId, deskId };
    }),
  );
