import type { CertificatePage } from '@reglament/contract';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { ReasonField } from './reason-dialog.tsx';
import { useCertificateCommand } from './use-certificate-command.ts';

interface Props {
  readonly page: CertificatePage;
  readonly onClose: () => void;
}

/** What a compliance check found: its outcome, and the finding in words. */
export function CheckDialog({ page, onClose }: Props) {
  const { m } = useI18n();
  const words = m.certificates.form;
  const { send, ...state } = useCertificateCommand(page, onClose);
  const [outcome, setOutcome] = useState<'ok' | 'breach' | null>(null);
  const [finding, setFinding] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (outcome !== null && finding.trim() !== '')
      send({ command: 'record-check', outcome, reason: finding.trim() });
  };
  return (
    <CommandDialog
      title={m.certificates.command['record-check']}
      submit={words.save}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <Choices
        legend={words.outcome}
        choices={[
          { id: 'ok', name: words.outcomes.ok },
          { id: 'breach', name: words.outcomes.breach },
        ]}
        value={outcome}
        onChange={(id) => setOutcome(id as 'ok' | 'breach')}
        error={isChecked && outcome === null && words.outcomeMissing}
      />
      <ReasonField
        label={words.finding}
        reason={finding}
        onChange={setFinding}
        isMissing={isChecked && finding.trim() === ''}
      />
    </CommandDialog>
  );
}
