import { endpoints, type BodyOf, type CallOptions, type TicketPage } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';

type Body = BodyOf<typeof endpoints.mergeTicket>;

/** The ticket closes, the one that goes on for it is shown then. */
export const useMerge = ({ ticket }: TicketPage, onDone: () => void) => {
  const { number, version } = ticket;
  const { slug } = useDesk();
  const { m } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const post = useCallback(
    (body: Body, options: CallOptions) =>
      api(endpoints.mergeTicket, { params: { desk: slug, number }, body }, options),
    [slug, number],
  );
  const send = useIntent(post);
  const merge = useMutation({
    mutationFn: (body: Body) => send(body, version),
    onSuccess: async (_, { into }) => {
      onDone();
      toast(m.merge.done(into));
      void client.invalidateQueries({ queryKey: keys.queues(slug) });
      void client.invalidateQueries({ queryKey: keys.counts(slug) });
      void client.invalidateQueries({ queryKey: keys.ticket(slug, number) });
      void client.invalidateQueries({ queryKey: keys.ticket(slug, into) });
      await navigate({ to: '/d/$desk/t/$number', params: { desk: slug, number: String(into) } });
    },
    // A stale page is read again, so that it can be sent anew.
    onError: () => client.invalidateQueries({ queryKey: keys.ticket(slug, number) }),
  });
  return { isPending: merge.isPending, error: merge.error, send: (body: Body) => merge.mutate(body) };
};
