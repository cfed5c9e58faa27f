import { useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useNotifications } from './use-notifications.ts';

const subscribe = (hear: () => void): (() => void) => {
  document.addEventListener('visibilitychange', hear);
  return () => document.removeEventListener('visibilitychange', hear);
};
const isVisible = (): boolean => document.visibilityState === 'visible';

/** Whoever has a ticket before their eyes has read what they were told of it. */
export const useSeenTicket = (): void => {
  const { notifications, markRead } = useNotifications();
  const { number } = useParams({ strict: false });
  const isTicket = useRouterState({
    select: ({ matches }) => matches.some(({ routeId }) => routeId === '/signed-in/d/$desk/t/$number'),
  });
  const isSeen = useSyncExternalStore(subscribe, isVisible);
  const here = isTicket && isSeen ? Number(number) : null;
  const isNew = here !== null && notifications.some((one) => !one.read && one.ticketNumber === here);
  useEffect(() => {
    if (isNew) markRead(here);
  }, [isNew, here, markRead]);
};
