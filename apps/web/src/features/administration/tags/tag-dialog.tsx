import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { TagChip } from '../../../desk/tag-chip.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { toast } from '../../../ui/toast.ts';
import { CommandDialog } from '../../ticket/index.ts';
import { type DeskTag, useKeepTag } from './use-tags.ts';

const tones: readonly DeskTag['tone'][] = ['neutral', 'info', 'good', 'warn', 'bad'];

interface Props {
  /** null: a new one. */
  readonly tag: DeskTag | null;
  readonly onClose: () => void;
}

export function TagDialog({ tag, onClose }: Props) {
  const { m } = useI18n();
  const keep = useKeepTag(tag?.tagId ?? null);
  const [name, setName] = useState(tag?.name ?? '');
  const [tone, setTone] = useState<DeskTag['tone']>(tag?.tone ?? 'neutral');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = name.trim() === '';
  const handleSubmit = () => {
    setIsChecked(true);
    if (isMissing) return;
    keep.mutate(
      { name, tone },
      {
        onSuccess: () => {
          toast(m.tags.saved);
          onClose();
        },
      },
    );
  };
  return (
    <CommandDialog
      title={tag === null ? m.tags.create : m.tags.editTag(tag.name)}
      submit={m.tags.save}
      isPending={keep.isPending}
      error={keep.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        required
        label={m.tags.name}
        maxLength={60}
        autoComplete="off"
        value={name}
        error={isChecked && isMissing && m.tags.nameMissing}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Choices
        legend={m.tags.toneLabel}
        choices={tones.map((one) => ({
          id: one,
          name: <TagChip tag={{ name: m.tags.tone[one], tone: one }} />,
        }))}
        value={tone}
        onChange={(value) => setTone(value as DeskTag['tone'])}
      />
    </CommandDialog>
  );
}
