import type { Session } from '@reglament/contract';
import type { SignedIn } from '../../identity/identity.ts';
import { allDesks, type Desk } from '../../store/queries/desks.ts';
import { customershipsOfSession, membershipsOfSession } from '../good-at.ts';
import type { HttpDeps } from '../http-deps.ts';
import { lacksFactor } from '../second-factor.ts';

/** Who somebody is, where they work, and whose customer they are. */
export const presentSession = async (deps: HttpDeps, person: SignedIn): Promise<Session> => {
  const memberships = await membershipsOfSession(deps, person);
  const portals = await customershipsOfSession(deps, person);
  const { goodAt, byLetterOf } = person;
  const desksOfSession =
    goodAt === null
      ? null
      : (await allDesks(deps.context.db.plain)).filter(({ deskId }) => goodAt.includes(deskId));
  const productOf = async ({ deskId }: Desk) =>
    (await deps.context.regulations.inForce(deskId, deps.context.now())).regulation.product;
  return {
    person: { personId: person.personId, name: person.name, email: person.email, language: person.language },
    secondFactor:
      person.secondFactor === 'none' && memberships.length > 0 && lacksFactor(deps, person, 'staff')
        ? 'to-set-up'
        : person.secondFactor,
    goodAt: desksOfSession?.map(({ slug, name }) => ({ slug, name })) ?? null,
    byLetter: byLetterOf !== null,
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
