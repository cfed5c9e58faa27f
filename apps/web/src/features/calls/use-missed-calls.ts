import { endpoints, type BodyOf, type CallOptions } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';

type Act = BodyOf<typeof endpoints.changeMissedCall>['act'];

interface Change {
  readonly callId: string;
  readonly act: Act;
  /** Why nobody has to call. */
  readonly reason?: string;
}

/** Under the counts: whatever changes the one changes the other. */
const missedKey = (slug: string) => [...keys.counts(slug), 'missed-calls'] as const;

export const useMissedCalls = () => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: missedKey(slug),
    queryFn: ({ signal }) => api(endpoints.getMissedCalls, { params: { desk: slug } }, { signal }),
  });
};

/** Takes a call, gives it back or marks it; says so where a colleague has it. */
export const useMissedCall = () => {
  const { m } = useI18n();
  const { slug } = useDesk();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ callId, act, reason }: Change) =>
      api(endpoints.changeMissedCall, {
        params: { desk: slug, callId },
        body: { act, ...(reason === undefined ? {} : { reason }) },
      }),
    onSuccess: ({ done, by }) => {
      if (!done) toast(m.calls.missed.takenBy(by?.name ?? ''), undefined, 'refused');
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.counts(slug) }),
  });
};

/** Puts down a call by hand. */
export const useAddMissedCall = (onAdded: () => void) => {
  const { slug } = useDesk();
  const client = useQueryClient();
  const post = useCallback(
    (body: BodyOf<typeof endpoints.addMissedCall>, options: CallOptions) =>
      api(endpoints.addMissedCall, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post);
  return useMutation({
    mutationFn: (body: { readonly phone: string; readonly note: string }) => send(body, null),
    onSuccess: async () => {
      onAdded();
      await client.invalidateQueries({ queryKey: keys.counts(slug) });
    },
  });
};
