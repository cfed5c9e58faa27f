import { Checkbox, Input, TextInput } from '@mantine/core';
import type { Webhook, WebhookType } from '@reglament/contract';
import { useState } from 'react';
import { toast } from '../../../ui/toast.ts';
import { CommandDialog } from '../../ticket/index.ts';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import { useChangeWebhook, useCreateWebhook } from './use-webhooks.ts';
import classes from './webhooks.module.css';

interface Fields {
  readonly url: string;
  readonly about: string;
  readonly types: readonly WebhookType[];
}

interface FormProps {
  readonly title: string;
  readonly submit: string;
  readonly initial: Fields;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (fields: Fields) => void;
  readonly onClose: () => void;
}

function WebhookForm({ initial, onSave, ...dialog }: FormProps) {
  const { hooks: w } = useOutsideWords();
  const [fields, setFields] = useState(initial);
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = fields.url.trim() === '';
  const handleSubmit = () => {
    setIsChecked(true);
    if (!isMissing && fields.types.length > 0) onSave({ ...fields, url: fields.url.trim() });
  };
  return (
    <CommandDialog wide onSubmit={handleSubmit} {...dialog}>
      <TextInput
        data-autofocus
        required
        type="url"
        label={w.url}
        description={w.urlHint}
        placeholder="https://crm.example/hooks/support"
        maxLength={2000}
        autoComplete="off"
        value={fields.url}
        error={isChecked && isMissing && w.urlMissing}
        onChange={(event) => setFields({ ...fields, url: event.currentTarget.value })}
      />
      <TextInput
        label={w.name}
        description={w.nameHint}
        maxLength={200}
        autoComplete="off"
        value={fields.about}
        onChange={(event) => setFields({ ...fields, about: event.currentTarget.value })}
      />
      <Events
        chosen={fields.types}
        error={isChecked && fields.types.length === 0 ? w.eventsMissing : null}
        onChange={(types) => setFields({ ...fields, types })}
      />
    </CommandDialog>
  );
}

interface EventsProps {
  readonly chosen: readonly WebhookType[];
  readonly error: string | null;
  readonly onChange: (chosen: readonly WebhookType[]) => void;
}

/** Events by what they are about; the head of a group takes all of it. */
function Events({ chosen, error, onChange }: EventsProps) {
  const { hooks: w } = useOutsideWords();
  const all = Object.keys(w.types) as WebhookType[];
  return (
    <fieldset className={classes.events}>
      <legend className={classes.legend}>{w.events}</legend>
      <div className={classes.groups}>
        {(Object.keys(w.groups) as (keyof typeof w.groups)[]).map((group) => {
          const types = all.filter((type) => type.startsWith(`${group}.`));
          const there = types.filter((type) => chosen.includes(type));
          return (
            <div key={group} className={classes.group}>
              <Checkbox
                fw={600}
                label={w.groups[group]}
                checked={there.length === types.length}
                indeterminate={there.length > 0 && there.length < types.length}
                onChange={(event) => {
                  const rest = chosen.filter((type) => !types.includes(type));
                  onChange(event.currentTarget.checked ? [...rest, ...types] : rest);
                }}
              />
              {types.map((type) => (
                <Checkbox
                  key={type}
                  label={w.types[type]}
                  aria-label={`${w.groups[group]}: ${w.types[type]}`}
                  checked={chosen.includes(type)}
                  onChange={(event) => {
                    const rest = chosen.filter((one) => one !== type);
                    onChange(event.currentTarget.checked ? [...rest, type] : rest);
                  }}
                />
              ))}
            </div>
          );
        })}
      </div>
      {error !== null && <Input.Error mt={6}>{error}</Input.Error>}
    </fieldset>
  );
}

const first: Fields = { url: '', about: '', types: ['ticket.registered', 'ticket.state-changed'] };

interface CreateProps {
  /** null: the secret was told before. */
  readonly onMade: (secret: string | null) => void;
  readonly onClose: () => void;
}

export function CreateWebhook({ onMade, onClose }: CreateProps) {
  const { hooks: w } = useOutsideWords();
  const create = useCreateWebhook();
  return (
    <WebhookForm
      title={w.create}
      submit={w.make}
      initial={first}
      isPending={create.isPending}
      error={create.error}
      onSave={({ types, ...rest }) =>
        create.mutate({ ...rest, types: [...types] }, { onSuccess: ({ secret }) => onMade(secret) })
      }
      onClose={onClose}
    />
  );
}

export function EditWebhook({ hook, onClose }: { readonly hook: Webhook; readonly onClose: () => void }) {
  const { hooks: w } = useOutsideWords();
  const change = useChangeWebhook(hook.webhookId, hook.version);
  const done = () => {
    toast(w.saved);
    onClose();
  };
  return (
    <WebhookForm
      title={w.edit}
      submit={w.save}
      initial={hook}
      isPending={change.isPending}
      error={change.error}
      onSave={({ url, about, types }) =>
        change.mutate({ url, about, types: [...types] }, { onSuccess: done })
      }
      onClose={onClose}
    />
  );
}
