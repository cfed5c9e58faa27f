import type { Session } from '@reglament/contract';
import { Skeleton } from '@mantine/core';
import { Choices } from '../../ui/choices.tsx';
import { PersonStep, type StepProps } from './person-step.tsx';
import classes from './setup-page.module.css';
import { useSetupWords } from './use-setup-words.ts';

interface Props extends StepProps {
  readonly who: {
    readonly isPending: boolean;
    readonly me: Session['person'] | null;
    readonly isNarrow: boolean;
  };
}

/** Whose a desk is to be that is added to others: of whoever is signed in, or of somebody new. */
export function OwnerStep({ who, ...step }: Props) {
  const { owner: w } = useSetupWords();
  const { form, onChange } = step;
  if (who.isPending) return <Skeleton height={160} />;
  if (who.me === null)
    return (
      <>
        <PersonStep {...step} about={w.aboutNew} />
        <p className={classes.aside}>
          {who.isNarrow ? (
            w.narrow
          ) : (
            <>
              {w.haveAccount}{' '}
              <a href="/sign-in" target="_blank" rel="noreferrer">
                {w.signIn}
              </a>
            </>
          )}
        </p>
      </>
    );
  return (
    <>
      <p className={classes.about}>{w.about}</p>
      <Choices
        legend={w.whose}
        choices={[
          { id: 'me', name: w.me(who.me.name), definition: who.me.email },
          { id: 'new', name: w.somebodyNew, definition: w.somebodyNewHint },
        ]}
        value={form.isNewcomer ? 'new' : 'me'}
        onChange={(id) => onChange({ isNewcomer: id === 'new' })}
      />
      {form.isNewcomer && <PersonStep {...step} about={null} />}
    </>
  );
}
