import type { CertificatePage } from '@reglament/contract';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { useCertificateCommand } from './use-certificate-command.ts';

interface Props {
  readonly page: CertificatePage;
  readonly command: 'suspend' | 'resume' | 'revoke' | 'open-check';
  readonly onClose: () => void;
}

/** Stops a certificate, lifts the stop, or ends it for good: always with a reason. */
export function ReasonDialog({ page, command, onClose }: Props) {
  const { m } = useI18n();
  const { send, ...state } = useCertificateCommand(page, onClose);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (reason.trim() !== '') send({ command, reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={m.certificates.command[command]}
      about={m.certificates.form.stops[command]}
      submit={m.certificates.command[command]}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <ReasonField reason={reason} onChange={setReason} isMissing={isChecked && reason.trim() === ''} />
    </CommandDialog>
  );
}

export function ReasonField({
  reason,
  onChange,
  isMissing,
  label,
}: {
  /** Absent: the reason. */
  readonly label?: string;
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  readonly isMissing: boolean;
}) {
  const { m } = useI18n();
  return (
    <Textarea
      data-autofocus
      label={label ?? m.certificates.form.reason}
      description={m.certificates.form.reasonHint}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={2000}
      value={reason}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isMissing && m.certificates.form.reasonMissing}
    />
  );
}
