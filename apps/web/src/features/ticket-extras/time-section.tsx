import type { TicketPage } from '@reglament/contract';
import { ActionIcon, Button } from '@mantine/core';
import { IconClockPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { Section } from '../ticket/index.ts';
import classes from './ticket-extras.module.css';
import { TimeDialog } from './opened-dialogs.ts';
import { extrasQuery, type TimeEntry, useRemoveTime } from './use-extras.ts';

/** `1 ч 30 мин` */
const useSpan = (): ((minutes: number) => string) => {
  const { m } = useI18n();
  return (minutes) =>
    [
      ...(minutes >= 60 ? [m.timeSpent.hours(Math.floor(minutes / 60))] : []),
      ...(minutes % 60 > 0 || minutes === 0 ? [m.timeSpent.minutes(minutes % 60)] : []),
    ].join(' ');
};

/** Time that people put down for the ticket, and its sum. */
export function TimeSection({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const span = useSpan();
  const time = useQuery(extrasQuery(slug, page.ticket.number)).data?.time;
  const [edited, setEdited] = useState<TimeEntry | 'new' | null>(null);
  const entries = time?.entries ?? [];
  return (
    <Section
      title={m.timeSpent.title}
      extra={time === undefined || time.minutes === 0 ? undefined : span(time.minutes)}
      folded={entries.length === 0}
    >
      {time !== undefined && entries.length === 0 && <p className={classes.quiet}>{m.timeSpent.empty}</p>}
      <ul className={classes.entries}>
        {entries.map((entry) => (
          <Entry
            key={entry.entryId}
            entry={entry}
            span={span(entry.minutes)}
            number={page.ticket.number}
            onEdit={() => setEdited(entry)}
          />
        ))}
      </ul>
      {summary.role !== 'sales' && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconClockPlus size={14} stroke={1.7} />}
          onClick={() => setEdited('new')}
        >
          {m.timeSpent.add}
        </Button>
      )}
      {edited !== null && (
        <TimeDialog
          number={page.ticket.number}
          entry={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

interface EntryProps {
  readonly entry: TimeEntry;
  readonly span: string;
  readonly number: number;
  readonly onEdit: () => void;
}

function Entry({ entry, span, number, onEdit }: EntryProps) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const remove = useRemoveTime(number);
  const day = dates.date(`${entry.on}T12:00:00Z`);
  const what = `${day}, ${span}`;
  return (
    <li className={classes.entry}>
      <span className={classes.span}>{span}</span>
      <span className={classes.entryWords}>
        {entry.note !== '' && <span>{entry.note}</span>}
        <span className={classes.entryWho}>
          {entry.person.name} · {day}
        </span>
      </span>
      {entry.own && (
        <span className={classes.entryTools}>
          <ActionIcon size="sm" aria-label={m.timeSpent.edit(what)} onClick={onEdit}>
            <IconPencil size={14} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={m.timeSpent.remove(what)}
            loading={remove.isPending}
            onClick={() => remove.mutate(entry.entryId, { onSuccess: () => toast(m.timeSpent.removed) })}
          >
            <IconTrash size={14} stroke={1.7} />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
