import type { CompanyId, DeskId, Regulation } from '@reglament/desk';
import type { Customership } from '../store/queries/customerships.ts';
import { statusTicket, type StatusTicket } from '../store/queries/status-page.ts';
import type { Context } from '../use-cases/context.ts';
import { isInSight, type PortalSight, sightOf } from '../use-cases/portal-sight.ts';
import { ProblemAnswer } from './problem-reply.ts';

/** What the customer sees of the desk's tickets, by the regulation in force now. */
export const currentSight = async (
  { regulations, now }: Context,
  deskId: DeskId,
  customer: Customership,
): Promise<PortalSight> => sightOf(customer, (await regulations.inForce(deskId, now())).regulation);

/**
 * A ticket by its number, if the customer may see it.
 * @throws ProblemAnswer `not-found`: the same for one that is not there and one that is not theirs.
 */
export const seenTicket = async (
  context: Context,
  deskId: DeskId,
  customer: Customership,
  number: number,
): Promise<{ readonly found: StatusTicket; readonly sight: PortalSight }> => {
  const sight = await currentSight(context, deskId, customer);
  const found = await context.db.inDesk(deskId, (q) => statusTicket(q, deskId, number));
  const isSeen =
    found !== null && isInSight(sight, { contactId: found.contactId, companyId: found.ticket.companyId });
  if (!isSeen) throw new ProblemAnswer('not-found');
  return { found, sight };
};

/** One of the customer's companies by its id; null for null. @throws ProblemAnswer where it is none of theirs. */
export const ownCompany = ({ companies }: Customership, companyId: string | null): CompanyId | null => {
  if (companyId === null) return null;
  const found = companies.find((one) => one.companyId === companyId);
  if (found === undefined)
    throw new ProblemAnswer('invalid-request', {
      errors: [{ pointer: '/companyId', code: 'unknown-company' }],
    });
  return found.companyId;
};

/** Answers must belong to questions of the regulation, a type and a priority to its own. */
export const checkAnswers = (
  regulation: Regulation,
  typed: {
    readonly fields: Readonly<Record<string, string>>;
    readonly type?: string | null;
    readonly priority: string | null;
  },
): void => {
  const unknown = Object.keys(typed.fields).filter((field) =>
    regulation.intake.every(({ id }) => id !== field),
  );
  if (unknown.length > 0)
    throw new ProblemAnswer('unknown-field', {
      errors: unknown.slice(0, 50).map((field) => ({ pointer: `/fields/${field}`, code: 'unknown-field' })),
    });
  const { type = null, priority } = typed;
  if (type !== null && regulation.ticketTypes.every(({ id }) => id !== type))
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/type', code: 'unknown-type' }] });
  if (priority !== null && regulation.priorities.every(({ id }) => id !== priority))
    throw new ProblemAnswer('invalid-request', {
      errors: [{ pointer: '/priority', code: 'unknown-priority' }],
    });
};
