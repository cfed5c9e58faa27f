import { type DeskId, rolesOffered } from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import { type ShownPartner, shownPartners } from '../store/queries/partners.ts';
import type { Context } from './context.ts';

/** The desk's public directory: whom the regulation in force offers to customers, and staff have said to show. */
export const partnersToday = async (context: Context, deskId: DeskId): Promise<readonly ShownPartner[]> => {
  const now = context.now();
  const { regulation } = await context.regulations.inForce(deskId, now);
  const roles = rolesOffered(regulation).map(({ id }) => id);
  if (roles.length === 0) return [];
  return context.db.inDesk(deskId, (q) => shownPartners(q, deskId, roles, localDateOf(regulation.zone, now)));
};
