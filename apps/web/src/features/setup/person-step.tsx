import { PasswordInput, TextInput } from '@mantine/core';
import type { SetupForm } from './setup-form.ts';
import classes from './setup-page.module.css';
import { useSetupWords } from './use-setup-words.ts';

export interface StepProps {
  readonly form: SetupForm;
  /** Fields to be mended before one goes on. */
  readonly faults: readonly (keyof SetupForm)[];
  readonly onChange: (changes: Partial<SetupForm>) => void;
}

interface Props extends StepProps {
  /** What one becomes by it; null: it is said already. */
  readonly about: string | null;
}

export function PersonStep({ form, faults, onChange, about }: Props) {
  const { person: w } = useSetupWords();
  return (
    <>
      {about !== null && <p className={classes.about}>{about}</p>}
      <TextInput
        label={w.name}
        value={form.name}
        maxLength={200}
        autoComplete="name"
        autoFocus
        error={faults.includes('name') && w.nameMissing}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={w.email}
        value={form.email}
        autoComplete="username"
        error={faults.includes('email') && (form.email.trim() === '' ? w.emailMissing : w.emailBroken)}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <PasswordInput
        label={w.password}
        description={w.passwordHint}
        value={form.password}
        maxLength={200}
        autoComplete="new-password"
        error={faults.includes('password') && w.passwordShort}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
    </>
  );
}
