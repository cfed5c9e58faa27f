import { addressOf, endpoints, livePath } from '@reglament/contract';
import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hearPresence } from './presence.ts';
import { keys } from './queries.ts';

const GATHER_MS = 250;
const SILENCE_MS = 2_000;
const RETRY_MS = 4_000;
/** Pages of a queue read again after a change; what lies deeper is fetched when scrolled to. */
const FRESH_PAGES = 2;

const cutQueues = (client: QueryClient, desk: string): void => {
  client.setQueriesData<InfiniteData<unknown>>({ queryKey: keys.queues(desk), type: 'inactive' }, (data) =>
    data === undefined || data.pages.length <= FRESH_PAGES
      ? data
      : { pages: data.pages.slice(0, FRESH_PAGES), pageParams: data.pageParams.slice(0, FRESH_PAGES) },
  );
};

const refresh = (client: QueryClient, desk: string, numbers: ReadonlySet<number>): void => {
  cutQueues(client, desk);
  void client.invalidateQueries({ queryKey: keys.queues(desk) });
  void client.invalidateQueries({ queryKey: keys.counts(desk) });
  void client.invalidateQueries({ queryKey: keys.board(desk) });
  void client.invalidateQueries({ queryKey: keys.letters(desk) });
  for (const number of numbers) void client.invalidateQueries({ queryKey: keys.ticket(desk, number) });
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
 * Listens to the desk and refreshes what changed; changes within 250 ms are taken together.
 * @returns true while the connection has been lost for more than two seconds
 */
export const useLive = (desk: string): boolean => {
  const client = useQueryClient();
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    let source: EventSource | null = null;
    let wasLost = false;
    let gather: number | undefined;
    let silence: number | undefined;
    let retry: number | undefined;
    const numbers = new Set<number>();

    const handleTicket = (event: MessageEvent) => {
      const number = numberIn(event.data);
      if (number !== null) numbers.add(number);
      gather ??= window.setTimeout(() => {
        gather = undefined;
        refresh(client, desk, new Set(numbers));
        numbers.clear();
      }, GATHER_MS);
    };
    const handleLetter = () => void client.invalidateQueries({ queryKey: keys.letters(desk) });
    const handleInquiry = () => {
      void client.invalidateQueries({ queryKey: keys.inquiries(desk) });
      void client.invalidateQueries({ queryKey: keys.counts(desk) });
    };
    const handleNotification = () => void client.invalidateQueries({ queryKey: keys.notifications(desk) });
    const handleOpen = () => {
      window.clearTimeout(silence);
      silence = undefined;
      setIsLost(false);
      // Whatever happened while nobody listened.
      if (wasLost) void client.invalidateQueries({ queryKey: keys.desk(desk) });
      wasLost = false;
    };
    const handleError = () => {
      wasLost = true;
      silence ??= window.setTimeout(() => setIsLost(true), SILENCE_MS);
      if (source?.readyState === EventSource.CLOSED) {
        source.close();
        retry = window.setTimeout(connect, RETRY_MS);
      }
    };
    function connect() {
      source = new EventSource(addressOf({ ...endpoints.getQueue, path: livePath }, { desk }));
      source.addEventListener('ticket', handleTicket);
      source.addEventListener('letter', handleLetter);
      source.addEventListener('inquiry', handleInquiry);
      source.addEventListener('notification', handleNotification);
      source.addEventListener('presence', (event: MessageEvent) => hearPresence(desk, event.data));
      source.addEventListener('open', handleOpen);
      source.addEventListener('error', handleError);
    }

    connect();
    return () => {
      source?.close();
      for (const timer of [gather, silence, retry]) window.clearTimeout(timer);
    };
  }, [client, desk]);

  return isLost;
};
