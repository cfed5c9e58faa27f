import { type BodyOf, type CallOptions, endpoints, type WebhookDelivery } from '@reglament/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useIntent } from '../../../api/use-intent.ts';
import { useDesk } from '../../../desk/desk-context.tsx';

export type NewWebhook = BodyOf<typeof endpoints.createWebhook>;
export type WebhookChange = BodyOf<typeof endpoints.changeWebhook>;
export type Replay = BodyOf<typeof endpoints.replayWebhook>;

/** Deliveries come and go while somebody looks. */
const LOOK_MS = 5000;

const addressOf = (desk: string) => [...keys.desk(desk), 'webhooks'] as const;

/** Webhooks of the desk, the oldest first. */
export const useWebhooks = () => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: [...addressOf(slug), 'list'],
    queryFn: ({ signal }) => api(endpoints.getWebhooks, { params: { desk: slug } }, { signal }),
    staleTime: 0,
    refetchInterval: LOOK_MS,
  });
};

/** What was sent to a webhook, the latest first; null: in whatever state. */
export const useDeliveries = (webhookId: string, state: WebhookDelivery['state'] | null) => {
  const { slug: desk } = useDesk();
  return useInfiniteQuery({
    queryKey: [...addressOf(desk), 'log', webhookId, state],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 30,
        ...(state === null ? {} : { state }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return api(endpoints.getWebhookDeliveries, { params: { desk, webhookId }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
    staleTime: 0,
    refetchInterval: LOOK_MS,
  });
};

const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  const { slug } = useDesk();
  return useCallback(() => client.invalidateQueries({ queryKey: addressOf(slug) }), [client, slug]);
};

export const useCreateWebhook = () => {
  const { slug } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: NewWebhook, options: CallOptions) =>
      api(endpoints.createWebhook, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: (body: NewWebhook) => send(body, null), onSuccess });
};

/** Changes a webhook as the person saw it. */
export const useChangeWebhook = (webhookId: string, version: number) => {
  const { slug: desk } = useDesk();
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (body: WebhookChange) =>
      api(endpoints.changeWebhook, { params: { desk, webhookId }, body }, { version }),
    onSettled,
  });
};

export const useDeleteWebhook = (webhookId: string) => {
  const { slug: desk } = useDesk();
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: () => api(endpoints.deleteWebhook, { params: { desk, webhookId } }),
    onSuccess,
  });
};

export const useRotateSecret = (webhookId: string) => {
  const { slug: desk } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: Record<string, never>, options: CallOptions) =>
      api(endpoints.rotateWebhookSecret, { params: { desk, webhookId }, body }, options),
    [desk, webhookId],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: () => send({}, null), onSuccess });
};

export const usePing = (webhookId: string) => {
  const { slug: desk } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: Record<string, never>, options: CallOptions) =>
      api(endpoints.pingWebhook, { params: { desk, webhookId }, body }, options),
    [desk, webhookId],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: () => send({}, null), onSuccess });
};

export const useReplay = (webhookId: string) => {
  const { slug: desk } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: Replay, options: CallOptions) =>
      api(endpoints.replayWebhook, { params: { desk, webhookId }, body }, options),
    [desk, webhookId],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: (body: Replay) => send(body, null), onSuccess });
};
