import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from './queries.ts';

/** Asks the server, whatever was known; whoever watches the session hears of it when it has ended. @returns whether somebody is */
export const lookWhoIsSignedIn = (client: QueryClient): Promise<boolean> =>
  client.fetchQuery({ ...sessionQuery, staleTime: 0, retry: false }).then(
    () => true,
    () => false,
  );
