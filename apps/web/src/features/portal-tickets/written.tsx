import type { PortalTicket } from '@reglament/contract';
import { usePortal } from '../portal/index.ts';
import classes from './act-cards.module.css';
import { MessageBody } from './message-body.tsx';
import { useTicketWords } from './use-words.ts';

interface Props {
  readonly ticket: PortalTicket;
  /** null: nothing was written, or it is older than what is shown. */
  readonly messageId: string | null;
}

/** What support wrote, before the eyes of whoever answers it. */
export function Written({ ticket, messageId }: Props) {
  const { conversation: w } = useTicketWords();
  const { dates } = usePortal();
  const message = ticket.messages.find((one) => one.messageId === messageId);
  if (message === undefined) return null;
  return (
    <figure className={classes.written}>
      <MessageBody message={message} number={ticket.number} />
      <figcaption className={classes.writer}>
        {message.author || w.support}, <time dateTime={message.at}>{dates.short(message.at)}</time>
      </figcaption>
    </figure>
  );
}
