import { addressOf, endpoints, type InquiryMessage, type InquiryPage } from '@reglament/contract';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileList } from '../../ui/file-list.tsx';
import { Initials } from '../../ui/initials.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import { CommandProblem } from '../ticket/index.ts';
import classes from './inquiries.module.css';
import { useInquiryCommand } from './use-inquiry-command.ts';

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
      {mayWrite && <Composer page={page} />}
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
        <span className={classes.small}>
          {message.kind === 'note' && <IconLock size={13} stroke={1.8} aria-hidden />}
          {m.inquiries.kind[message.kind]}
        </span>
        <time className={classes.time} dateTime={message.at}>
          {dates.full(message.at)}
        </time>
      </header>
      <div className={classes.body}>
        {message.text.trim() === '' ? (
          <span className={classes.dim}>{m.message.noText}</span>
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
                className={classes.link}
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

type Mode = 'answer' | 'add-note';

function Composer({ page }: { readonly page: InquiryPage }) {
  const { m } = useI18n();
  const canAnswer = page.allowed.includes('answer');
  const [mode, setMode] = useState<Mode>(canAnswer ? 'answer' : 'add-note');
  const [text, setText] = useState('');
  const command = useInquiryCommand(page, () => setText(''));
  const now: Mode = canAnswer ? mode : 'add-note';
  const send = () => {
    if (text.trim() !== '' && !command.isPending) command.send({ command: now, text: text.trim() });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form className={classes.composer} onSubmit={handleSubmit} onKeyDown={handleKey}>
      <div className={classes.composerHead}>
        {canAnswer ? (
          <SegmentedControl
            size="xs"
            aria-label={m.inquiries.write}
            value={now}
            onChange={(value) => setMode(value === 'answer' ? 'answer' : 'add-note')}
            data={[
              { value: 'answer', label: m.inquiries.mode.answer },
              { value: 'add-note', label: m.inquiries.mode['add-note'] },
            ]}
          />
        ) : (
          <span className={classes.small}>{m.inquiries.noteOnly}</span>
        )}
        <span className={classes.hint}>
          {now === 'answer' ? m.inquiries.answerHint(page.inquiry.contact.email) : m.inquiries.noteHint}
        </span>
      </div>
      {command.error !== null && (
        <CommandProblem error={command.error} onRetry={send} onDismiss={command.reset} />
      )}
      <Textarea
        aria-label={m.inquiries.mode[now]}
        placeholder={now === 'answer' ? m.inquiries.answerPlaceholder : m.inquiries.notePlaceholder}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={100_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.composerFoot}>
        <span className={classes.hint}>{m.composer.markdown} · Ctrl+Enter</span>
        <Button type="submit" loading={command.isPending} disabled={text.trim() === ''}>
          {now === 'answer' ? m.inquiries.sendAnswer : m.inquiries.keepNote}
        </Button>
      </div>
    </form>
  );
}
