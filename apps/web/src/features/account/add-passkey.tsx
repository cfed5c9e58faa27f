import type { Session } from '@reglament/contract';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './account.module.css';
import { deviceName } from './device-name.ts';
import { NoPasskey, useAddPasskey } from '../../api/use-passkey.ts';
import { useWords } from './use-words.ts';

/** Names a passkey and has the browser make it. */
export function AddPasskey({ onDone }: { readonly onDone: (session: Session) => void }) {
  const w = useWords();
  const add = useAddPasskey();
  const [name, setName] = useState(() => deviceName(navigator.userAgent) ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = name.trim() === '';
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isMissing) add.mutate(name.trim(), { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate>
      {add.error instanceof NoPasskey && (
        <p className={classes.warn} role="alert">
          {w.passkeys.cancelled}
        </p>
      )}
      {add.error !== null && !(add.error instanceof NoPasskey) && <ProblemNotice error={add.error} />}
      <TextInput
        data-autofocus
        label={w.passkeys.name}
        description={w.passkeys.nameHint}
        maxLength={100}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isChecked && isMissing && w.passkeys.nameMissing}
      />
      <Button type="submit" fullWidth loading={add.isPending}>
        {w.passkeys.submit}
      </Button>
    </form>
  );
}
