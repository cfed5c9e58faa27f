import { endpoints } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import { contactProfile } from '../../store/queries/contact-profiles.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { ProblemAnswer } from '../problem-reply.ts';
import { portalCertificateRoutes } from './portal-certificate-routes.ts';
import { portalProfileRoutes } from './portal-profile-routes.ts';
import { portalSalesRoutes } from './portal-sales-routes.ts';

/** The portal: what customers see and do with an account. */
export const portalRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, regulations, now } = deps.context;
  portalCertificateRoutes(app, deps);
  portalSalesRoutes(app, deps);
  portalProfileRoutes(app, deps);
  mount(app, deps, endpoints.getPortal, async ({ deskId, customer }) => {
    const contact = await db.inDesk(deskId, (q) => contactProfile(q, deskId, customer.contactId));
    if (contact === null) throw new ProblemAnswer('not-found');
    const { regulation } = await regulations.inForce(deskId, now());
    return {
      contact: {
        contactId: customer.contactId,
        name: contact.name,
        email: contact.email,
        phone: contact.phone,
        zone: contact.zone,
      },
      companies: customer.companies.map(({ companyId, name, role, visibility }) => ({
        companyId,
        name,
        role,
        visibility,
      })),
      regulation: { ...regulation },
    };
  });
};
