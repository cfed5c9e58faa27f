import { TextInput } from '@mantine/core';
import { localDateOf, type Instant, type TimeZoneId } from '@reglament/working-time';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog } from '../ticket/index.ts';
import { typedMinutes } from './typed-minutes.ts';
import { type TimeEntry, useKeepTime } from './use-extras.ts';

interface Props {
  readonly number: number;
  /** null: a new one. */
  readonly entry: TimeEntry | null;
  readonly onClose: () => void;
}

/** Time spent on the ticket, put down or corrected. */
export function TimeDialog({ number, entry, onClose }: Props) {
  const { m } = useI18n();
  const { zone } = useDesk();
  const keep = useKeepTime(number, entry?.entryId ?? null);
  const today = localDateOf(zone as TimeZoneId, serverNow() as Instant);
  const [spent, setSpent] = useState(entry === null ? '' : String(entry.minutes));
  const [on, setOn] = useState<string>(entry?.on ?? today);
  const [note, setNote] = useState(entry?.note ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const minutes = typedMinutes(spent);
  const isDayWrong = on === '' || on > today;
  const handleSubmit = () => {
    setIsChecked(true);
    if (minutes === null || isDayWrong) return;
    keep.mutate(
      { minutes, on, note: note.trim() },
      {
        onSuccess: () => {
          toast(m.timeSpent.saved);
          onClose();
        },
      },
    );
  };
  return (
    <CommandDialog
      title={entry === null ? m.timeSpent.add : m.timeSpent.change}
      about={m.timeSpent.about}
      submit={m.timeSpent.save}
      isPending={keep.isPending}
      error={keep.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        required
        label={m.timeSpent.spent}
        description={m.timeSpent.spentHint}
        autoComplete="off"
        maxLength={40}
        value={spent}
        error={isChecked && minutes === null && m.timeSpent.spentMissing}
        onChange={(event) => setSpent(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={m.timeSpent.on}
        max={today}
        value={on}
        error={isChecked && isDayWrong && m.timeSpent.onMissing}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        label={m.timeSpent.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
