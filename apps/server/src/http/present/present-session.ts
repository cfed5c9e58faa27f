import type { Session } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import type { SignedIn } from '../../identity/identity.ts';
import type { Desk } from '../../store/queries/desks.ts';
import type { HttpDeps } from '../http-deps.ts';
import { lacksFactor } from '../second-factor.ts';

/** Who somebody is, where they work, and whose customer they are. */
export const presentSession = async (deps: HttpDeps, person: SignedIn): Promise<Session> => {
  const memberships = await deps.memberships(person.personId as PersonId);
  const portals = await deps.customerships(person.personId as PersonId);
  const productOf = async ({ deskId }: Desk) =>
    (await deps.context.regulations.inForce(deskId, deps.context.now())).regulation.product;
  return {
    person: { personId: person.personId, name: person.name, email: person.email, language: person.language },
    secondFactor:
      person.secondFactor === 'none' && memberships.length > 0 && lacksFactor(deps, person, 'staff')
        ? 'to-set-up'
        : person.secondFactor,
    desks: await Promise.all(
      memberships.map(async (m) => ({
        slug: m.slug,
        name: m.name,
        product: await productOf(m),
        role: m.role,
        mailAddress: m.mailAddress,
      })),
    ),
    portals: await Promise.all(
      portals.map(async (p) => ({
        slug: p.slug,
        name: p.name,
        product: await productOf(p),
        mailAddress: p.mailAddress,
        companies: p.companies.map(({ companyId, name, role }) => ({ companyId, name, role })),
      })),
    ),
  };
};
