import type { CertificatePage } from '@reglament/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { useCertificateCommand } from './use-certificate-command.ts';

interface Props {
  readonly page: CertificatePage;
  readonly onClose: () => void;
}

const numberOf = (text: string): number | null => {
  const count = Number(text);
  return text.trim() !== '' && Number.isInteger(count) && count > 0 ? count : null;
};

/** Licences for a new major version: which one, how many, and the number of the licence where it has one. */
export function UpgradeDialog({ page, onClose }: Props) {
  const { m } = useI18n();
  const words = m.certificates.form;
  const { send, ...state } = useCertificateCommand(page, onClose);
  const { inUse, quantity: bought } = page.certificate;
  const [version, setVersion] = useState('');
  const [quantity, setQuantity] = useState(`${inUse ?? bought ?? ''}`);
  const [number, setNumber] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const count = numberOf(quantity);
  const handleSubmit = () => {
    setIsChecked(true);
    if (version.trim() === '' || count === null) return;
    send({
      command: 'issue-upgrade',
      productVersion: version.trim(),
      quantity: count,
      number: number.trim() === '' ? null : number.trim(),
    });
  };
  return (
    <CommandDialog
      title={m.certificates.command['issue-upgrade']}
      about={words.upgradeAbout}
      submit={m.certificates.command['issue-upgrade']}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <TextInput
        data-autofocus
        label={words.upgradeVersion}
        maxLength={80}
        value={version}
        onChange={({ currentTarget }) => setVersion(currentTarget.value)}
        error={isChecked && version.trim() === '' && words.upgradeVersionMissing}
      />
      <TextInput
        label={words.upgradeQuantity}
        inputMode="numeric"
        value={quantity}
        onChange={({ currentTarget }) => setQuantity(currentTarget.value)}
        error={isChecked && count === null && words.upgradeQuantityMissing}
      />
      <TextInput
        label={words.upgradeNumber}
        maxLength={100}
        value={number}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
      />
    </CommandDialog>
  );
}
