import type { TicketPage } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog } from '../ticket/index.ts';
import { momentOf, type Preset, presetsAt, typedMoment } from './snooze-moment.ts';
import { useSnooze } from './use-extras.ts';

/** Takes the ticket out of one's own views until a moment. */
export function SnoozeDialog({ page, onClose }: { readonly page: TicketPage; readonly onClose: () => void }) {
  const { m } = useI18n();
  const { zone, dates } = useDesk();
  const snooze = useSnooze(page.ticket.number);
  const [now] = useState(() => serverNow() as Instant);
  const [preset, setPreset] = useState<Preset>('tomorrow');
  const [typed, setTyped] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const moment = preset === 'own' ? typedMoment(typed, zone) : momentOf(preset, now, zone);
  const isWrong = moment === null || moment <= now;
  const handleSubmit = () => {
    setIsChecked(true);
    if (moment === null || isWrong) return;
    const until = new Date(moment).toISOString();
    snooze.mutate(until, {
      onSuccess: () => {
        toast(m.snooze.done(dates.short(until)));
        onClose();
      },
    });
  };
  return (
    <CommandDialog
      title={m.snooze.title}
      about={m.snooze.about}
      submit={m.snooze.send}
      isPending={snooze.isPending}
      error={snooze.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <Choices
        isFirst
        legend={m.snooze.when}
        choices={presetsAt(now, zone).map((one) => ({
          id: one,
          name: m.snooze.presets[one],
          ...(one === 'own'
            ? {}
            : { definition: dates.short(new Date(momentOf(one, now, zone)).toISOString()) }),
        }))}
        value={preset}
        onChange={(value) => setPreset(value as Preset)}
      />
      {preset === 'own' && (
        <TextInput
          type="datetime-local"
          label={m.snooze.own}
          description={m.snooze.ownHint}
          value={typed}
          error={isChecked && isWrong && m.snooze.ownMissing}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </CommandDialog>
  );
}
