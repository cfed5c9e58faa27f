import type { PortalMessage, PortalTicket } from '@reglament/contract';
import { FileList } from '../../ui/file-list.tsx';
import { Initials } from '../../ui/initials.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import { usePortal } from '../portal/index.ts';
import classes from './conversation.module.css';
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

const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(type);

function Message({ message, number }: { readonly message: PortalMessage; readonly number: number }) {
  const { conversation: w } = useTicketWords();
  const { slug, dates } = usePortal();
  const isCustomer = message.side === 'customer';
  const author = message.isOwn ? w.you : message.author || (isCustomer ? w.colleague : w.support);
  const kind = w.kinds[message.kind];
  const hrefOf = (id: string) => `/api/portal/${slug}/tickets/${number}/files/${id}`;
  const pictures = message.files.filter(({ type }) => isPicture(type));
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
      <div className={classes.body}>
        {message.text.trim() === '' ? (
          message.files.length === 0 && <p className={classes.note}>{w.empty}</p>
        ) : isCustomer ? (
          <div className={classes.plain}>
            <PlainText text={message.text.trim()} />
          </div>
        ) : (
          <Markdown text={message.text} />
        )}
        {message.isCut && <p className={classes.note}>{w.cut}</p>}
        {message.quoted.trim() !== '' && (
          <details className={classes.quoted}>
            <summary>{w.quoted}</summary>
            <div className={classes.quotedText}>{message.quoted.trim()}</div>
          </details>
        )}
        {pictures.length > 0 && (
          <div className={classes.pictures}>
            {pictures.map((file) => (
              <a key={file.attachmentId} href={hrefOf(file.attachmentId)} download={file.name}>
                <img src={hrefOf(file.attachmentId)} alt={file.name} loading="lazy" />
              </a>
            ))}
          </div>
        )}
        <FileList files={message.files.map((file) => ({ ...file, href: hrefOf(file.attachmentId) }))} />
      </div>
    </li>
  );
}
