import { endpoints, type LetterSummary } from '@reglament/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export type Direction = 'all' | 'troubled' | LetterSummary['direction'];

const PAGE_SIZE = 50;

export const useLetters = (desk: string, direction: Direction) =>
  useInfiniteQuery({
    queryKey: [...keys.letters(desk), 'list', direction],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE_SIZE,
        ...(direction === 'in' || direction === 'out' ? { direction } : {}),
        ...(direction === 'troubled' ? { troubled: 'only' as const } : {}),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return api(endpoints.getLetters, { params: { desk }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

const letterQuery = (desk: string, letterId: string) => ({
  queryKey: [...keys.letters(desk), 'one', letterId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    api(endpoints.getLetter, { params: { desk, letterId } }, { signal }),
});

export const useLetter = (desk: string, letterId: string) => useQuery(letterQuery(desk, letterId));

const POLL_MS = 700;

/** A letter handed in is asked for until it has been read. */
export const useOutcome = (desk: string, letterId: string | null) =>
  useQuery({
    ...letterQuery(desk, letterId ?? ''),
    enabled: letterId !== null,
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data === undefined || query.state.data.outcome === 'waiting' ? POLL_MS : false,
  });

export const useRetryLetter = (desk: string, letterId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api(endpoints.retryLetter, { params: { desk, letterId }, body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.letters(desk) }),
  });
};
