import { addressOf, endpoints, type TicketMessage } from '@reglament/contract';
import { Tooltip } from '@mantine/core';
import { IconCheck, IconClockPause, IconLock, IconMailX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileList } from '../../ui/file-list.tsx';
import { ImageGallery, type ShownImage } from '../../ui/image-gallery.tsx';
import { Initials } from '../../ui/initials.tsx';
import { LetterFrame } from '../../ui/letter-frame.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import classes from './conversation.module.css';

const fromCustomer = (message: TicketMessage): boolean =>
  message.kind === 'customer' || message.kind === 'objection';

/** What may well be a picture; the server looks at its first bytes. */
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
/** A larger one is only downloaded. */
const MAX_SHOWN_BYTES = 10 * 1024 * 1024;

const imagesOf = (desk: string, { attachments }: TicketMessage): readonly ShownImage[] =>
  attachments
    .filter(({ type, size }) => pictures.has(type) && size <= MAX_SHOWN_BYTES)
    .map(({ attachmentId, name }) => ({
      name,
      src: addressOf(endpoints.previewAttachment, { desk, attachmentId }),
      href: addressOf(endpoints.getAttachment, { desk, attachmentId }),
    }));

export function Message({ message }: { readonly message: TicketMessage }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const isCustomer = fromCustomer(message);
  const canFrame = isCustomer && message.html !== null;
  const [isFramed, setIsFramed] = useState(canFrame && message.text.trim() === '');
  const files = message.attachments.map((one) => ({
    name: one.name,
    size: one.size,
    href: addressOf(endpoints.getAttachment, { desk: slug, attachmentId: one.attachmentId }),
  }));
  return (
    <article
      className={classes.message}
      data-kind={message.kind}
      data-side={isCustomer ? 'customer' : 'staff'}
    >
      <header className={classes.top}>
        <Initials name={message.author.name} tone={isCustomer ? 'customer' : 'staff'} />
        <Tooltip label={message.author.email ?? message.author.name}>
          <span className={classes.author}>{message.author.name}</span>
        </Tooltip>
        <span className={classes.kind}>
          {message.kind === 'note' && <IconLock size={13} stroke={1.8} aria-hidden />}
          {m.message.kind[message.kind]}
        </span>
        <Tooltip label={dates.full(message.at)}>
          <time className={classes.when} dateTime={message.at}>
            {dates.time(message.at)}
          </time>
        </Tooltip>
      </header>
      <div className={classes.body}>
        {isFramed && message.html !== null ? (
          <LetterFrame html={message.html} title={m.message.letterFrame(message.author.name)} />
        ) : (
          <Text message={message} isPlain={isCustomer} />
        )}
        {message.quoted.trim() !== '' && !isFramed && (
          <details className={classes.quoted}>
            <summary>{m.message.showQuoted}</summary>
            <div className={classes.quotedText}>{message.quoted}</div>
          </details>
        )}
        <ImageGallery images={imagesOf(slug, message)} />
        <FileList files={files} />
        <footer className={classes.foot}>
          {message.delivery !== null && <Delivery delivery={message.delivery} />}
          {canFrame && (
            <button type="button" className={classes.linkButton} onClick={() => setIsFramed(!isFramed)}>
              {isFramed ? m.message.asText : m.message.asLetter}
            </button>
          )}
          <RawLetter letterId={message.letterId} />
        </footer>
      </div>
    </article>
  );
}

function Text({ message, isPlain }: { readonly message: TicketMessage; readonly isPlain: boolean }) {
  const { m } = useI18n();
  if (message.text.trim() === '') return <span className={classes.kind}>{m.message.noText}</span>;
  if (!isPlain) return <Markdown text={message.text} />;
  return (
    <div className={classes.plain}>
      <PlainText text={message.text} />
    </div>
  );
}

function RawLetter({ letterId }: { readonly letterId: string | null }) {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  if (letterId === null || summary.role !== 'administrator') return null;
  return (
    <Link to="/d/$desk/letters/$letterId" params={{ desk: slug, letterId }}>
      {m.message.rawLetter}
    </Link>
  );
}

const isBad = {
  waiting: false,
  accepted: false,
  kept: false,
  failed: true,
  bounced: true,
  suppressed: false,
} as const;

function Delivery({ delivery }: { readonly delivery: NonNullable<TicketMessage['delivery']> }) {
  const { m } = useI18n();
  const bad = isBad[delivery];
  const Shape = bad ? IconMailX : delivery === 'waiting' ? IconClockPause : IconCheck;
  return (
    <span className={classes.delivery} data-bad={bad}>
      <Shape size={14} stroke={1.8} aria-hidden />
      {m.message.delivery[delivery]}
    </span>
  );
}
