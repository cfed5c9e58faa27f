import {
  endpoints,
  type BodyOf,
  type CallOptions,
  type ReplyOf,
  type TagOfTicket,
  type TicketPage,
} from '@reglament/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';

export const peopleQuery = (desk: string) =>
  queryOptions({
    queryKey: [...keys.desk(desk), 'people'],
    queryFn: ({ signal }) => api(endpoints.getPeople, { params: { desk } }, { signal }),
    staleTime: 5 * 60_000,
  });

export const tagsQuery = (desk: string) =>
  queryOptions({
    queryKey: [...keys.desk(desk), 'tags'],
    queryFn: ({ signal }) => api(endpoints.getTags, { params: { desk } }, { signal }),
    staleTime: 60_000,
  });

export const extrasQuery = (desk: string, number: number) =>
  queryOptions({
    queryKey: [...keys.ticket(desk, number), 'extras'],
    queryFn: ({ signal }) => api(endpoints.getTicketExtras, { params: { desk, number } }, { signal }),
  });

/** Who works in the desk; empty until it is known. */
export const usePeople = () => {
  const { slug } = useDesk();
  return useQuery(peopleQuery(slug)).data?.people ?? [];
};

/** The ticket and what stands beside it are read again. */
const useReadAgain = (number: number) => {
  const { slug } = useDesk();
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ queryKey: keys.ticket(slug, number) }),
    [client, slug, number],
  );
};

/** Puts tags on and takes them off; what is shown changes at once, and back when the server says no. */
export const useTagTicket = (number: number) => {
  const { slug: desk } = useDesk();
  const client = useQueryClient();
  const onSettled = useReadAgain(number);
  const show = (change: (tags: readonly TagOfTicket[]) => readonly TagOfTicket[]) =>
    client.setQueryData<TicketPage>(keys.ticket(desk, number), (page) =>
      page === undefined
        ? page
        : { ...page, ticket: { ...page.ticket, tags: [...change(page.ticket.tags)] } },
    );
  return useMutation({
    mutationFn: (body: { readonly add: readonly string[]; readonly remove: readonly string[] }) =>
      api(endpoints.tagTicket, {
        params: { desk, number },
        body: { add: [...body.add], remove: [...body.remove] },
      }),
    onMutate: ({ add, remove }) => {
      const all = client.getQueryData(tagsQuery(desk).queryKey)?.tags ?? [];
      show((tags) => [
        ...tags.filter(({ tagId }) => !remove.includes(tagId)),
        ...all.filter(({ tagId }) => add.includes(tagId)),
      ]);
    },
    onSuccess: ({ tags }) => {
      show(() => tags);
      void client.invalidateQueries({ queryKey: keys.queues(desk) });
      void client.invalidateQueries({ queryKey: tagsQuery(desk).queryKey });
    },
    onSettled,
  });
};

export const useFollow = (number: number) => {
  const { slug: desk } = useDesk();
  const onSettled = useReadAgain(number);
  return useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.followTicket>) =>
      api(endpoints.followTicket, { params: { desk, number }, body }),
    onSettled,
  });
};

export const useLink = (number: number) => {
  const { slug: desk } = useDesk();
  const onSettled = useReadAgain(number);
  return useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.linkTicket>) =>
      api(endpoints.linkTicket, { params: { desk, number }, body }),
    onSettled,
  });
};

/** `until` null brings it back. */
export const useSnooze = (number: number) => {
  const { slug: desk } = useDesk();
  const client = useQueryClient();
  const readAgain = useReadAgain(number);
  return useMutation({
    mutationFn: (until: string | null) =>
      api(endpoints.snoozeTicket, { params: { desk, number }, body: { until } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.queues(desk) });
      void client.invalidateQueries({ queryKey: keys.counts(desk) });
    },
    onSettled: readAgain,
  });
};

export type TimeEntry = ReplyOf<typeof endpoints.getTicketExtras>['time']['entries'][number];
type TimeFacts = BodyOf<typeof endpoints.addTime>;

/** Puts time down, or writes an entry anew: `entryId` null puts down. */
export const useKeepTime = (number: number, entryId: string | null) => {
  const { slug: desk } = useDesk();
  const onSuccess = useReadAgain(number);
  const post = useCallback(
    (body: TimeFacts, options: CallOptions) =>
      api(endpoints.addTime, { params: { desk, number }, body }, options),
    [desk, number],
  );
  const send = useIntent(post);
  return useMutation({
    mutationFn: (body: TimeFacts) =>
      entryId === null
        ? send(body, null)
        : api(endpoints.changeTime, { params: { desk, number, entryId }, body }),
    onSuccess,
  });
};

export const useRemoveTime = (number: number) => {
  const { slug: desk } = useDesk();
  const onSettled = useReadAgain(number);
  return useMutation({
    mutationFn: (entryId: string) => api(endpoints.removeTime, { params: { desk, number, entryId } }),
    onSettled,
  });
};
