import { endpoints, type PortalCommand } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { CallOptions } from '@reglament/contract';
import { api } from '../../api/client.ts';
import { useIntent } from '../../api/use-intent.ts';
import { toast } from '../../ui/toast.ts';
import { portalKeys, usePortal } from '../portal/index.ts';
import type { SentMessage } from './use-message.ts';
import { useTicketWords } from './use-words.ts';

/** Says one thing in a ticket, once however often it is pressed; the page then shows what became of it. */
export const usePortalCommand = (
  number: number,
  /** What is sent: where it is kept, if it is, and how it goes away once it has been sent. */
  draft?: { readonly keptAs?: string; readonly clear: (sent: SentMessage) => void },
) => {
  const { done } = useTicketWords();
  const { slug } = usePortal();
  const client = useQueryClient();
  const navigate = useNavigate();
  const send = useCallback(
    (body: PortalCommand, options: CallOptions) =>
      api(endpoints.commandPortalTicket, { params: { desk: slug, number }, body }, options),
    [slug, number],
  );
  const sendOnce = useIntent(send, draft?.keptAs);
  return useMutation({
    mutationFn: (body: PortalCommand) => sendOnce(body, null),
    onSuccess: async (reply, body) => {
      draft?.clear({
        text: 'text' in body ? body.text : '',
        attachments: ('attachments' in body ? body.attachments : undefined) ?? [],
      });
      const accepted = 'accepted' in body ? (body.accepted ? 'accepted' : 'declined') : null;
      toast(reply.number === number ? done[accepted ?? body.command] : done.continued(reply.number));
      await client.invalidateQueries({ queryKey: portalKeys.portal(slug) });
      if (reply.number !== number)
        await navigate({ to: '/p/$desk/t/$number', params: { desk: slug, number: String(reply.number) } });
    },
    // It may have changed meanwhile: then the page says how it stands now.
    onError: () => void client.invalidateQueries({ queryKey: portalKeys.portal(slug) }),
  });
};
