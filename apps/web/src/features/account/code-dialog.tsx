import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { AccountDialog } from './account-dialog.tsx';
import classes from './account.module.css';
import { useWords } from './use-words.ts';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (code: string) => void;
  readonly onClose: () => void;
}

/** Asks for a code once more before something that weakens the account. */
export function CodeDialog({ title, about, submit, isPending, error, onSubmit, onClose }: Props) {
  const { m } = useI18n();
  const w = useWords();
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = code.replace(/\s/g, '').length < 6;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isMissing) onSubmit(code);
  };
  return (
    <AccountDialog title={title} onClose={onClose}>
      <form className={classes.form} onSubmit={handleSubmit} noValidate>
        <p className={classes.said}>{about}</p>
        {error !== null && <ProblemNotice error={error} />}
        <TextInput
          data-autofocus
          label={w.gate.code}
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={isChecked && isMissing && w.gate.codeMissing}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.common.cancel}
          </Button>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </AccountDialog>
  );
}
