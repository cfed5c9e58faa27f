import { TextInput } from '@mantine/core';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { labelApart } from '../../ui/label-apart.ts';
import { WantedLabel } from '../../ui/wanted-label.tsx';
import classes from './register-page.module.css';
import type { FieldsProps } from './requester-fields.tsx';

/** What the regulation wants to know and no other field of the form has asked. */
export function IntakeFields({ form, onChange }: FieldsProps) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const fields = (regulation?.intake ?? []).filter(
    (field) =>
      (field.source === null || field.source === 'platform' || field.source === 'certificate') &&
      (field.types === null || form.type === null || field.types.includes(form.type)),
  );
  if (fields.length === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend>{m.register.fields}</legend>
      {fields.map((field) => (
        <TextInput
          key={field.id}
          label={
            <WantedLabel
              name={labelApart(say(field.name), m.register.subject, m.register.ofRegulation)}
              // Which package serves is known only once the company is.
              isWanted={field.required && field.packages === null}
            />
          }
          description={field.hint === null ? undefined : say(field.hint)}
          maxLength={2000}
          value={form.fields[field.id] ?? ''}
          onChange={(event) =>
            onChange({ fields: { ...form.fields, [field.id]: event.currentTarget.value } })
          }
        />
      ))}
    </fieldset>
  );
}
