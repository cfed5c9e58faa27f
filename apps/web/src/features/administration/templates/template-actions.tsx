import { Checkbox, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { tagsQuery } from '../../ticket-extras/index.ts';
import type { TemplateForm } from './template-form.ts';

interface Props {
  readonly form: TemplateForm;
  readonly set: (part: Partial<TemplateForm>) => void;
  readonly isReasonMissing: boolean;
}

/** What a macro does besides its text. */
export function TemplateActions({ form, set, isReasonMissing }: Props) {
  const { m, say } = useI18n();
  const { slug, regulation } = useDesk();
  const tags = useQuery(tagsQuery(slug)).data?.tags ?? [];
  const offered = tags.filter(({ retired, tagId }) => !retired || form.tags.includes(tagId));
  const mayPropose = regulation?.priorityRules?.staffChange === 'with-consent';
  return (
    <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
      <legend style={{ padding: 0, fontSize: 'var(--mantine-font-size-sm)', fontWeight: 560 }}>
        {m.templates.actions}
      </legend>
      <Stack gap={10} mt={8}>
        <Checkbox
          label={m.templates.take}
          checked={form.takes}
          onChange={(event) => set({ takes: event.currentTarget.checked })}
        />
        {offered.length > 0 && (
          <MultiSelect
            label={m.templates.tag}
            searchable
            maxValues={8}
            data={offered.map(({ tagId, name }) => ({ value: tagId, label: name }))}
            value={[...form.tags]}
            onChange={(chosen) => set({ tags: chosen })}
          />
        )}
        {(mayPropose || form.priority !== null) && (
          <Select
            label={m.templates.propose}
            placeholder={m.templates.proposeNone}
            clearable
            data={(regulation?.priorities ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
            value={form.priority}
            onChange={(priority) => set({ priority })}
          />
        )}
        {form.priority !== null && (
          <TextInput
            label={m.templates.proposeReason}
            maxLength={2000}
            value={form.reason}
            error={isReasonMissing && m.templates.proposeReasonMissing}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        )}
      </Stack>
    </fieldset>
  );
}
