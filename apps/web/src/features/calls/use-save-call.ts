import { endpoints, type BodyOf, type CallOptions } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { bodyOf } from '../register/index.ts';
import type { CallDraft } from './call-drafts.ts';

/** Registers the call as a ticket, once however often it is tried. */
export const useSaveCall = (draft: CallDraft, onSaved: (number: number) => void) => {
  const { m } = useI18n();
  const { slug } = useDesk();
  const client = useQueryClient();
  const post = useCallback(
    (body: BodyOf<typeof endpoints.registerTicket>, options: CallOptions) =>
      api(endpoints.registerTicket, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post, `reglament.call.${draft.callId}`);
  return useMutation({
    mutationFn: () => {
      const { form, contactId, isWithheld, wantsCallback, missedCallId = null } = draft;
      const phone = isWithheld ? '' : form.phone;
      const back = draft.callbackPhone.trim() === '' ? phone : draft.callbackPhone.trim();
      const note = wantsCallback ? m.calls.callbackNote(back) : '';
      return send(
        {
          ...bodyOf({ ...form, phone, text: [form.text.trim(), note].filter(Boolean).join('\n\n') }),
          contactId,
          callback: wantsCallback ? back : null,
          missedCallId,
        },
        null,
      );
    },
    onSuccess: ({ number }) => {
      onSaved(number);
      void client.invalidateQueries({ queryKey: keys.queues(slug) });
      void client.invalidateQueries({ queryKey: keys.counts(slug) });
      void client.invalidateQueries({ queryKey: [...keys.desk(slug), 'callers'] });
    },
  });
};
