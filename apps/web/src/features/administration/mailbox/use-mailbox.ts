import { endpoints, type BodyOf, type MailboxAccounts } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { lookWhoIsSignedIn } from '../../../api/look-who-is-signed-in.ts';
import { keys } from '../../../api/queries.ts';
import { useDesk } from '../../../desk/desk-context.tsx';

const LOOK_AGAIN_MS = 5000;

const mailboxKey = (slug: string) => [...keys.desk(slug), 'mailbox'] as const;

/** How it goes changes by itself: looked at again while the page is open. */
export const useMailbox = () => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: mailboxKey(slug),
    queryFn: ({ signal }) => api(endpoints.getMailbox, { params: { desk: slug } }, { signal }),
    staleTime: 0,
    refetchInterval: LOOK_AGAIN_MS,
  });
};

export const useChangeMailbox = (version: number) => {
  const { slug } = useDesk();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.changeMailbox>) =>
      api(endpoints.changeMailbox, { params: { desk: slug }, body }, { version }),
    onSuccess: async (page) => {
      // The address stands there. Before the page: its new version begins the form anew, and who saved is told by the old one.
      await lookWhoIsSignedIn(client);
      client.setQueryData(mailboxKey(slug), page);
    },
  });
};

export const useTestMailbox = () => {
  const { slug } = useDesk();
  return useMutation({
    mutationFn: (body: MailboxAccounts) => api(endpoints.testMailbox, { params: { desk: slug }, body }),
  });
};

export const useRetryMailbox = () => {
  const { slug } = useDesk();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api(endpoints.retryMailbox, { params: { desk: slug }, body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: mailboxKey(slug) }),
  });
};
