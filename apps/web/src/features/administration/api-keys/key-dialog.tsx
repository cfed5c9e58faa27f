import { NativeSelect, TextInput } from '@mantine/core';
import type { ApiScope } from '@reglament/contract';
import { useState } from 'react';
import { CommandDialog } from '../../ticket/index.ts';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { type NewKey, useCreateKey } from './use-api-keys.ts';

interface Props {
  /** null: the key was told before. */
  readonly onMade: (key: string | null) => void;
  readonly onClose: () => void;
}

/** A new key: whose it is, what it may, how long. */
export function KeyDialog({ onMade, onClose }: Props) {
  const { keys: w } = useOutsideWords();
  const create = useCreateKey();
  const [name, setName] = useState('');
  const [role, setRole] = useState<NewKey['role']>('engineer');
  const [scopes, setScopes] = useState<readonly ApiScope[]>(['tickets:read']);
  const [expiry, setExpiry] = useState<keyof typeof w.expiries>('365');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = name.trim() === '';
  const handleSubmit = () => {
    setIsChecked(true);
    if (isMissing || scopes.length === 0) return;
    const expiresInDays = expiry === 'never' ? null : Number(expiry);
    create.mutate(
      { name, role, scopes: [...scopes], expiresInDays },
      { onSuccess: ({ key }) => onMade(key) },
    );
  };
  return (
    <CommandDialog
      title={w.create}
      submit={w.make}
      isPending={create.isPending}
      error={create.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        required
        label={w.name}
        description={w.nameHint}
        maxLength={100}
        autoComplete="off"
        value={name}
        error={isChecked && isMissing && w.nameMissing}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ScopeChoice
        chosen={scopes}
        error={isChecked && scopes.length === 0 ? w.scopesMissing : null}
        onChange={setScopes}
      />
      <NativeSelect
        label={w.role}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as NewKey['role'])}
        data={Object.entries(w.roles).map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        label={w.expires}
        value={expiry}
        onChange={(event) => setExpiry(event.currentTarget.value as keyof typeof w.expiries)}
        data={Object.entries(w.expiries).map(([value, label]) => ({ value, label }))}
      />
    </CommandDialog>
  );
}
