import type { CertificatePage } from '@reglament/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { dayOf } from './day-of.ts';
import { useCertificateCommand } from './use-certificate-command.ts';

interface Props {
  readonly page: CertificatePage;
  readonly command: 'record-date' | 'declare-intent';
  readonly onClose: () => void;
}

type Event = CertificatePage['recordable'][number]['event'];

/** A date that became known: of an event that may begin the certificate, or of the wish to renew. */
export function DayDialog({ page, command, onClose }: Props) {
  const { m, say } = useI18n();
  const { zone: ofDesk } = useDesk();
  const zone = page.certificate.zone ?? ofDesk;
  const { send, ...state } = useCertificateCommand(page, onClose);
  const [event, setEvent] = useState<Event | null>(page.recordable[0]?.event ?? null);
  const [on, setOn] = useState(() => dayOf(zone, serverNow()));
  const [isChecked, setIsChecked] = useState(false);
  const handleSubmit = () => {
    setIsChecked(true);
    if (on === '') return;
    if (command === 'declare-intent') send({ command, on });
    else if (event !== null) send({ command, event, on });
  };
  return (
    <CommandDialog
      title={m.certificates.command[command]}
      submit={m.certificates.form.save}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      {command === 'record-date' && (
        <NativeSelect
          label={m.certificates.form.event}
          value={event ?? ''}
          onChange={({ currentTarget }) => setEvent(currentTarget.value as Event)}
          data={page.recordable.map((one) => ({ value: one.event, label: say(one.name) }))}
        />
      )}
      <TextInput
        data-autofocus
        type="date"
        label={m.certificates.form.day}
        value={on}
        onChange={({ currentTarget }) => setOn(currentTarget.value)}
        error={isChecked && on === '' && m.certificates.form.dayMissing}
      />
    </CommandDialog>
  );
}
