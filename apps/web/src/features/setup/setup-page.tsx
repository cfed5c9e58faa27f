import { type endpoints, ProblemError, type ReplyOf } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../ui/preference-switches.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Wordmark } from '../../ui/wordmark.tsx';
import { DeskStep } from './desk-step.tsx';
import { OwnerStep } from './owner-step.tsx';
import { PersonStep } from './person-step.tsx';
import { RegulationStep } from './regulation-step.tsx';
import { emptySetup, faultsOf, type SetupForm, type Step, STEPS, stepOfPointer } from './setup-form.ts';
import classes from './setup-page.module.css';
import { useLook, useSetUp, useWhoIsHere } from './use-setup.ts';
import { useSetupWords } from './use-setup-words.ts';

/** Leads from the printed address to an open desk: the first of an installation, or another one. */
export function SetupPage() {
  const w = useSetupWords();
  const { m } = useI18n();
  // The token stands after the #: browsers send that nowhere.
  const [token] = useState(() => window.location.hash.slice(1));
  const look = useLook(token);
  usePageTitle(look.data?.adds === true ? w.titleAnother : w.title);
  return (
    <div className={classes.page}>
      <div className={classes.corner}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className={classes.main}>
        <div className={classes.brand}>
          <Wordmark large />
          <p className={classes.tagline}>{look.data?.adds === true ? w.besides : m.product.tagline}</p>
        </div>
        {look.isPending && <p role="status">{w.checking}</p>}
        {look.isError && <Over error={look.error} onRetry={() => void look.refetch()} />}
        {look.data !== undefined && <Steps token={token} look={look.data} />}
      </main>
    </div>
  );
}

function Over({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const w = useSetupWords();
  const navigate = useNavigate();
  const isOver = error instanceof ProblemError && error.problem.status < 500;
  if (!isOver) return <ProblemNotice error={error} onRetry={onRetry} />;
  return (
    <ScreenState isPage icon={IconLinkOff} title={w.overTitle} hint={w.overHint}>
      <p className={classes.another}>
        {w.anotherDesk} <code>npm start -- --add-desk</code>
      </p>
      <Button variant="default" onClick={() => void navigate({ to: '/sign-in' })}>
        {w.toSignIn}
      </Button>
    </ScreenState>
  );
}

interface StepsProps {
  readonly token: string;
  readonly look: ReplyOf<typeof endpoints.lookAtSetup>;
}

function Steps({ token, look: { adds, regulations } }: StepsProps) {
  const w = useSetupWords();
  const navigate = useNavigate();
  const setUp = useSetUp(token);
  const [form, setForm] = useState<SetupForm>(adds ? { ...emptySetup, slug: '' } : emptySetup);
  const [at, setAt] = useState(0);
  const [isTried, setIsTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = STEPS[at] ?? 'person';
  const who = useWhoIsHere(adds);
  const isMine = who.me !== null && !form.isNewcomer;
  const faults = isTried ? faultsOf(step, form, isMine) : [];
  const go = (to: number) => {
    setAt(to);
    setIsTried(false);
  };
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);
  const handleChange = (changes: Partial<SetupForm>) => setForm((before) => ({ ...before, ...changes }));
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (setUp.isPending || who.isPending) return;
    if (faultsOf(step, form, isMine).length > 0) return setIsTried(true);
    if (at < STEPS.length - 1) return go(at + 1);
    setUp.mutate(
      { form, isMine },
      {
        onSuccess: () =>
          void navigate({ to: '/d/$desk/welcome', params: { desk: form.slug }, replace: true }),
        onError: (error) => {
          const pointer = error instanceof ProblemError ? error.problem.errors?.[0]?.pointer : undefined;
          const wanted = pointer === undefined ? null : stepOfPointer(pointer);
          if (wanted !== null) go(STEPS.indexOf(wanted));
        },
      },
    );
  };
  const nameOf = (one: Step): string => (adds && one === 'person' ? w.owner.step : w.steps[one]);
  const fields = { form, faults, onChange: handleChange };
  return (
    <form className={classes.card} onSubmit={handleSubmit} noValidate>
      <ol className={classes.steps}>
        {STEPS.map((one, index) => (
          <li
            key={one}
            data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            {nameOf(one)}
          </li>
        ))}
      </ol>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {nameOf(step)}
        <span className={classes.count}>{w.step(at + 1, STEPS.length)}</span>
      </h1>
      {step === 'person' &&
        (adds ? <OwnerStep {...fields} who={who} /> : <PersonStep {...fields} about={w.person.about} />)}
      {step === 'desk' && <DeskStep {...fields} adds={adds} />}
      {step === 'regulation' && <RegulationStep {...fields} token={token} regulations={regulations} />}
      {setUp.error !== null && <ProblemNotice error={setUp.error} onDismiss={setUp.reset} />}
      <div className={classes.buttons}>
        {at > 0 && (
          <Button variant="default" onClick={() => go(at - 1)}>
            {w.back}
          </Button>
        )}
        <Button type="submit" loading={setUp.isPending}>
          {at < STEPS.length - 1 ? w.next : w.open}
        </Button>
      </div>
    </form>
  );
}
