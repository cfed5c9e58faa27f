import { addressOf, endpoints, livePath } from '@reglament/contract';
import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { gather } from './gather.ts';
import { hearChanges } from './hear-changes.ts';
import { lookWhoIsSignedIn } from './look-who-is-signed-in.ts';
import { hearPresence } from './presence.ts';
import { keys } from './queries.ts';

/** Pages of a queue read again after a change; what lies deeper is fetched when scrolled to. */
const FRESH_PAGES = 2;

const cutQueues = (client: QueryClient, desk: string): void => {
  client.setQueriesData<InfiniteData<unknown>>({ queryKey: keys.queues(desk), type: 'inactive' }, (data) =>
    data === undefined || data.pages.length <= FRESH_PAGES
      ? data
      : { pages: data.pages.slice(0, FRESH_PAGES), pageParams: data.pageParams.slice(0, FRESH_PAGES) },
  );
};

const refresh = (client: QueryClient, desk: string, numbers: ReadonlySet<number | null>): void => {
  cutQueues(client, desk);
  void client.invalidateQueries({ queryKey: keys.queues(desk) });
  void client.invalidateQueries({ queryKey: keys.counts(desk) });
  void client.invalidateQueries({ queryKey: keys.board(desk) });
  void client.invalidateQueries({ queryKey: keys.letters(desk) });
  for (const number of numbers)
    if (number !== null) void client.invalidateQueries({ queryKey: keys.ticket(desk, number) });
};

const numberIn = (data: unknown): number | null => {
  try {
    const value: unknown = JSON.parse(String(data));
    const number = (value as { number?: unknown } | null)?.number;
    return typeof number === 'number' ? number : null;
  } catch {
    return null;
  }
};

/**
 * Listens to the desk and refreshes what changed; changes that follow closely are taken together.
 * @returns true while the connection has been lost for more than two seconds
 */
export const useLive = (desk: string): boolean => {
  const client = useQueryClient();
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    const changes = gather<number | null>((numbers) => refresh(client, desk, numbers));
    const handleLetter = () => void client.invalidateQueries({ queryKey: keys.letters(desk) });
    const handleInquiry = () => {
      void client.invalidateQueries({ queryKey: keys.inquiries(desk) });
      void client.invalidateQueries({ queryKey: keys.counts(desk) });
    };
    // What a desk is called stands in the session.
    const handleDesk = () => {
      void lookWhoIsSignedIn(client);
      void client.invalidateQueries({ queryKey: keys.aboutDesk(desk) });
    };
    const handleNotification = () => void client.invalidateQueries({ queryKey: keys.notifications(desk) });
    const stop = hearChanges({
      address: addressOf({ ...endpoints.getQueue, path: livePath }, { desk }),
      events: {
        ticket: (event) => changes.add(numberIn(event.data)),
        letter: handleLetter,
        inquiry: handleInquiry,
        notification: handleNotification,
        desk: handleDesk,
        presence: (event) => hearPresence(desk, event.data),
      },
      onLost: setIsLost,
      onReturn: () => void client.invalidateQueries({ queryKey: keys.desk(desk) }),
      onRefused: () => void lookWhoIsSignedIn(client),
    });
    return () => {
      stop();
      changes.stop();
    };
  }, [client, desk]);

  return isLost;
};
