import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ticketRating } from './portal-ticket-schemas.ts';
import { deskSlug, id, ticketNumber } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofCompany = inDesk.extend({ companyId: id });

export const ticketVisibility = z.enum(['none', 'own', 'by-role', 'all']);
export type TicketVisibility = z.infer<typeof ticketVisibility>;

export const companyPortal = z.object({
  /** Which tickets its people see in the portal: none, their own, supervisors all and others their own, or everybody all. */
  visibility: ticketVisibility,
  people: z.array(
    z.object({
      contactId: id,
      name: z.string(),
      email: z.string().nullable(),
      isSupervisor: z.boolean(),
      /** Whether they have signed in to a portal once. */
      hasAccount: z.boolean(),
    }),
  ),
});
export type CompanyPortal = z.infer<typeof companyPortal>;

/** What staff decide about customers' portal, and learn from it. */
export const companyPortalEndpoints = {
  getCompanyPortal: endpoint({
    id: 'getCompanyPortal',
    method: 'GET',
    path: '/api/desks/{desk}/companies/{companyId}/portal',
    permission: 'staff',
    params: ofCompany,
    summary: 'Which tickets people of a company see in the portal, and who supervises.',
    reply: companyPortal,
  }),
  changeCompanyPortal: endpoint({
    id: 'changeCompanyPortal',
    method: 'PATCH',
    path: '/api/desks/{desk}/companies/{companyId}/portal',
    permission: 'dispatcher',
    params: ofCompany,
    summary:
      'Say which tickets people of a company see in the portal, and who supervises: whoever is not named does not.',
    body: z.strictObject({ visibility: ticketVisibility, supervisors: z.array(id).max(500) }),
    reply: companyPortal,
  }),
  getTicketRating: endpoint({
    id: 'getTicketRating',
    method: 'GET',
    path: '/api/desks/{desk}/tickets/{number}/rating',
    permission: 'staff',
    params: inDesk.extend({ number: ticketNumber }),
    summary: 'What the customer said of the work when it was over; null: nothing.',
    reply: z.object({ rating: ticketRating.nullable() }),
  }),
};
