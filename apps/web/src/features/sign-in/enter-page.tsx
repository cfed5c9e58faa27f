import { ProblemError, type endpoints, type ReplyOf } from '@reglament/contract';
import { Button, PasswordInput, Skeleton, TextInput } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import classes from './sign-in-page.module.css';
import { useEnter, useLookAt } from './use-way-in.ts';
import { useWords } from './use-words.ts';

type Opened = ReplyOf<typeof endpoints.lookAtWayIn>;

const MIN_PASSWORD = 8;

/** Where a link from a letter leads: one button more, so that a mail scanner that follows links does not use it up. */
export function EnterPage() {
  const w = useWords();
  const { token } = useParams({ from: '/enter/$token' });
  const looked = useLookAt(token);
  usePageTitle(w.enter.page);
  const isOver =
    looked.error instanceof ProblemError &&
    (looked.error.problem.code === 'link-over' || looked.error.problem.code === 'invalid-request');
  return (
    <SignInFrame>
      {looked.data !== undefined ? (
        <EnterForm token={token} opened={looked.data} />
      ) : looked.error === null ? (
        <Skeleton height={180} radius="md" />
      ) : isOver ? (
        <Over />
      ) : (
        <ScreenFailure
          title={w.enter.failed}
          error={looked.error}
          isPage
          onRetry={() => void looked.refetch()}
        />
      )}
    </SignInFrame>
  );
}

function Over() {
  const w = useWords();
  return (
    <div className={classes.form} role="alert">
      <IconLinkOff size={34} stroke={1.4} className={classes.picture} aria-hidden />
      <h1 className={classes.title}>{w.over.title}</h1>
      <p className={classes.about}>{w.over.about}</p>
      <Button
        fullWidth
        mt={4}
        renderRoot={(props) => <Link to="/sign-in" search={{ by: 'link' }} {...props} />}
      >
        {w.over.submit}
      </Button>
    </div>
  );
}

interface FormProps {
  readonly token: string;
  readonly opened: Opened;
}

function EnterForm({ token, opened }: FormProps) {
  const w = useWords();
  const { say } = useI18n();
  const { kind, email, isNew } = opened;
  const enter = useEnter(token);
  const [name, setName] = useState(opened.name);
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const asksName = kind === 'invitation' && isNew;
  const asksPassword = kind === 'reset' || asksName;
  const nameError = asksName && name.trim() === '' ? w.enter.nameMissing : null;
  const passwordError = asksPassword && password.length < MIN_PASSWORD ? w.enter.passwordShort : null;
  const used = { link: enter.byLink, reset: enter.byReset, invitation: enter.byInvitation }[kind];
  const refusal = used.error instanceof ProblemError ? used.error.problem.code : null;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (nameError !== null || passwordError !== null) return;
    if (kind === 'link') enter.byLink.mutate();
    else if (kind === 'reset') enter.byReset.mutate(password);
    else enter.byInvitation.mutate(isNew ? { name: name.trim(), password } : {});
  };

  if (refusal === 'link-over') return <Over />;
  if (refusal === 'not-signed-in' || refusal === 'mailbox-unproven')
    return <ProveFirst token={token} opened={opened} byLink={refusal === 'mailbox-unproven'} />;
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate aria-labelledby="enter-title">
      <p className={classes.desk}>{say(opened.desk.name)}</p>
      <h1 className={classes.title} id="enter-title">
        {w.enter[kind]}
      </h1>
      <p className={classes.about}>
        {kind === 'reset'
          ? w.enter.resetAbout
          : kind === 'link'
            ? w.enter.as(email)
            : w.enter.invited(opened.role === null ? '' : w.roles[opened.role])}
      </p>
      {kind === 'invitation' && !isNew && <p className={classes.about}>{w.enter.known(email)}</p>}
      {used.error !== null && <ProblemNotice error={used.error} />}
      {/* Password managers keep the password under this name. */}
      {asksPassword && (
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      )}
      {asksName && (
        <TextInput
          label={w.enter.name}
          name="name"
          autoComplete="name"
          autoFocus
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isChecked && nameError}
        />
      )}
      {asksPassword && (
        <NewPassword
          value={password}
          onChange={setPassword}
          autoFocus={!asksName}
          error={isChecked ? passwordError : null}
        />
      )}
      <Button type="submit" loading={used.isPending} fullWidth mt={4} autoFocus={!asksPassword}>
        {kind === 'reset' ? w.enter.resetSubmit : kind === 'link' ? w.enter.submit : w.enter.accept}
      </Button>
    </form>
  );
}

/** An invitation of somebody who has an account: they show who they are, come back and accept. */
function ProveFirst({ token, opened, byLink }: FormProps & { readonly byLink: boolean }) {
  const w = useWords();
  const { say } = useI18n();
  const { email, desk } = opened;
  const search = {
    email,
    to: `/enter/${token}`,
    desk: desk.slug,
    ...(byLink ? { by: 'link' as const } : {}),
  };
  const words = byLink ? w.enter.unproven : w.enter.signIn;
  return (
    <div className={classes.form} role="alert">
      <p className={classes.desk}>{say(desk.name)}</p>
      <h1 className={classes.title}>{words.title}</h1>
      <p className={classes.about}>{words.about(email)}</p>
      <Button fullWidth mt={4} renderRoot={(props) => <Link to="/sign-in" search={search} {...props} />}>
        {words.submit}
      </Button>
    </div>
  );
}

interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus: boolean;
  readonly error: string | null;
}

function NewPassword({ value, onChange, autoFocus, error }: NewPasswordProps) {
  const w = useWords();
  const { m } = useI18n();
  return (
    <PasswordInput
      label={w.enter.password}
      description={w.enter.passwordHint}
      name="new-password"
      autoComplete="new-password"
      autoFocus={autoFocus}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': m.signIn.showPassword }}
    />
  );
}
