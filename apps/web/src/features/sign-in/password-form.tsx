import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconKey, IconMail } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { hasPasskeys, NoPasskey, usePasskeySignIn } from '../../api/use-passkey.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useEmailError } from './email-error.ts';
import classes from './sign-in-page.module.css';
import { useArrive, useSignIn } from './use-sign-in.ts';
import { useWords } from './use-words.ts';

/** E-mail and password, and the ways to those who have none. */
export function PasswordForm() {
  const { m } = useI18n();
  const w = useWords();
  const search = useSearch({ from: '/sign-in' });
  const signIn = useSignIn();
  const passkey = usePasskeySignIn();
  const arrive = useArrive();
  const [email, setEmail] = useState(search.email ?? '');
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const emailRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const emailError = useEmailError(email);
  const passwordError = password === '' ? m.signIn.passwordMissing : null;
  const said = search.expired === true ? m.signIn.expired : search.elsewhere === true ? w.elsewhere : null;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (emailError !== null) emailRef.current?.focus();
    else if (passwordError !== null) passwordRef.current?.focus();
    else signIn.mutate({ email: email.trim(), password });
  };

  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate aria-labelledby="sign-in-title">
      <h1 className={classes.title} id="sign-in-title">
        {m.signIn.title}
      </h1>
      {said !== null && signIn.error === null && <p className={classes.about}>{said}</p>}
      {signIn.error !== null && <ProblemNotice error={signIn.error} />}
      {passkey.error instanceof NoPasskey ? (
        <p className={classes.about} role="alert">
          {w.noPasskey}
        </p>
      ) : (
        passkey.error !== null && <ProblemNotice error={passkey.error} />
      )}
      <TextInput
        ref={emailRef}
        label={m.signIn.email}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus={search.email === undefined}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isChecked && emailError}
      />
      <PasswordInput
        ref={passwordRef}
        label={m.signIn.password}
        name="password"
        autoComplete="current-password"
        autoFocus={search.email !== undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isChecked && passwordError}
        visibilityToggleButtonProps={{ 'aria-label': m.signIn.showPassword }}
      />
      <Button type="submit" loading={signIn.isPending} fullWidth mt={4}>
        {m.signIn.submit}
      </Button>
      <Link to="/sign-in" search={{ ...search, by: 'reset' }} className={classes.aside}>
        {w.forgotten}
      </Link>
      <p className={classes.or}>
        <span>{w.or}</span>
      </p>
      <Button
        variant="default"
        fullWidth
        leftSection={<IconMail size={17} stroke={1.7} aria-hidden />}
        renderRoot={(props) => <Link to="/sign-in" search={{ ...search, by: 'link' }} {...props} />}
      >
        {w.byLink}
      </Button>
      {hasPasskeys() && (
        <Button
          variant="default"
          fullWidth
          leftSection={<IconKey size={17} stroke={1.7} aria-hidden />}
          loading={passkey.isPending}
          // One way in at a time.
          disabled={signIn.isPending || signIn.isSuccess}
          onClick={() => passkey.mutate(undefined, { onSuccess: (session) => void arrive(session) })}
        >
          {w.byPasskey}
        </Button>
      )}
    </form>
  );
}
