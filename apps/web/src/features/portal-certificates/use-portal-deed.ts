import type { CallOptions } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useIntent } from '../../api/use-intent.ts';
import { portalKeys, usePortal } from '../portal/index.ts';

/** Does something once however often it is pressed, reads the portal again and goes on. */
export const usePortalDeed = <Body, Reply>(
  send: (body: Body, options: CallOptions) => Promise<Reply>,
  onDone: (reply: Reply) => void,
) => {
  const { slug } = usePortal();
  const client = useQueryClient();
  const sendOnce = useIntent(send);
  const deed = useMutation({
    mutationFn: (body: Body) => sendOnce(body, null),
    onSuccess: async (reply) => {
      onDone(reply);
      await client.invalidateQueries({ queryKey: portalKeys.portal(slug) });
    },
  });
  return { isPending: deed.isPending, error: deed.error, send: deed.mutate, reset: deed.reset };
};
