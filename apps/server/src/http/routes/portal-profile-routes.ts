import { endpoints, type PortalProfile } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import { parseTimeZone } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import type { Customership } from '../../store/queries/customerships.ts';
import { contactProfile } from '../../store/queries/contact-profiles.ts';
import { readPhone } from '../../text/phone.ts';
import { changeOwnProfile } from '../../use-cases/change-own-profile.ts';
import { sightOf } from '../../use-cases/portal-sight.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { ProblemAnswer } from '../problem-reply.ts';

const read = async (
  { context }: HttpDeps,
  deskId: DeskId,
  customer: Customership,
): Promise<PortalProfile> => {
  const { contactId, companies } = customer;
  const found = await context.db.inDesk(deskId, (q) => contactProfile(q, deskId, contactId));
  if (found === null) throw new ProblemAnswer('not-found');
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const { unwanted, wanted, ...said } = found;
  return {
    ...said,
    deskZone: regulation.zone,
    letters: {
      answer: !unwanted.includes('answer'),
      deadline: !unwanted.includes('deadline'),
      certificate: !unwanted.includes('certificate'),
      colleague: wanted.includes('colleague'),
    },
    seesColleagues: sightOf(customer, regulation).all.length > 0,
    companies: companies.map(({ companyId, name, role }) => ({ companyId, name, role })),
  };
};

/** What customers say of themselves. */
export const portalProfileRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(app, deps, endpoints.getPortalProfile, ({ deskId, customer }) => read(deps, deskId, customer));

  mount(app, deps, endpoints.changePortalProfile, async ({ deskId, customer, body }) => {
    const { name, phone: typed, language, zone, letters } = body;
    const phone = typed === undefined || typed.trim() === '' ? typed?.trim() : readPhone(typed);
    if (phone === null)
      throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/phone', code: 'invalid-phone' }] });
    if (typeof zone === 'string' && parseTimeZone(zone) === null)
      throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/zone', code: 'unknown-zone' }] });
    const said = Object.entries(letters ?? {}).filter(([, byMail]) => byMail !== undefined);
    await changeOwnProfile(deps.context, deskId, customer.contactId, {
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(phone === undefined ? {} : { phone }),
      ...(language === undefined ? {} : { language }),
      ...(zone === undefined ? {} : { zone }),
      letters: Object.fromEntries(said),
    });
    return read(deps, deskId, customer);
  });
};
