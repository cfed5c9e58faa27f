import { type AccountPage, ProblemError } from '@reglament/contract';
import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './account.module.css';
import { useChangePassword } from './use-account.ts';
import { useWords } from './use-words.ts';

const MIN_PASSWORD = 8;

const isWrongCurrent = (error: Error | null): boolean =>
  error instanceof ProblemError && error.problem.errors?.[0]?.pointer === '/current';

/** Changes the password, or sets a first one. */
export function PasswordSection({ account }: { readonly account: AccountPage }) {
  const w = useWords();
  const { m } = useI18n();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isWrong = isWrongCurrent(change.error);
  const toggle = { 'aria-label': m.signIn.showPassword };

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (next.length < MIN_PASSWORD || (account.hasPassword && current === '')) return;
    const done = () => {
      setCurrent('');
      setNext('');
      setIsChecked(false);
      toast(w.password.saved);
    };
    change.mutate({ current: account.hasPassword ? current : null, next }, { onSuccess: done });
  };
  return (
    <section className={classes.card} aria-labelledby="password-title">
      <h2 className={classes.title} id="password-title">
        {w.password.title}
      </h2>
      <p className={classes.about}>{account.hasPassword ? w.password.about : w.password.none}</p>
      <form className={classes.form} onSubmit={handleSubmit} noValidate>
        {change.error !== null && !isWrong && <ProblemNotice error={change.error} />}
        <input type="email" name="email" autoComplete="username" value={account.email} readOnly hidden />
        <div className={classes.pair}>
          {account.hasPassword && (
            <PasswordInput
              label={w.password.current}
              inputWrapperOrder={['label', 'input', 'error']}
              autoComplete="current-password"
              maxLength={200}
              value={current}
              onChange={(event) => {
                setCurrent(event.currentTarget.value);
                change.reset();
              }}
              error={
                (isWrong && w.password.wrong) || (isChecked && current === '' && m.signIn.passwordMissing)
              }
              visibilityToggleButtonProps={toggle}
            />
          )}
          <PasswordInput
            label={w.password.next}
            description={w.password.nextHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            maxLength={200}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            error={isChecked && next.length < MIN_PASSWORD && w.password.short}
            visibilityToggleButtonProps={toggle}
          />
        </div>
        <div className={classes.row}>
          <Button type="submit" variant="default" loading={change.isPending}>
            {account.hasPassword ? w.password.change : w.password.set}
          </Button>
        </div>
      </form>
    </section>
  );
}
