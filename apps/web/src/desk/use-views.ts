import { type BodyOf, endpoints } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useIntent } from '../api/use-intent.ts';
import { useDesk } from './desk-context.tsx';

const viewsKey = (desk: string) => [...keys.desk(desk), 'views'] as const;

/** Views of one's own and the desk's. */
export const useViews = () => {
  const { slug: desk } = useDesk();
  return useQuery({
    queryKey: viewsKey(desk),
    queryFn: ({ signal }) => api(endpoints.getViews, { params: { desk } }, { signal }),
    staleTime: 60_000,
  });
};

export type NewView = BodyOf<typeof endpoints.createView>;

/** Keeps a view, or keeps one no more. */
export const useKeepViews = () => {
  const { slug: desk } = useDesk();
  const client = useQueryClient();
  const send = useIntent((body: NewView, options) =>
    api(endpoints.createView, { params: { desk }, body }, options),
  );
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: viewsKey(desk) });
    void client.invalidateQueries({ queryKey: keys.counts(desk) });
  };
  const create = useMutation({ mutationFn: (body: NewView) => send(body, null), onSuccess });
  const remove = useMutation({
    mutationFn: (viewId: string) => api(endpoints.deleteView, { params: { desk, viewId } }),
    onSuccess,
  });
  return { create, remove };
};
