import { Button, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { MessageFiles } from './message-files.tsx';
import { OtherDevice } from './other-device.tsx';
import classes from './ticket-page.module.css';
import { useMessage } from './use-message.ts';
import { usePortalCommand } from './use-portal-command.ts';
import { useTicketWords } from './use-words.ts';

interface Props {
  /** Of the ticket. */
  readonly number: number;
  readonly needsReason: boolean;
  readonly onClose: () => void;
}

/** No to what support did, in the customer's own words. */
export function ObjectionForm({ number, needsReason, onClose }: Props) {
  const { solution: w } = useTicketWords();
  const { m } = useI18n();
  const message = useMessage(`objection.${number}`, { scope: `ticket.${number}`, part: 'objection' });
  const command = usePortalCommand(number, message);
  const { text } = message.message;
  const lacksReason = needsReason && text.trim() === '';
  const send = () => command.mutate({ command: 'object', text, attachments: message.attachments });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacksReason) send();
  };
  return (
    <form className={classes.form} onSubmit={handleSubmit}>
      <OtherDevice other={message.other} />
      <Textarea
        label={w.reason}
        description={needsReason ? w.reasonNeeded : w.reasonOptional}
        autosize
        minRows={3}
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => message.write(event.currentTarget.value)}
      />
      <MessageFiles of={message} />
      {command.error !== null && <ProblemNotice error={command.error} onRetry={send} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={command.isPending} disabled={lacksReason || message.isUploading}>
          {w.sendObjection}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {m.common.cancel}
        </Button>
      </div>
    </form>
  );
}
