import { addressOf, endpoints, portalLivePath } from '@reglament/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { portalKeys } from './portal-query.ts';

const GATHER_MS = 250;
const SILENCE_MS = 2_000;
const RETRY_MS = 4_000;

/**
 * Listens to the customer's tickets and reads again what is on screen; changes within 250 ms are taken together.
 * @returns true while the connection has been lost for more than two seconds
 */
export const usePortalLive = (desk: string): boolean => {
  const client = useQueryClient();
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    let source: EventSource | null = null;
    let wasLost = false;
    const timers: { gather?: number | undefined; silence?: number | undefined; retry?: number } = {};
    // The portal's own words and the regulation do not change with a ticket.
    const refresh = () =>
      void client.invalidateQueries({
        queryKey: portalKeys.portal(desk),
        predicate: ({ queryKey }) => queryKey[2] !== 'overview',
      });
    const handleTicket = () => {
      timers.gather ??= window.setTimeout(() => {
        timers.gather = undefined;
        refresh();
      }, GATHER_MS);
    };
    const handleOpen = () => {
      window.clearTimeout(timers.silence);
      timers.silence = undefined;
      setIsLost(false);
      // Whatever happened while nobody listened.
      if (wasLost) refresh();
      wasLost = false;
    };
    const handleError = () => {
      wasLost = true;
      timers.silence ??= window.setTimeout(() => setIsLost(true), SILENCE_MS);
      if (source?.readyState === EventSource.CLOSED) timers.retry = window.setTimeout(connect, RETRY_MS);
    };
    function connect() {
      source = new EventSource(addressOf({ ...endpoints.getPortalNews, path: portalLivePath }, { desk }));
      source.addEventListener('ticket', handleTicket);
      source.addEventListener('open', handleOpen);
      source.addEventListener('error', handleError);
    }
    connect();
    return () => {
      source?.close();
      for (const timer of Object.values(timers)) window.clearTimeout(timer);
    };
  }, [client, desk]);
  return isLost;
};
