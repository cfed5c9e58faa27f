import { ProblemError, type Session } from '@reglament/contract';
import { endedSession } from './api/signed-in-here.ts';
import { askBackIn } from './api/watch-person.ts';
import { redirect } from '@tanstack/react-router';
import { deskOfPath } from './desk/desk-of-path.ts';
import { keys, queryClient, sessionQuery } from './api/queries.ts';
import { followTabs } from './follow-tabs.ts';

const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.problem.code === code;

const isSignedOut = (error: unknown): boolean => isProblem(error, 'not-signed-in');

const backTo = (href: string): { readonly to?: string } => (href === '/' ? {} : { to: href });

/** The sign-in of somebody who is signed in, but not for the desk of an address. */
const elsewhere = (
  to: string,
  desk: string,
  email: string,
): { readonly to: string; readonly desk: string; readonly elsewhere: boolean; readonly email: string } => ({
  to,
  desk,
  elsewhere: true,
  email,
});

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
  const { secondFactor, goodAt } = session;
  const desk = deskOfPath(pathname);
  if (desk !== null && goodAt?.some(({ slug }) => slug === desk) === false)
    throw redirect({ to: '/sign-in', search: elsewhere(href, desk, session.person.email) });
  const isElsewhere = pathname === '/account' || /^\/p(\/|$)/.test(pathname);
  if (secondFactor === 'owed' || (secondFactor === 'to-set-up' && !isElsewhere))
    throw redirect({ to: '/second-factor', search: backTo(href) });
  return session;
};

interface Place {
  readonly pathname: string;
  readonly href: string;
}

/** A session that ends under an open page leads to the sign-in and back; one that owes its second factor, to that. */
export const watchSession = (page: {
  readonly here: () => Place;
  readonly leadTo: (
    to: '/sign-in' | '/second-factor',
    search: { readonly to: string; readonly expired?: boolean },
  ) => void;
}): void => {
  followTabs(page);
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return;
    const { error } = event.action;
    const { pathname, href } = page.here();
    if (pathname === '/sign-in' || pathname === '/second-factor') return;
    if (isProblem(error, 'second-factor-required') && endedSession() === null) {
      queryClient.removeQueries({ queryKey: keys.session });
      page.leadTo('/second-factor', { to: href });
    } else if (isSignedOut(error) && !askBackIn() && event.query.queryKey[0] !== keys.session[0]) {
      page.leadTo('/sign-in', { to: href, expired: true });
    }
  });
};
