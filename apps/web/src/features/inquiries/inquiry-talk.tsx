import { addressOf, endpoints, type InquiryMessage, type InquiryPage } from '@reglament/contract';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileList } from '../../ui/file-list.tsx';
import { Initials } from '../../ui/initials.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import shared from './inquiries.module.css';
import classes from './inquiry-talk.module.css';
import { InquiryComposer } from './inquiry-composer.tsx';

/** The conversation, and the place to go on with it. */
export function InquiryTalk({ page }: { readonly page: InquiryPage }) {
  const { m } = useI18n();
  const { summary } = useDesk();
  const mayWrite = summary.role !== 'engineer';
  return (
    <div className={classes.talk}>
      <section className={classes.messages} aria-label={m.ticket.conversation}>
        {page.messages.map((message) => (
          <Message key={message.messageId} message={message} />
        ))}
      </section>
      {mayWrite && <InquiryComposer page={page} />}
    </div>
  );
}

function Message({ message }: { readonly message: InquiryMessage }) {
  const { m } = useI18n();
  const { slug, dates, summary } = useDesk();
  const isCustomer = message.kind === 'customer';
  const files = message.attachments.map((one) => ({
    name: one.name,
    size: one.size,
    href: addressOf(endpoints.getAttachment, { desk: slug, attachmentId: one.attachmentId }),
  }));
  return (
    <article className={classes.message} data-kind={message.kind}>
      <header className={classes.top}>
        <Initials name={message.author} tone={isCustomer ? 'customer' : 'staff'} />
        <span className={classes.author}>{message.author}</span>
        <span className={classes.kind}>
          {message.kind === 'note' && <IconLock size={13} stroke={1.8} aria-hidden />}
          {m.inquiries.kind[message.kind]}
        </span>
        <time className={classes.time} dateTime={message.at}>
          {dates.full(message.at)}
        </time>
      </header>
      <div className={classes.body}>
        {message.text.trim() === '' ? (
          <span className={shared.dim}>{m.message.noText}</span>
        ) : isCustomer ? (
          <div className={classes.plain}>
            <PlainText text={message.text} />
          </div>
        ) : (
          <Markdown text={message.text} />
        )}
        <FileList files={files} />
        {(message.delivery !== null || (message.letterId !== null && summary.role === 'administrator')) && (
          <footer className={classes.foot}>
            {message.delivery !== null && <span>{m.message.delivery[message.delivery]}</span>}
            {message.letterId !== null && summary.role === 'administrator' && (
              <Link
                to="/d/$desk/letters/$letterId"
                params={{ desk: slug, letterId: message.letterId }}
                className={shared.link}
              >
                {m.message.rawLetter}
              </Link>
            )}
          </footer>
        )}
      </div>
    </article>
  );
}
