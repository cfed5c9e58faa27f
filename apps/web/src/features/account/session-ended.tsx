import { endpoints, type Session } from '@reglament/contract';
import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { hasPasskeys, NoPasskey, usePasskeySignIn } from '../../api/use-passkey.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './account.module.css';
import { CodeForm } from './code-form.tsx';
import { useWords } from './use-words.ts';

interface Props {
  readonly person: Session['person'];
}

/** Over everything else of this browser's page. */
const ABOVE = 500;
const nothing = () => undefined;

/** The session ended under an open page: who was here signs in over it, and all that was typed is still there. */
export function SessionEnded({ person }: Props) {
  const client = useQueryClient();
  const { again } = useWords();
  const [isOwed, setIsOwed] = useState(false);
  // Whoever watches the session goes on from there: the page as it was, or anew for somebody else.
  const goOn = async (session: Session) => {
    // What was asked before they came back must not say again that they are gone.
    await client.cancelQueries({ queryKey: keys.session });
    if (session.secondFactor === 'owed') setIsOwed(true);
    else client.setQueryData(keys.session, session);
  };
  const handleDone = (session: Session) => void goOn(session);
  return (
    <Modal
      opened
      centered
      onClose={nothing}
      size={400}
      padding="xl"
      zIndex={ABOVE}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      overlayProps={{ blur: 8 }}
      title={again.title}
    >
      {isOwed ? <CodeForm onDone={handleDone} /> : <PasswordAgain email={person.email} onDone={handleDone} />}
    </Modal>
  );
}

interface AgainProps {
  readonly email: string;
  readonly onDone: (session: Session) => void;
}

function PasswordAgain({ email: known, onDone }: AgainProps) {
  const { m } = useI18n();
  const { again: w, gate } = useWords();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const signIn = useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) =>
      api(endpoints.signIn, { params: {}, body }),
    onSuccess: onDone,
  });
  const passkey = usePasskeySignIn();
  const error = signIn.error ?? passkey.error;
  const here = `${window.location.pathname}${window.location.search}`;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    passkey.reset();
    if (email.trim() !== '' && password !== '' && !signIn.isPending)
      signIn.mutate({ email: email.trim(), password });
  };
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate>
      <p className={classes.said}>{w.about}</p>
      {error instanceof NoPasskey ? (
        <p className={classes.warn} role="alert">
          {w.noPasskey}
        </p>
      ) : (
        error !== null && <ProblemNotice error={error} />
      )}
      <TextInput
        label={m.signIn.email}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isChecked && email.trim() === '' && m.signIn.emailMissing}
      />
      <PasswordInput
        data-autofocus
        label={m.signIn.password}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isChecked && password === '' && m.signIn.passwordMissing}
        visibilityToggleButtonProps={{ 'aria-label': m.signIn.showPassword }}
      />
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {m.signIn.submit}
      </Button>
      {hasPasskeys() && (
        <Button
          variant="default"
          fullWidth
          leftSection={<IconKey size={17} stroke={1.7} aria-hidden />}
          loading={passkey.isPending}
          disabled={signIn.isPending || signIn.isSuccess}
          onClick={() => passkey.mutate(undefined, { onSuccess: onDone })}
        >
          {gate.byPasskey}
        </Button>
      )}
      <p className={classes.quiet}>
        <a href={`/sign-in?to=${encodeURIComponent(here)}`} target="_blank" rel="noreferrer">
          {w.otherwise}
        </a>
      </p>
    </form>
  );
}
