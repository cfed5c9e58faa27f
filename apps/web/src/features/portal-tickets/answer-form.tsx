import type { PortalTicket } from '@reglament/contract';
import { Button, Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useOnePress } from '../../ui/use-one-press.ts';
import { MessageFiles } from './message-files.tsx';
import { OtherDevice } from './other-device.tsx';
import classes from './ticket-page.module.css';
import { useMessage } from './use-message.ts';
import { usePortalCommand } from './use-portal-command.ts';
import { useTicketWords } from './use-words.ts';

/** Where the page answers. */
export const ANSWER_ID = 'answer';

/** The customer writes; what is typed is kept until it has been sent. */
export function AnswerForm({ ticket }: { readonly ticket: PortalTicket }) {
  const { answer: w } = useTicketWords();
  const message = useMessage(`answer.${ticket.number}`, {
    scope: `ticket.${ticket.number}`,
    part: 'answer',
  });
  const command = usePortalCommand(ticket.number, message);
  const { text } = message.message;
  const isEmpty = text.trim() === '' && message.attachments.length === 0;
  const send = () => {
    if (!isEmpty && !message.isUploading && !command.isPending)
      command.mutate({ command: 'answer', text, attachments: message.attachments });
  };
  const handleSubmit = useOnePress(send);
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  const hint = w.hints[ticket.answer];
  return (
    <section className={classes.card} data-calls={ticket.state === 'waiting-for-customer'} id={ANSWER_ID}>
      <h2 className={classes.cardTitle}>{ticket.answer === 'follows' ? w.closedTitle : w.title}</h2>
      {hint !== '' && <p className={classes.dim}>{hint}</p>}
      <form className={classes.form} onSubmit={handleSubmit}>
        <OtherDevice other={message.other} />
        <Textarea
          aria-label={w.label}
          placeholder={w.placeholder}
          autosize
          minRows={3}
          maxRows={16}
          value={text}
          onChange={(event) => message.write(event.currentTarget.value)}
          onKeyDown={handleKey}
        />
        <MessageFiles of={message} />
        {command.error !== null && <ProblemNotice error={command.error} onRetry={send} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={command.isPending} disabled={isEmpty || message.isUploading}>
            {ticket.answer === 'follows' ? w.sendNew : w.send}
          </Button>
        </div>
      </form>
    </section>
  );
}
