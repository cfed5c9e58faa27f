import { endpoints, type BodyOf, type TicketPage } from '@reglament/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
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
  return useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.tagTicket>) =>
      api(endpoints.tagTicket, { params: { desk, number }, body }),
    onSuccess: ({ tags }) => {
      client.setQueryData<TicketPage>(keys.ticket(desk, number), (page) =>
        page === undefined ? page : { ...page, ticket: { ...page.ticket, tags } },
      );
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
