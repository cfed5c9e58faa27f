import { Select, Textarea, TextInput } from '@mantine/core';
import { useDesk } from '../../desk/desk-context.tsx';
import { ProductSelect } from '../../desk/product-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import classes from './register-page.module.css';
import type { FieldsProps } from './requester-fields.tsx';

const NOT_STATED = '';

interface Props extends FieldsProps {
  readonly errors: { readonly subject: string | null };
}

export function RequestFields({ form, onChange, errors }: Props) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const priorities = regulation?.priorities ?? [];
  return (
    <fieldset className={classes.group}>
      <legend>{m.register.what}</legend>
      <TextInput
        label={m.register.subject}
        required
        maxLength={300}
        value={form.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
        error={errors.subject}
      />
      <Textarea
        label={m.register.text}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={100_000}
        value={form.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        label={m.register.type}
        data={(regulation?.ticketTypes ?? []).map((one) => ({ value: one.id, label: say(one.name) }))}
        clearable
        clearButtonProps={{ 'aria-label': m.common.dismiss }}
        value={form.type}
        onChange={(type) => onChange({ type })}
      />
      <ProductSelect
        chosen={{ product: form.product, productVersion: form.productVersion }}
        isWanted={(regulation?.intake ?? []).some(({ source, required }) => source === 'product' && required)}
        onChange={onChange}
      />
      {priorities.length > 0 && (
        <Choices
          legend={m.register.priority}
          choices={[
            ...priorities.map((one) => ({
              id: one.id,
              name: say(one.name),
              definition: say(one.definition),
            })),
            { id: NOT_STATED, name: m.register.priorityNone },
          ]}
          value={form.priority ?? NOT_STATED}
          onChange={(id) => onChange({ priority: id === NOT_STATED ? null : id })}
        />
      )}
    </fieldset>
  );
}
