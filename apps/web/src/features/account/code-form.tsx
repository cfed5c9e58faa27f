import type { Session } from '@reglament/contract';
import { Button, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { hasPasskeys, NoPasskey, usePasskeySignIn } from '../../api/use-passkey.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './account.module.css';
import { useGiveCode } from './use-account.ts';
import { useWords } from './use-words.ts';

/** Gives the second factor: a code of the app, a recovery code, or a passkey. */
export function CodeForm({ onDone }: { readonly onDone: (session: Session) => void }) {
  const w = useWords();
  const give = useGiveCode();
  const passkey = usePasskeySignIn();
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = code.replace(/\s/g, '').length < 6;
  const error = give.error ?? passkey.error;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    passkey.reset();
    if (!isMissing) give.mutate(code, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate aria-labelledby="factor-title">
      <h1 className={classes.title} id="factor-title">
        {w.gate.owedTitle}
      </h1>
      <p className={classes.about}>{w.gate.owedAbout}</p>
      {error instanceof NoPasskey ? (
        <p className={classes.warn} role="alert">
          {w.passkeys.cancelled}
        </p>
      ) : (
        error !== null && <ProblemNotice error={error} />
      )}
      <TextInput
        autoFocus
        label={w.gate.code}
        description={w.gate.codeHint}
        autoComplete="one-time-code"
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={isChecked && isMissing && w.gate.codeMissing}
      />
      <Button type="submit" fullWidth loading={give.isPending}>
        {w.gate.submit}
      </Button>
      {hasPasskeys() && (
        <Button
          variant="default"
          fullWidth
          leftSection={<IconKey size={17} stroke={1.7} aria-hidden />}
          loading={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: onDone })}
        >
          {w.gate.byPasskey}
        </Button>
      )}
      <p className={classes.quiet}>{w.gate.lost}</p>
    </form>
  );
}
