import { addressOf, endpoints, portalLivePath } from '@reglament/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hearChanges } from '../../api/hear-changes.ts';
import { lookWhoIsSignedIn } from '../../api/look-who-is-signed-in.ts';
import { portalKeys } from './portal-query.ts';

const GATHER_MS = 250;

/**
 * Listens to the customer's tickets and reads again what is on screen; changes within 250 ms are taken together.
 * @returns true while the connection has been lost for more than two seconds
 */
export const usePortalLive = (desk: string): boolean => {
  const client = useQueryClient();
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    let gather: number | undefined;
    // The portal's own words and the regulation do not change with a ticket.
    const refresh = () =>
      void client.invalidateQueries({
        queryKey: portalKeys.portal(desk),
        predicate: ({ queryKey }) => queryKey[2] !== 'overview',
      });
    const handleTicket = () => {
      gather ??= window.setTimeout(() => {
        gather = undefined;
        refresh();
      }, GATHER_MS);
    };
    const stop = hearChanges({
      address: addressOf({ ...endpoints.getPortalNews, path: portalLivePath }, { desk }),
      events: { ticket: handleTicket },
      onLost: setIsLost,
      onReturn: refresh,
      onRefused: () => void lookWhoIsSignedIn(client),
    });
    return () => {
      stop();
      window.clearTimeout(gather);
    };
  }, [client, desk]);
  return isLost;
};
