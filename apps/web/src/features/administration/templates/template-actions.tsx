import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../../desk/desk-context.tsx';
import { TagChip } from '../../../desk/tag-chip.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { tagsQuery, usePeople } from '../../ticket-extras/index.ts';
import { NOBODY, type TemplateForm } from './template-form.ts';
import classes from './templates.module.css';

interface Props {
  readonly form: TemplateForm;
  readonly set: (part: Partial<TemplateForm>) => void;
  readonly isReasonMissing: boolean;
}

/** Of the ten things that a macro may do, four are for taking, proposing, handing over and giving. */
const MOST_TAGS = 6;

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
        <WhereTo form={form} set={set} />
      </Stack>
    </fieldset>
  );
}

/** Whose the ticket becomes, and on which line; what has left the desk or the regulation is shown until it is changed. */
function WhereTo({ form, set }: Pick<Props, 'form' | 'set'>) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const people = usePeople();
  const { line, assignee } = form;
  const lines = (regulation?.lines ?? []).map(({ id, name }) => ({ value: id, label: say(name) }));
  const staff = people.map(({ personId, name }) => ({ value: personId, label: name }));
  const isGone = assignee !== null && assignee !== NOBODY && people.every((one) => one.personId !== assignee);
  return (
    <>
      {(lines.length > 0 || line !== null) && (
        <Select
          label={m.templates.handOver}
          description={m.templates.handOverHint}
          placeholder={m.templates.handOverNone}
          clearable
          data={
            line === null || lines.some(({ value }) => value === line)
              ? lines
              : [...lines, { value: line, label: line }]
          }
          value={line}
          onChange={(chosen) => set({ line: chosen })}
        />
      )}
      <Select
        label={m.templates.assign}
        placeholder={m.templates.assignNone}
        clearable
        searchable
        data={[
          ...staff,
          ...(isGone ? [{ value: assignee, label: m.macro.personGone }] : []),
          { value: NOBODY, label: m.assign.nobody },
        ]}
        value={assignee}
        onChange={(chosen) => set({ assignee: chosen })}
      />
    </>
  );
}
