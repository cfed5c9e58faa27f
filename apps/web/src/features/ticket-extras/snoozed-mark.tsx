import type { TicketPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconZzz } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './ticket-extras.module.css';
import { extrasQuery, useSnooze } from './use-extras.ts';

/** Until when the ticket is out of one's own views, and the way back; nothing where it is in them. */
export function SnoozedMark({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const { number } = page.ticket;
  const until = useQuery(extrasQuery(slug, number)).data?.snoozedUntil ?? null;
  const snooze = useSnooze(number);
  if (until === null) return null;
  return (
    <span className={classes.snoozed}>
      <IconZzz size={14} stroke={1.8} aria-hidden />
      {m.snooze.until(dates.short(until))}
      <Button
        size="compact-xs"
        variant="subtle"
        loading={snooze.isPending}
        onClick={() => snooze.mutate(null, { onSuccess: () => toast(m.snooze.woken) })}
      >
        {m.snooze.wake}
      </Button>
    </span>
  );
}
