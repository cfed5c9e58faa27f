import { endpoints } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import { findCompanies } from '../../store/queries/companies.ts';
import { notificationsOf } from '../../store/queries/notifications.ts';
import { readNotifications } from '../../use-cases/read-notifications.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';

/** Of a search; a name that long is no name. */
const MAX_SEARCH = 500;

const iso = (at: number): string => new Date(at).toISOString();

export const deskRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db } = deps.context;
  mount(app, deps, endpoints.getCompanies, async ({ deskId, query }) => ({
    companies: (
      await db.inDesk(deskId, (q) => findCompanies(q, deskId, query.search.slice(0, MAX_SEARCH)))
    ).map((c) => ({ ...c, packages: [...c.packages] })),
    ...(query.search.length > MAX_SEARCH ? { cut: true } : {}),
  }));
  mount(app, deps, endpoints.getNotifications, async ({ deskId, person }) => ({
    notifications: (await db.inDesk(deskId, (q) => notificationsOf(q, deskId, person.personId))).map((n) => ({
      ...n,
      at: iso(n.at),
      dueAt: iso(n.dueAt),
    })),
  }));
  mount(app, deps, endpoints.readNotifications, async ({ deskId, person }) => {
    await readNotifications(deps.context, deskId, person.personId);
    return null;
  });
};
