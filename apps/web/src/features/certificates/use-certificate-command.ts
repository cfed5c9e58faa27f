import {
  type CallOptions,
  type CertificateCommandInput,
  type CertificateOrderBody,
  type CertificatePage,
  endpoints,
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
import { toast } from '../../ui/toast.ts';

/** Goes to a certificate: the new one, after a renewal or an issue. */
const useOpenCertificate = () => {
  const { slug } = useDesk();
  const navigate = useNavigate();
  return (certificateId: string) =>
    navigate({ to: '/d/$desk/certificates/$certificateId', params: { desk: slug, certificateId } });
};

/** Does something to a certificate and reads it again; the dialog closes when it is done. */
export const useCertificateCommand = ({ certificate }: CertificatePage, onClose: () => void) => {
  const { slug } = useDesk();
  const { m } = useI18n();
  const client = useQueryClient();
  const open = useOpenCertificate();
  const { certificateId, version } = certificate;
  const post = useCallback(
    (body: CertificateCommandInput, options: CallOptions) =>
      api(endpoints.commandCertificate, { params: { desk: slug, certificateId }, body }, options),
    [slug, certificateId],
  );
  const sendOnce = useIntent(post);
  // The company's page and its tickets name it too.
  const readAgain = () => client.invalidateQueries({ queryKey: keys.desk(slug) });
  const command = useMutation({
    mutationFn: (body: CertificateCommandInput) => sendOnce(body, version),
    onSuccess: async (reply, body) => {
      toast(m.certificates.done[body.command]);
      await readAgain();
      onClose();
      if (reply.certificateId !== certificateId) await open(reply.certificateId);
    },
    onError: async (error) => {
      if (error instanceof ProblemError && (error.problem.code === 'stale' || error.problem.status === 409))
        await readAgain();
    },
  });
  return { isPending: command.isPending, error: command.error, send: command.mutate };
};

/** Issues a certificate and shows it, or does what `onIssued` says. */
export const useIssue = (onClose: () => void, onIssued?: (certificateId: string) => Promise<void>) => {
  const { slug } = useDesk();
  const { m } = useI18n();
  const client = useQueryClient();
  const open = useOpenCertificate();
  const post = useCallback(
    (body: CertificateOrderBody, options: CallOptions) =>
      api(endpoints.issueCertificate, { params: { desk: slug }, body }, options),
    [slug],
  );
  const sendOnce = useIntent(post);
  const issue = useMutation({
    mutationFn: (body: CertificateOrderBody) => sendOnce(body, null),
    onSuccess: async (reply) => {
      toast(m.certificates.done.issue);
      // The company's page and its tickets name it too.
      await client.invalidateQueries({ queryKey: keys.desk(slug) });
      await onIssued?.(reply.certificateId);
      onClose();
      if (onIssued === undefined) await open(reply.certificateId);
    },
  });
  return { isPending: issue.isPending, error: issue.error, send: issue.mutate };
};
