import { endpoints, ProblemError, type CallOptions, type TicketCommandBody } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { noteOwnChange } from './own-changes.ts';

export interface VersionedCommand {
  readonly body: TicketCommandBody;
  /** The version the person saw when they decided. */
  readonly version: number;
}

/** Does something to the ticket, then reads it again; a stale page is read again, too, so that it can be sent anew. */
export const useTicketCommand = (
  number: number,
  /** The draft that is sent: where it is kept, and what to do once it has gone. */
  draft?: { readonly keptAs: string; readonly onSent: (body: TicketCommandBody) => void },
) => {
  const { slug } = useDesk();
  const { m } = useI18n();
  const client = useQueryClient();
  const post = useCallback(
    (body: TicketCommandBody, options: CallOptions) =>
      api(endpoints.commandTicket, { params: { desk: slug, number }, body }, options),
    [slug, number],
  );
  const send = useIntent(post, draft?.keptAs);
  const readAgain = () => client.invalidateQueries({ queryKey: keys.ticket(slug, number) });
  return useMutation({
    mutationFn: ({ body, version }: VersionedCommand) => send(body, version),
    onSuccess: async (done, { body, version }) => {
      draft?.onSent(body);
      noteOwnChange(slug, number, version, done.version);
      toast(m.ticket.done[body.command]);
      void client.invalidateQueries({ queryKey: keys.queues(slug) });
      void client.invalidateQueries({ queryKey: keys.counts(slug) });
      await readAgain();
    },
    onError: async (error) => {
      if (error instanceof ProblemError && (error.problem.code === 'stale' || error.problem.status === 409))
        await readAgain();
    },
  });
};
