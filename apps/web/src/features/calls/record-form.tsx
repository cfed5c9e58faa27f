import { endpoints, type CallOptions, type QueueTicket, type TicketCommandBody } from '@reglament/contract';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState, type FormEvent } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './call-page.module.css';
import panels from './side-panels.module.css';
import { useCallKeys } from './use-call-keys.ts';

interface Props {
  readonly ticket: QueueTicket;
  readonly who: string;
  /** The missed call that is being answered; null: none. */
  readonly missedCallId: string | null;
  /** What is written down of the talk, before the ticket was chosen and since: kept with the card. */
  readonly said: string;
  readonly onSaid: (text: string) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** They call about a ticket that there is: the talk goes into it. */
export function RecordForm({ ticket, who, missedCallId, said, onSaid, onBack, onDone }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const w = m.calls;
  const client = useQueryClient();
  const [toldNumber, setToldNumber] = useState(false);
  const { number, version } = ticket;
  const post = useCallback(
    (body: TicketCommandBody, options: CallOptions) =>
      api(endpoints.commandTicket, { params: { desk: slug, number }, body }, options),
    [slug, number],
  );
  const send = useIntent(post);
  const record = useMutation({
    mutationFn: () =>
      send({ command: 'record-call', who, reached: true, toldNumber, text: said, missedCallId }, version),
    onSuccess: () => {
      onDone();
      void client.invalidateQueries({ queryKey: keys.queues(slug) });
      void client.invalidateQueries({ queryKey: keys.counts(slug) });
      void client.invalidateQueries({ queryKey: keys.ticket(slug, number) });
      void client.invalidateQueries({ queryKey: [...keys.desk(slug), 'callers'] });
    },
    onError: () => void client.invalidateQueries({ queryKey: [...keys.desk(slug), 'callers'] }),
  });
  const formRef = useRef<HTMLFormElement>(null);
  useCallKeys({ submit: () => formRef.current?.requestSubmit() });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!record.isPending) record.mutate();
  };
  return (
    <form ref={formRef} className={classes.form} onSubmit={handleSubmit}>
      <h2 className={panels.cardTitle}>{w.recordTitle(number)}</h2>
      <p className={classes.dim}>{ticket.subject}</p>
      <Textarea
        label={w.recordText}
        autoFocus
        autosize
        minRows={4}
        maxLength={10_000}
        value={said}
        onChange={(event) => onSaid(event.currentTarget.value)}
      />
      <Checkbox
        label={w.recordTold}
        checked={toldNumber}
        onChange={(event) => setToldNumber(event.currentTarget.checked)}
      />
      {record.error !== null && <ProblemNotice error={record.error} onRetry={() => record.mutate()} />}
      <div className={classes.bottom}>
        <Button type="submit" loading={record.isPending}>
          {w.recordDo}
          <kbd className={classes.kbd} data-on="button">
            Ctrl ↵
          </kbd>
        </Button>
        <Button variant="default" onClick={onBack}>
          {w.recordBack}
        </Button>
      </div>
    </form>
  );
}
