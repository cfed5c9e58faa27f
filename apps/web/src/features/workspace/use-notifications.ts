import { endpoints, type ReplyOf } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys, notificationsQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';

export type Notification = ReplyOf<typeof endpoints.getNotifications>['notifications'][number];

export type Concern = ReplyOf<typeof endpoints.getNotifications>['concerns'][number];

export const useNotifications = () => {
  const { slug } = useDesk();
  const client = useQueryClient();
  const { notifications = [], concerns = [] } = useQuery(notificationsQuery(slug)).data ?? {};
  const markRead = useMutation({
    mutationFn: () => api(endpoints.readNotifications, { params: { desk: slug }, body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.notifications(slug) }),
  });
  return {
    notifications,
    concerns,
    unread: notifications.filter((one) => !one.read).length,
    markRead: () => markRead.mutate(),
  };
};
