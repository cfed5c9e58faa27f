import { useState } from 'react';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

export function IdentifyDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [companyId, setCompanyId] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (companyId !== null) send({ command: 'identify', companyId });
  };
  return (
    <CommandDialog
      title={m.ticket.command.identify}
      about={`${page.ticket.requester.name} ${page.ticket.requester.email}. ${m.forms.identifyAbout}`}
      submit={m.forms.identify}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <CompanySelect
        autoFocus
        label={m.forms.company}
        value={companyId}
        onChange={setCompanyId}
        error={isChecked && companyId === null && m.forms.companyMissing}
      />
    </CommandDialog>
  );
}
