import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useEndedSession } from './api/signed-in-here.ts';
import { isDoor, watchPerson } from './api/watch-person.ts';

const SessionEnded = lazy(async () => ({
  default: (await import('./features/account/session-ended.tsx')).SessionEnded,
}));

watchPerson();

/** Every page; over it the way back in when its session has ended. */
export function RootPage() {
  const person = useEndedSession();
  const { pathname } = useLocation();
  return (
    <>
      <Outlet />
      {person !== null && !isDoor(pathname) && (
        <Suspense>
          <SessionEnded person={person} />
        </Suspense>
      )}
    </>
  );
}
