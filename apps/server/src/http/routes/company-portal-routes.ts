import { type CompanyPortal, endpoints } from '@reglament/contract';
import type { CompanyId, ContactId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { companyPortalRow, type CompanyPortalRow } from '../../store/queries/company-portal.ts';
import { ratingOf } from '../../store/queries/ticket-ratings.ts';
import { ticketByNumber } from '../../store/queries/tickets.ts';
import { changeCompanyPortal } from '../../use-cases/change-company-portal.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { ProblemAnswer } from '../problem-reply.ts';

const present = ({ visibility, people }: CompanyPortalRow): CompanyPortal => ({
  visibility,
  people: [...people],
});

/** What staff decide about customers' portal, and learn from it. */
export const companyPortalRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.getCompanyPortal, async ({ deskId, params }) => {
    const row = await context.db.inDesk(deskId, (q) =>
      companyPortalRow(q, deskId, params.companyId as CompanyId),
    );
    if (row === null) throw new ProblemAnswer('not-found');
    return present(row);
  });

  mount(app, deps, endpoints.changeCompanyPortal, async ({ deskId, params, body }) => {
    const row = await changeCompanyPortal(context, {
      deskId,
      companyId: params.companyId as CompanyId,
      visibility: body.visibility,
      supervisors: body.supervisors as readonly string[] as readonly ContactId[],
    });
    if (row === null) throw new ProblemAnswer('not-found');
    if (row === 'unknown-person')
      throw new ProblemAnswer('invalid-request', {
        errors: [{ pointer: '/supervisors', code: 'unknown-person' }],
      });
    return present(row);
  });

  mount(app, deps, endpoints.getTicketRating, async ({ deskId, params }) => {
    const rating = await context.db.inDesk(deskId, async (q) => {
      const ticket = await ticketByNumber(q, deskId, params.number);
      return ticket === null ? 'no-ticket' : ratingOf(q, deskId, ticket.ticketId);
    });
    if (rating === 'no-ticket') throw new ProblemAnswer('not-found');
    return {
      rating: rating === null ? null : { ...rating, ratedAt: new Date(rating.ratedAt).toISOString() },
    };
  });
};
