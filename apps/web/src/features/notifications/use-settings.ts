import { endpoints, type NotificationSettings } from '@reglament/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

const keyOf = (desk: string) => [...keys.desk(desk), 'notification-settings'] as const;

export const settingsQuery = (desk: string) =>
  queryOptions({
    queryKey: keyOf(desk),
    queryFn: ({ signal }) => api(endpoints.getNotificationSettings, { params: { desk } }, { signal }),
  });

/** Each choice is kept at once and shown before the server has answered; one that failed goes back. */
export const useChangeSettings = (desk: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<NotificationSettings>) =>
      api(endpoints.changeNotificationSettings, { params: { desk }, body }),
    onMutate: (change) => {
      client.setQueryData<NotificationSettings>(keyOf(desk), (kept) => kept && { ...kept, ...change });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(desk) }),
        // What is not shown any more leaves the bell.
        client.invalidateQueries({ queryKey: keys.notifications(desk) }),
      ]),
  });
};
