import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../ui/preference-switches.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Wordmark } from '../../ui/wordmark.tsx';
import classes from './sign-in-page.module.css';
import { useSignIn } from './use-sign-in.ts';

export function SignInPage() {
  const { m } = useI18n();
  const { expired } = useSearch({ from: '/sign-in' });
  usePageTitle(m.signIn.title);
  return (
    <div className={classes.page}>
      <div className={classes.corner}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className={classes.main}>
        <div className={classes.brand}>
          <Wordmark large />
          <p className={classes.tagline}>{m.product.tagline}</p>
        </div>
        <div className={classes.card}>
          <SignInForm expired={expired === true} />
        </div>
        <p className={classes.demo}>
          <b>{m.signIn.demo}</b> {m.signIn.demoWhere}
        </p>
      </main>
    </div>
  );
}

function SignInForm({ expired }: { readonly expired: boolean }) {
  const { m } = useI18n();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const emailRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);

  const emailError =
    email.trim() === ''
      ? m.signIn.emailMissing
      : /^\S+@\S+$/.test(email.trim())
        ? null
        : m.signIn.emailBroken;
  const passwordError = password === '' ? m.signIn.passwordMissing : null;

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
      {expired && signIn.error === null && <p className={classes.demo}>{m.signIn.expired}</p>}
      {signIn.error !== null && <ProblemNotice error={signIn.error} />}
      <TextInput
        ref={emailRef}
        label={m.signIn.email}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isChecked && emailError}
      />
      <PasswordInput
        ref={passwordRef}
        label={m.signIn.password}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isChecked && passwordError}
        visibilityToggleButtonProps={{ 'aria-label': m.signIn.showPassword }}
      />
      <Button type="submit" loading={signIn.isPending} fullWidth mt={4}>
        {m.signIn.submit}
      </Button>
    </form>
  );
}
