import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { CompanyChoice, MakeCompany, useCompanyChoice } from '../companies/index.ts';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

export function IdentifyDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useDialogCommand(page, onClose);
  const { regulation } = useDesk();
  const choice = useCompanyChoice();
  const { companyId } = choice;
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (companyId !== null) send({ command: 'identify', companyId });
  };
  const asked = (regulation?.intake ?? []).find(({ source }) => source === 'company')?.id;
  const named = page.ticket.fields.find(({ id }) => id === asked)?.value ?? '';
  const { name, email, phone } = page.ticket.requester;
  const who = [name, email, phoneText(phone)].filter((one) => one !== '').join(', ');
  if (choice.isMaking) return <MakeCompany choice={choice} name={named} />;
  return (
    <CommandDialog
      title={m.ticket.command.identify}
      about={`${who}. ${m.forms.identifyAbout}`}
      submit={m.forms.identify}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <CompanyChoice
        choice={choice}
        label={m.forms.company}
        error={isChecked && companyId === null && m.forms.companyMissing}
      />
    </CommandDialog>
  );
}
