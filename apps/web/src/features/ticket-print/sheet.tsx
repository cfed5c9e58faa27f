import { IconLock } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import classes from './sheet.module.css';
import { usePrintWords } from './use-words.ts';

export interface SheetDeadline {
  readonly id: string;
  readonly name: string;
  /** The deadline, or how it ended. */
  readonly says: string;
  readonly isMissed: boolean;
  /** How it came about, a sentence each. */
  readonly reasons: readonly string[];
  /** The rule it goes by; null: not told. */
  readonly rule: string | null;
}

export interface SheetMessage {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  /** What it is, beside the author; empty: an ordinary message. */
  readonly kind: string;
  readonly look: 'customer' | 'staff' | 'note' | 'system';
  /** Markdown of staff, plain text of everybody else. */
  readonly text: string;
  readonly isCut: boolean;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

export interface SheetContent {
  readonly product: string;
  readonly desk: string;
  readonly number: number;
  readonly subject: string;
  /** Above everything else where it must not be overlooked; null: nothing. */
  readonly warning: string | null;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly deadlines: readonly SheetDeadline[];
  readonly messages: readonly SheetMessage[];
  /** Messages older than these are not on it. */
  readonly hasOlder: boolean;
  readonly printed: string;
  readonly when: (at: string) => string;
}

/** A ticket on paper: black on white whatever the screen looks like. */
export function Sheet({ content }: { readonly content: SheetContent }) {
  const { m } = useI18n();
  const w = usePrintWords();
  const { product, desk, number, subject, warning, facts, deadlines, messages, printed } = content;
  return (
    <article className={classes.sheet} data-mantine-color-scheme="light">
      <header className={classes.head}>
        <p className={classes.vendor}>
          <b>{product}</b>
          <span>{desk}</span>
        </p>
        <h1 className={classes.title}>
          <span className={classes.number}>{m.common.number(number)}</span> {subject}
        </h1>
        {warning !== null && (
          <p className={classes.warning}>
            <IconLock size={14} stroke={1.8} aria-hidden /> {warning}
          </p>
        )}
      </header>
      <dl className={classes.facts} aria-label={w.facts}>
        {facts.map(({ name, value }) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2 className={classes.heading}>{w.deadlines}</h2>
        {deadlines.length === 0 && <p className={classes.dim}>{w.noDeadlines}</p>}
        {deadlines.map((deadline) => (
          <Deadline key={deadline.id} deadline={deadline} />
        ))}
      </section>
      <section>
        <h2 className={classes.heading}>{w.conversation}</h2>
        {content.hasOlder && <p className={classes.dim}>{w.older(messages.length)}</p>}
        {messages.length === 0 && <p className={classes.dim}>{w.empty}</p>}
        {messages.map((message) => (
          <Message key={message.id} message={message} when={content.when} />
        ))}
      </section>
      <footer className={classes.foot}>{printed}</footer>
    </article>
  );
}

function Deadline({ deadline }: { readonly deadline: SheetDeadline }) {
  const { name, says, isMissed, reasons, rule } = deadline;
  return (
    <div className={classes.deadline}>
      <p className={classes.promise} data-missed={isMissed}>
        <b>{name}</b>
        <span>{says}</span>
      </p>
      {reasons.length > 0 && (
        <ol className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      )}
      {rule !== null && <p className={classes.rule}>{rule}</p>}
    </div>
  );
}

interface MessageProps {
  readonly message: SheetMessage;
  readonly when: (at: string) => string;
}

function Message({ message, when }: MessageProps) {
  const { language } = useI18n();
  const w = usePrintWords();
  const { author, kind, look, text, files, at, isCut } = message;
  return (
    <div className={classes.message} data-look={look}>
      <p className={classes.top}>
        {look === 'note' && <IconLock size={13} stroke={1.8} aria-hidden />}
        {author !== '' && <b>{author}</b>}
        {look === 'system' && <span>{text}</span>}
        {kind !== '' && <span>{kind}</span>}
        <time dateTime={at}>{when(at)}</time>
      </p>
      {look !== 'system' && <Words text={text} isMarkdown={look !== 'customer'} />}
      {isCut && <p className={classes.dim}>{w.cut}</p>}
      {files.length > 0 && (
        <p className={classes.files}>
          {w.files} {files.map(({ name, size }) => `${name} (${fileSize(size, language)})`).join(', ')}
        </p>
      )}
    </div>
  );
}

function Words({ text, isMarkdown }: { readonly text: string; readonly isMarkdown: boolean }) {
  const w = usePrintWords();
  if (text.trim() === '') return <p className={classes.dim}>{w.noText}</p>;
  if (isMarkdown) return <Markdown text={text} />;
  return (
    <div className={classes.plain}>
      <PlainText text={text.trim()} />
    </div>
  );
}
