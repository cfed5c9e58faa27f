import { ProblemError, type Session } from '@reglament/contract';
import { lookWhoIsSignedIn } from './look-who-is-signed-in.ts';
import { keys, queryClient } from './queries.ts';
import { endedSession, hearSignedIn, noteEndedSession, noteSignedIn } from './signed-in-here.ts';

/** Pages of somebody who is not in yet, or only half. */
export const isDoor = (pathname = window.location.pathname): boolean =>
  /^\/(sign-in|second-factor|setup|enter)(\/|$)/.test(pathname);

const isSignedOut = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'not-signed-in';

/**
 * Something was refused because nobody is in: whoever was here is asked over the page, so that nothing that they typed is lost.
 * The server is asked once more, since the refusal may be older than their coming back.
 * @returns false when it isn't known that anybody was
 */
export const askBackIn = (): boolean => {
  if (queryClient.getQueryData(keys.session) === undefined || isDoor()) return false;
  if (endedSession() === null)
    void lookWhoIsSignedIn(queryClient).then((isIn) =>
      isIn
        ? queryClient.invalidateQueries({ predicate: ({ state }) => isSignedOut(state.error) })
        : undefined,
    );
  return true;
};

const handleOut = (error: unknown): void => {
  const session = queryClient.getQueryData<Session>(keys.session);
  if (isSignedOut(error) && session !== undefined && !isDoor()) noteEndedSession(session.person);
};

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
    if (event.type !== 'updated' || event.query.queryKey[0] !== keys.session[0]) return;
    if (event.action.type === 'success') handleIn(event.query.state.data as Session);
    if (event.action.type === 'error') handleOut(event.action.error);
  });
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isSignedOut(event.action.error))
      askBackIn();
  });
  hearSignedIn((personId) => {
    if (known === null || isDoor()) return;
    if (personId !== known) window.location.reload();
    else if (endedSession() !== null) void lookWhoIsSignedIn(queryClient);
  });
};
