import { endpoints, type BodyOf, type CallOptions } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useIntent } from '../../../api/use-intent.ts';
import { useDesk } from '../../../desk/desk-context.tsx';

const editionsKey = (slug: string) => [...keys.desk(slug), 'editions'] as const;

export const useEditions = () => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: editionsKey(slug),
    queryFn: ({ signal }) => api(endpoints.getEditions, { params: { desk: slug } }, { signal }),
  });
};

export const useEdition = (editionId: string) => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: [...editionsKey(slug), editionId],
    queryFn: ({ signal }) => api(endpoints.getEdition, { params: { desk: slug, editionId } }, { signal }),
    // A text once kept never changes.
    staleTime: 10 * 60_000,
  });
};

/** Looks at a text; keeps nothing. */
export const useCheckEdition = () => {
  const { slug } = useDesk();
  return useMutation({
    mutationFn: (source: string) => api(endpoints.checkEdition, { params: { desk: slug }, body: { source } }),
  });
};

/** Puts a text in force; everything that goes by the regulation is asked for again. */
export const useGiveEdition = () => {
  const { slug } = useDesk();
  const client = useQueryClient();
  const post = useCallback(
    (body: BodyOf<typeof endpoints.giveEdition>, options: CallOptions) =>
      api(endpoints.giveEdition, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post);
  return useMutation({
    mutationFn: (source: string) => send({ source }, null),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.desk(slug) }),
  });
};
