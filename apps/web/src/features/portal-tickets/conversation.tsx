import type { PortalMessage, PortalTicket } from '@reglament/contract';
import { Initials } from '../../ui/initials.tsx';
import { usePortal } from '../portal/index.ts';
import classes from './conversation.module.css';
import { MessageBody } from './message-body.tsx';
import { useTicketWords } from './use-words.ts';

/** What both sides wrote, oldest first. */
export function Conversation({ ticket }: { readonly ticket: PortalTicket }) {
  const { conversation: w } = useTicketWords();
  return (
    <section aria-label={w.title}>
      <h2 className={classes.title}>{w.title}</h2>
      {ticket.hasOlder && <p className={classes.note}>{w.older}</p>}
      <ol className={classes.list}>
        {ticket.messages.map((message) => (
          <Message key={message.messageId} message={message} number={ticket.number} />
        ))}
      </ol>
    </section>
  );
}

function Message({ message, number }: { readonly message: PortalMessage; readonly number: number }) {
  const { conversation: w } = useTicketWords();
  const { dates } = usePortal();
  const isCustomer = message.side === 'customer';
  const author = message.isOwn ? w.you : message.author || (isCustomer ? w.colleague : w.support);
  const kind = w.kinds[message.kind];
  return (
    <li className={classes.message} data-side={message.side} data-kind={message.kind}>
      <header className={classes.top}>
        <Initials name={message.author || author} tone={message.side} />
        <span className={classes.author}>{author}</span>
        {kind !== '' && <span className={classes.kind}>{kind}</span>}
        <time className={classes.when} dateTime={message.at}>
          {dates.short(message.at)}
        </time>
      </header>
      <MessageBody message={message} number={number} />
    </li>
  );
}
