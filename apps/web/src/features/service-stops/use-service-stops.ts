import { type CallOptions, endpoints } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';

/** Whose stops are asked for: one contact's, or those of everybody who speaks for a company. */
export interface StopsOf {
  readonly contactId?: string;
  readonly companyId?: string;
}

/** Asked only where the regulation foresees that service is stopped for somebody. */
export const useServiceStops = (of: StopsOf) => {
  const { slug, regulation } = useDesk();
  return useQuery({
    queryKey: [...keys.desk(slug), 'service-stops', of],
    queryFn: ({ signal }) =>
      api(endpoints.getServiceStops, { params: { desk: slug }, query: of }, { signal }),
    enabled: regulation !== null && regulation.entitlement.abuse !== null,
  });
};

export type StopAction = 'stop' | 'resume';

/** Stops service for a contact with evidence, or takes that back with a reason. */
export const useStopCommand = (action: StopAction, contactId: string, onDone: () => void) => {
  const { slug } = useDesk();
  const client = useQueryClient();
  const post = useCallback(
    (words: string, options: CallOptions) =>
      action === 'stop'
        ? api(
            endpoints.stopService,
            { params: { desk: slug }, body: { contactId, evidence: words } },
            options,
          )
        : api(
            endpoints.resumeService,
            { params: { desk: slug }, body: { contactId, reason: words } },
            options,
          ),
    [action, slug, contactId],
  );
  const sendOnce = useIntent(post);
  return useMutation({
    mutationFn: (words: string) => sendOnce(words, null),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.desk(slug) });
      onDone();
    },
  });
};
