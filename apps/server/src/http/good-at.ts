import type { PersonId } from '@reglament/desk';
import type { SignedIn } from '../identity/identity.ts';
import type { Customership } from '../store/queries/customerships.ts';
import type { Membership } from '../store/queries/desks.ts';
import type { HttpDeps } from './http-deps.ts';
import { ProblemAnswer } from './problem-reply.ts';

type Belonging = Pick<HttpDeps, 'memberships' | 'customerships'>;
type Somebody = Pick<SignedIn, 'personId' | 'goodAt'>;

const isGoodAt =
  ({ goodAt }: Somebody) =>
  ({ deskId }: { readonly deskId: string }): boolean =>
    goodAt === null || goodAt.includes(deskId);

/** The desks where somebody works, as far as their session is good. */
export const membershipsOfSession = async (
  deps: Belonging,
  person: Somebody,
): Promise<readonly Membership[]> =>
  (await deps.memberships(person.personId as PersonId)).filter(isGoodAt(person));

/** The desks whose customer somebody is, as far as their session is good. */
export const customershipsOfSession = async (
  deps: Belonging,
  person: Somebody,
): Promise<readonly Customership[]> =>
  (await deps.customerships(person.personId as PersonId)).filter(isGoodAt(person));

/**
 * What somebody is answered about a desk where they are nothing: that there is none such. A session that is not good everywhere is
 * a guest's at every other desk, known or not: to sign in.
 */
export const nothingThere = async (
  deps: Belonging,
  person: Somebody,
  slug: string,
): Promise<ProblemAnswer> => {
  if (person.goodAt === null) return new ProblemAnswer('not-found');
  const good = [
    ...(await membershipsOfSession(deps, person)),
    ...(await customershipsOfSession(deps, person)),
  ];
  return new ProblemAnswer(good.some((desk) => desk.slug === slug) ? 'not-found' : 'not-signed-in');
};
