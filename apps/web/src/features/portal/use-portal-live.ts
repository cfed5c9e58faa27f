import { addressOf, endpoints, portalLivePath } from '@reglament/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { gather } from '../../api/gather.ts';
import { hearChanges } from '../../api/hear-changes.ts';
import { lookWhoIsSignedIn } from '../../api/look-who-is-signed-in.ts';
import { portalKeys } from './portal-query.ts';

/**
 * Listens to the customer's tickets and reads again what is on screen; changes that follow closely are taken together.
 * @returns true while the connection has been lost for more than two seconds
 */
export const usePortalLive = (desk: string): boolean => {
  const client = useQueryClient();
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    // The portal's own words and the regulation do not change with a ticket.
    const refresh = () =>
      void client.invalidateQueries({
        queryKey: portalKeys.portal(desk),
        predicate: ({ queryKey }) => queryKey[2] !== 'overview',
      });
    const changes = gather<true>(refresh);
    const stop = hearChanges({
      address: addressOf({ ...endpoints.getPortalNews, path: portalLivePath }, { desk }),
      events: {
        ticket: () => changes.add(true),
        // What the desk is called stands in the session.
        desk: () => void lookWhoIsSignedIn(client),
      },
      onLost: setIsLost,
      onReturn: refresh,
      onRefused: () => void lookWhoIsSignedIn(client),
    });
    return () => {
      stop();
      changes.stop();
    };
  }, [client, desk]);
  return isLost;
};
