import { endpoints, type ReplyOf } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys, notificationsQuery } from '../../api/queries.ts';
import { tellTabs } from '../../api/tabs.ts';
import { useDesk } from '../../desk/desk-context.tsx';

export type Notification = ReplyOf<typeof endpoints.getNotifications>['notifications'][number];

export type Concern = ReplyOf<typeof endpoints.getNotifications>['concerns'][number];

type Told = ReplyOf<typeof endpoints.getNotifications>;

export const useNotifications = () => {
  const { slug } = useDesk();
  const client = useQueryClient();
  const { notifications = [], concerns = [] } = useQuery(notificationsQuery(slug)).data ?? {};
  const { mutate } = useMutation({
    mutationFn: (ticketNumber: number | null) =>
      api(endpoints.readNotifications, {
        params: { desk: slug },
        body: ticketNumber === null ? {} : { ticketNumber },
      }),
    // Shown at once: a second press, and a second tab, find it read.
    onMutate: (ticketNumber) =>
      client.setQueryData<Told>(
        keys.notifications(slug),
        (told) =>
          told && {
            ...told,
            notifications: told.notifications.map((one) =>
              ticketNumber === null || one.ticketNumber === ticketNumber ? { ...one, read: true } : one,
            ),
          },
      ),
    onSuccess: () => tellTabs({ kind: 'read', desk: slug }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.notifications(slug) }),
  });
  return {
    notifications,
    concerns,
    unread: notifications.filter((one) => !one.read).length,
    /** null: all of it. */
    markRead: mutate,
  };
};
