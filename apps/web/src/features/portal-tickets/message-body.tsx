import type { PortalMessage } from '@reglament/contract';
import { FileList } from '../../ui/file-list.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import { usePortal } from '../portal/index.ts';
import classes from './conversation.module.css';
import { useTicketWords } from './use-words.ts';

const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(type);

interface Props {
  readonly message: PortalMessage;
  /** Of its ticket. */
  readonly number: number;
}

/** What a message says: its words, what it quotes, pictures in sight, files to take. */
export function MessageBody({ message, number }: Props) {
  const { conversation: w } = useTicketWords();
  const { slug } = usePortal();
  const hrefOf = (id: string) => `/api/portal/${slug}/tickets/${number}/files/${id}`;
  const pictures = message.files.filter(({ type }) => isPicture(type));
  return (
    <div className={classes.body}>
      {message.text.trim() === '' ? (
        message.files.length === 0 && <p className={classes.note}>{w.empty}</p>
      ) : message.side === 'customer' ? (
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
  );
}
