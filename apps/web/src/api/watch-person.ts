import { ProblemError, type Session } from '@reglament/contract';
import { lookWhoIsSignedIn } from './look-who-is-signed-in.ts';
import { keys, queryClient } from './queries.ts';
import { endedSession, hearSignedIn, noteEndedSession, noteSignedIn } from './signed-in-here.ts';

/** Pages of somebody who is not in yet, or only half. */
export const isDoor = (pathname = window.location.pathname): boolean =>
  /^\/(sign-in|second-factor|setup|enter)(\/|$)/.test(pathname);

/**
 * Nobody is in any more: whoever was here is asked over the page, so that nothing that they typed is lost.
 * @returns false when it isn't known that anybody was
 */
export const askBackIn = (): boolean => {
  const session = queryClient.getQueryData<Session>(keys.session);
  if (session === undefined || isDoor()) return false;
  noteEndedSession(session.person);
  return true;
};

const isSignedOut = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'not-signed-in';

let known: string | null = null;

const handleIn = ({ person, secondFactor }: Session): void => {
  if (known !== null && known !== person.personId && !isDoor()) {
    window.location.reload();
    return;
  }
  if (secondFactor === 'owed') return;
  known = person.personId;
  noteSignedIn(known);
  if (endedSession() === null) return;
  noteEndedSession(null);
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
};

/** A browser has one person at a time: when another tab signs somebody else in, pages of whoever was there are loaded anew. */
export const watchPerson = (): void => {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && event.query.queryKey[0] === 'session')
      handleIn(event.query.state.data as Session);
  });
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isSignedOut(event.action.error))
      askBackIn();
  });
  hearSignedIn((personId) => {
    if (known === null || isDoor()) return;
    if (personId !== known) window.location.reload();
    else if (endedSession() !== null) lookWhoIsSignedIn(queryClient);
  });
};
