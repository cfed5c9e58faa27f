import { ProblemError, type Session } from '@reglament/contract';
import { redirect } from '@tanstack/react-router';
import { queryClient, sessionQuery } from './api/queries.ts';

export const isSignedOut = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'not-signed-in';

const backTo = (href: string): { readonly to?: string } => (href === '/' ? {} : { to: href });

/** Who is signed in; whoever is not is led to the sign-in and back. */
export const sessionOrSignIn = async (href: string): Promise<Session> => {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    throw redirect({ to: '/sign-in', search: backTo(href) });
  }
};

/** The same, with the second factor given; one's own account and a portal answer those too who have yet to set one up. */
export const sessionForWork = async ({
  href,
  pathname,
}: {
  readonly href: string;
  readonly pathname: string;
}): Promise<Session> => {
  const session = await sessionOrSignIn(href);
  const { secondFactor } = session;
  const isElsewhere = pathname === '/account' || /^\/p(\/|$)/.test(pathname);
  if (secondFactor === 'owed' || (secondFactor === 'to-set-up' && !isElsewhere))
    throw redirect({ to: '/second-factor', search: backTo(href) });
  return session;
};
