import type { CertificatePage } from '@reglament/contract';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { ReasonField } from './reason-dialog.tsx';
import { useCertificateCommand } from './use-certificate-command.ts';

interface Props {
  readonly page: CertificatePage;
  /** Which of the certificate's upgrade licences, from 0. */
  readonly licence: number;
  readonly onClose: () => void;
}

/** Takes upgrade licences back, with a reason; that they were issued stays on record. */
export function RevokeUpgradeDialog({ page, licence, onClose }: Props) {
  const { m } = useI18n();
  const words = m.certificates;
  const { send, ...state } = useCertificateCommand(page, onClose);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (reason.trim() !== '') send({ command: 'revoke-upgrade', licence, reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={words.command['revoke-upgrade']}
      about={words.form.revokeUpgradeAbout}
      submit={words.command['revoke-upgrade']}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <ReasonField reason={reason} onChange={setReason} isMissing={isChecked && reason.trim() === ''} />
    </CommandDialog>
  );
}
