import { useQuery } from '@tanstack/react-query';
import { type OpenApi, operationsOf } from './operations.ts';

/** The requests of this server, as it describes them itself. */
export const useOperations = () =>
  useQuery({
    queryKey: ['openapi'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/openapi.json', { signal });
      if (!response.ok) throw new Error(`${response.status}`);
      return operationsOf((await response.json()) as OpenApi);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
