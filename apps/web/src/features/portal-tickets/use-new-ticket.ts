import {
  endpoints,
  type CallOptions,
  type NewPortalTicket,
  type PortalTicketForm,
} from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { useIntent } from '../../api/use-intent.ts';
import { toast } from '../../ui/toast.ts';
import { type KeepingText, useKeptDraft } from '../../api/use-kept-draft.ts';
import { portalKeys, usePortal } from '../portal/index.ts';
import { useMessage, usePortalDraftKey, usePortalDraftPlace } from './use-message.ts';
import { useTicketWords } from './use-words.ts';

/** What is chosen and answered beside the words of the request. */
export interface NewTicketFacts {
  readonly companyId: string;
  readonly subject: string;
  readonly product: string;
  readonly productVersion: string;
  readonly type: string | null;
  readonly priority: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** The telephone to be called back on, as typed; null: no call is asked for. */
  readonly callback: string | null;
}

const nothing: NewTicketFacts = {
  companyId: '',
  subject: '',
  product: '',
  productVersion: '',
  type: null,
  priority: null,
  fields: {},
  callback: null,
};

const keeping: KeepingText<NewTicketFacts> = {
  read: (value) => {
    const kept = value as Partial<NewTicketFacts> | null;
    return typeof kept?.subject === 'string' ? { ...nothing, ...kept } : nothing;
  },
  isNothing: (facts) => JSON.stringify(facts) === JSON.stringify(nothing),
  textOf: ({ subject }) => subject,
  withText: (facts, subject) => ({ ...facts, subject }),
};

const filled = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, value]) => (value.trim() === '' ? [] : [[id, value.trim()]])),
  );

/** A ticket being written: kept until it is sent, on whatever device, sent once. */
export const useNewTicket = (form: PortalTicketForm) => {
  const { done } = useTicketWords();
  const { slug } = usePortal();
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = usePortalDraftKey('new.facts');
  const message = useMessage('new', { scope: 'new', part: 'message' });
  const place = usePortalDraftPlace('new', 'facts');
  const { value: kept, setValue: setFacts, clear, other } = useKeptDraft(key, keeping, place);
  const isTheirs = form.companies.some(({ companyId }) => companyId === kept.companyId);
  const facts = isTheirs ? kept : { ...kept, companyId: form.companies[0]?.companyId ?? '' };

  const send = useCallback(
    (body: NewPortalTicket, options: CallOptions) =>
      api(endpoints.registerPortalTicket, { params: { desk: slug }, body }, options),
    [slug],
  );
  const sendOnce = useIntent(send, key);
  const registration = useMutation({
    mutationFn: (body: NewPortalTicket) => sendOnce(body, null),
    onSuccess: async ({ number }, { text, attachments }) => {
      message.clear({ text, attachments: attachments ?? [] });
      clear();
      toast(done.registered(number));
      await client.invalidateQueries({ queryKey: portalKeys.portal(slug) });
      await navigate({ to: '/p/$desk/t/$number', params: { desk: slug, number: String(number) } });
    },
  });
  const { subject, product, productVersion, companyId, ...rest } = facts;
  return {
    facts,
    message,
    /** What another device has, of the facts or of the words. */
    other: message.other ?? other,
    change: (changes: Partial<NewTicketFacts>) => setFacts((now) => ({ ...now, ...changes })),
    error: registration.error,
    isPending: registration.isPending,
    /** `takesCalls`: whether a wish to be called back was offered; what was typed before it was not is not sent. */
    submit: (takesCalls: boolean) =>
      registration.mutate({
        ...rest,
        fields: filled(facts.fields),
        companyId: companyId === '' ? null : companyId,
        subject: subject.trim(),
        callback: takesCalls ? (facts.callback?.trim() ?? null) : null,
        text: message.message.text,
        product: product === '' ? null : product,
        productVersion: product === '' || productVersion === '' ? null : productVersion,
        attachments: message.attachments,
      }),
  };
};

export type NewTicket = ReturnType<typeof useNewTicket>;
