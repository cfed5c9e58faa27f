import {
  type BodyOf,
  type CallOptions,
  endpoints,
  type InquiryCommandInput,
  type InquiryPage,
  type NewInquiryBody,
  ProblemError,
} from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import { toast } from '../../ui/toast.ts';

const useOpen = () => {
  const { slug } = useDesk();
  const navigate = useNavigate();
  return (number: number) =>
    navigate({ to: '/d/$desk/inquiries/$number', params: { desk: slug, number: String(number) } });
};

/** Does something to an inquiry and reads it again; the dialog closes when it is done. */
export const useInquiryCommand = (
  { inquiry }: InquiryPage,
  onDone: (body: InquiryCommandInput) => void,
  /** That the person saw; the page's unless said. */
  seenVersion?: number,
  /** Where the draft that is sent is kept. */
  keptAs?: string,
) => {
  const { slug } = useDesk();
  const { m } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { number, version } = inquiry;
  const post = useCallback(
    (body: InquiryCommandInput, options: CallOptions) =>
      api(endpoints.commandInquiry, { params: { desk: slug, inquiryNumber: number }, body }, options),
    [slug, number],
  );
  const sendOnce = useIntent(post, keptAs);
  const readAgain = () => client.invalidateQueries({ queryKey: keys.inquiries(slug) });
  const command = useMutation({
    mutationFn: (body: InquiryCommandInput) => sendOnce(body, seenVersion ?? version),
    onSuccess: async ({ ticketNumber }, body) => {
      toast(m.inquiries.done[body.command]);
      if (keptAs !== undefined) onDone(body);
      await readAgain();
      if (keptAs === undefined) onDone(body);
      if (ticketNumber !== undefined)
        await navigate({ to: '/d/$desk/t/$number', params: { desk: slug, number: String(ticketNumber) } });
    },
    onError: async (error) => {
      if (error instanceof ProblemError && (error.problem.code === 'stale' || error.problem.status === 409))
        await readAgain();
    },
  });
  return {
    isPending: command.isPending,
    error: command.error,
    send: command.mutate,
    reset: command.reset,
  };
};

/** Keeps an inquiry that reached staff, and shows it. */
export const useNewInquiry = (onClose: () => void) => {
  const { slug } = useDesk();
  const { m } = useI18n();
  const client = useQueryClient();
  const open = useOpen();
  const post = useCallback(
    (body: NewInquiryBody, options: CallOptions) =>
      api(endpoints.openInquiry, { params: { desk: slug }, body }, options),
    [slug],
  );
  const sendOnce = useIntent(post);
  const opening = useMutation({
    mutationFn: (body: NewInquiryBody) => sendOnce(body, null),
    onSuccess: async ({ number }) => {
      toast(m.inquiries.opened(inquiryMark(number)));
      void client.invalidateQueries({ queryKey: keys.inquiries(slug) });
      onClose();
      await open(number);
    },
  });
  return { isPending: opening.isPending, error: opening.error, send: opening.mutate };
};

/** What a ticket asks becomes an inquiry for sales, which is shown then. */
export const useSendToSales = (ticketNumber: number, onClose: () => void) => {
  const { slug } = useDesk();
  const { m } = useI18n();
  const client = useQueryClient();
  const open = useOpen();
  const post = useCallback(
    (body: BodyOf<typeof endpoints.sendTicketToSales>, options: CallOptions) =>
      api(endpoints.sendTicketToSales, { params: { desk: slug, number: ticketNumber }, body }, options),
    [slug, ticketNumber],
  );
  const sendOnce = useIntent(post);
  const sending = useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.sendTicketToSales>) => sendOnce(body, null),
    onSuccess: async ({ number }) => {
      toast(m.inquiries.opened(inquiryMark(number)));
      void client.invalidateQueries({ queryKey: keys.inquiries(slug) });
      void client.invalidateQueries({ queryKey: keys.ticket(slug, ticketNumber) });
      onClose();
      await open(number);
    },
  });
  return { isPending: sending.isPending, error: sending.error, send: sending.mutate };
};
