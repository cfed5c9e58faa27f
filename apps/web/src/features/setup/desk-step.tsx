import { TextInput } from '@mantine/core';
import type { StepProps } from './person-step.tsx';
import classes from './setup-page.module.css';
import { useSetupWords } from './use-setup-words.ts';

export function DeskStep({ form, faults, onChange, adds }: StepProps & { readonly adds: boolean }) {
  const { desk: w, person } = useSetupWords();
  return (
    <>
      <p className={classes.about}>{adds ? w.aboutAnother : w.about}</p>
      <TextInput
        label={w.name}
        description={w.nameHint}
        value={form.deskName}
        maxLength={120}
        onChange={(event) => onChange({ deskName: event.currentTarget.value })}
      />
      <TextInput
        label={w.slug}
        description={w.slugHint(form.slug)}
        value={form.slug}
        maxLength={40}
        spellCheck={false}
        autoComplete="off"
        error={faults.includes('slug') && w.slugBroken}
        onChange={(event) => onChange({ slug: event.currentTarget.value.toLowerCase() })}
      />
      <TextInput
        type="email"
        label={w.address}
        description={w.addressHint}
        placeholder="help@firma.example"
        value={form.address}
        autoComplete="off"
        error={
          faults.includes('address') &&
          (form.address.trim() === '' ? person.emailMissing : person.emailBroken)
        }
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
    </>
  );
}
