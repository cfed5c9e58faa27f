import { type BodyOf, type CallOptions, endpoints } from '@reglament/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useIntent } from '../../../api/use-intent.ts';
import { useDesk } from '../../../desk/desk-context.tsx';

export type NewKey = BodyOf<typeof endpoints.createApiKey>;

const addressOf = (desk: string) => [...keys.desk(desk), 'api-keys'] as const;

/** Keys of the desk, the latest first. */
export const useApiKeys = () => {
  const { slug } = useDesk();
  return useInfiniteQuery({
    queryKey: addressOf(slug),
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { cursor: pageParam };
      return api(endpoints.getApiKeys, { params: { desk: slug }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
};

const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  const { slug } = useDesk();
  return useCallback(() => client.invalidateQueries({ queryKey: addressOf(slug) }), [client, slug]);
};

export const useCreateKey = () => {
  const { slug } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: NewKey, options: CallOptions) =>
      api(endpoints.createApiKey, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: (body: NewKey) => send(body, null), onSuccess });
};

export const useRevokeKey = (keyId: string) => {
  const { slug: desk } = useDesk();
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: () => api(endpoints.revokeApiKey, { params: { desk, keyId } }),
    onSuccess,
  });
};
