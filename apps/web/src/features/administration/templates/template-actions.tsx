import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../../desk/desk-context.tsx';
import { TagChip } from '../../../desk/tag-chip.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { tagsQuery } from '../../ticket-extras/index.ts';
import type { TemplateForm } from './template-form.ts';
import classes from './templates.module.css';

interface Props {
  readonly form: TemplateForm;
  readonly set: (part: Partial<TemplateForm>) => void;
  readonly isReasonMissing: boolean;
}

/** Of the ten things that a macro may do, two are for taking and proposing. */
const MOST_TAGS = 8;

/** What a macro does besides its text. */
export function TemplateActions({ form, set, isReasonMissing }: Props) {
  const { m, say } = useI18n();
  const { slug, regulation } = useDesk();
  const tags = useQuery(tagsQuery(slug)).data?.tags ?? [];
  const offered = tags.filter(({ retired, tagId }) => !retired || form.tags.includes(tagId));
  const mayPropose = regulation?.priorityRules?.staffChange === 'with-consent';
  return (
    <fieldset className={classes.actions}>
      <legend>{m.templates.actions}</legend>
      <Stack gap={10} mt={8}>
        <Checkbox
          label={m.templates.take}
          checked={form.takes}
          onChange={(event) => set({ takes: event.currentTarget.checked })}
        />
        {offered.length > 0 && (
          <div role="group" aria-label={m.templates.tag}>
            <span className={classes.label}>{m.templates.tag}</span>
            <div className={classes.tagChoices}>
              {offered.map((tag) => (
                <Checkbox
                  key={tag.tagId}
                  size="xs"
                  checked={form.tags.includes(tag.tagId)}
                  disabled={!form.tags.includes(tag.tagId) && form.tags.length >= MOST_TAGS}
                  label={<TagChip tag={tag} />}
                  onChange={(event) =>
                    set({
                      tags: event.currentTarget.checked
                        ? [...form.tags, tag.tagId]
                        : form.tags.filter((one) => one !== tag.tagId),
                    })
                  }
                />
              ))}
            </div>
          </div>
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
