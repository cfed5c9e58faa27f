import type { DeskId } from '@reglament/desk';
import type { Customership } from '../store/queries/customerships.ts';
import { type PageContact, pageContact, type SpokenFor } from '../store/queries/support-page.ts';
import type { Context, RegulationInForce } from '../use-cases/context.ts';
import { visibleCompanies } from '../use-cases/visible-companies.ts';
import { ProblemAnswer } from './problem-reply.ts';

/** Whoever calls, as the desk knows them now. */
export interface OwnContact {
  readonly contact: PageContact;
  readonly inForce: RegulationInForce;
  /** Companies whose certificates they see (AO-1.4). */
  readonly companies: readonly SpokenFor[];
}

/** The contact behind a customer's account. @throws ProblemAnswer `not-found` where the desk has it no longer. */
export const ownContact = async (
  { db, regulations, now }: Context,
  deskId: DeskId,
  { contactId }: Pick<Customership, 'contactId'>,
): Promise<OwnContact> => {
  const contact = await db.inDesk(deskId, (q) => pageContact(q, deskId, contactId));
  if (contact === null) throw new ProblemAnswer('not-found');
  const inForce = await regulations.inForce(deskId, now());
  return { contact, inForce, companies: visibleCompanies(contact, inForce.regulation) };
};
