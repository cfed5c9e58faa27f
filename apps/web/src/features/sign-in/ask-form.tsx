import { Button, TextInput } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useEmailError } from './email-error.ts';
import classes from './sign-in-page.module.css';
import { useAsk } from './use-ask.ts';
import { useWords } from './use-words.ts';

/** Asks for a link by mail: to sign in with, or to set a new password with. */
export function AskForm({ what }: { readonly what: 'link' | 'reset' }) {
  const { m } = useI18n();
  const w = useWords();
  const search = useSearch({ from: '/sign-in' });
  const ask = useAsk(what);
  const [email, setEmail] = useState(search.email ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const emailRef = useRef<HTMLInputElement>(null);
  const emailError = useEmailError(email);
  const { by: _, ...others } = search;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (emailError === null) ask.mutate(email.trim());
    else emailRef.current?.focus();
  };

  if (ask.data !== undefined)
    return (
      <div className={classes.form} role="status">
        <IconMailCheck size={34} stroke={1.4} className={classes.picture} aria-hidden />
        <h1 className={classes.title}>{w.sent.title}</h1>
        <p className={classes.about}>{w.sent.about(ask.variables)}</p>
        <p className={classes.about}>{w.sent.until(ask.data.minutes)}</p>
        {ask.data.demo && <p className={classes.about}>{w.sent.demo}</p>}
        <Button variant="default" fullWidth mt={4} onClick={ask.reset}>
          {w.sent.other}
        </Button>
        <Button variant="subtle" fullWidth loading={ask.isPending} onClick={() => ask.mutate(ask.variables)}>
          {w.sent.again}
        </Button>
      </div>
    );
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate aria-labelledby="ask-title">
      <h1 className={classes.title} id="ask-title">
        {w[what].title}
      </h1>
      <p className={classes.about}>{w[what].about}</p>
      {ask.error !== null && <ProblemNotice error={ask.error} />}
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
      <Button type="submit" loading={ask.isPending} fullWidth mt={4}>
        {w[what].submit}
      </Button>
      <Link to="/sign-in" search={others} className={classes.aside}>
        {w.byPassword}
      </Link>
    </form>
  );
}
