import { endpoints, type BodyOf, type CallOptions, type ReplyOf } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useIntent } from '../../../api/use-intent.ts';
import { useDesk } from '../../../desk/desk-context.tsx';
import { tagsQuery } from '../../ticket-extras/index.ts';

export type DeskTag = ReplyOf<typeof endpoints.getTags>['tags'][number];
export type TagFacts = Pick<DeskTag, 'name' | 'tone'>;

export const useDeskTags = () => useQuery(tagsQuery(useDesk().slug));

/** A tag stands in queues and on tickets, too: all of the desk is read again. */
const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  const { slug } = useDesk();
  return useCallback(() => client.invalidateQueries({ queryKey: keys.desk(slug) }), [client, slug]);
};

/** Makes a tag, or writes what is named of one anew: `tagId` null makes one. */
export const useKeepTag = (tagId: string | null) => {
  const { slug: desk } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: TagFacts, options: CallOptions) => api(endpoints.createTag, { params: { desk }, body }, options),
    [desk],
  );
  const send = useIntent(post);
  return useMutation({
    mutationFn: (body: TagFacts) =>
      tagId === null ? send(body, null) : api(endpoints.changeTag, { params: { desk, tagId }, body }),
    onSuccess,
  });
};

export const useChangeTag = (tagId: string) => {
  const { slug: desk } = useDesk();
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.changeTag>) =>
      api(endpoints.changeTag, { params: { desk, tagId }, body }),
    onSuccess,
  });
};
