import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconFile, IconPaperclip, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Upload } from '../../api/use-uploads.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { fileSize } from '../../ui/file-size.ts';
import classes from './message-files.module.css';
import type { Message } from './use-message.ts';
import { useTicketWords } from './use-words.ts';

/** The button that adds files, and the files that have been added: arrived, on their way, failed. */
export function MessageFiles({ of }: { readonly of: Message }) {
  const { m, language } = useI18n();
  const { files: w } = useTicketWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={classes.files}>
      {of.message.files.length + of.uploads.length > 0 && (
        <ul className={classes.list} aria-label={m.message.attachments}>
          {of.message.files.map((file) => (
            <li key={file.attachmentId} className={classes.file}>
              <IconFile size={16} stroke={1.7} aria-hidden />
              <span className={classes.name}>{file.name}</span>
              <span className={classes.size}>{fileSize(file.size, language)}</span>
              <Remove name={file.name} onClick={() => of.removeFile(file.attachmentId)} />
            </li>
          ))}
          {of.uploads.map((upload) => (
            <Uploading key={upload.key} upload={upload} of={of} />
          ))}
        </ul>
      )}
      <div className={classes.add}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPaperclip size={16} stroke={1.8} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {w.attach}
        </Button>
        <span className={classes.hint}>{of.trouble === null ? w.limits : w.trouble[of.trouble]}</span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={w.attach}
        onChange={(event) => {
          of.addFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function Uploading({ upload, of }: { readonly upload: Upload; readonly of: Message }) {
  const { files: w } = useTicketWords();
  const { file, share, error } = upload;
  return (
    <li className={classes.file} data-failed={error !== null}>
      <Thumbnail file={file} />
      <span className={classes.name}>{file.name}</span>
      {error === null ? (
        <Progress
          className={classes.progress ?? ''}
          value={Math.round(share * 100)}
          size="sm"
          aria-label={w.uploading(file.name)}
        />
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => of.retryUpload(upload)}>
          {w.again}
        </Button>
      )}
      <Remove name={file.name} onClick={() => of.removeUpload(upload.key)} />
    </li>
  );
}

/** A picture before it is sent; anything else has a sign. */
function Thumbnail({ file }: { readonly file: File }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!/^image\/(png|jpeg|gif|webp)$/.test(file.type)) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (url === null) return <IconFile size={16} stroke={1.7} aria-hidden />;
  return <img className={classes.thumbnail} src={url} alt="" />;
}

function Remove({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const { files: w } = useTicketWords();
  return (
    <ActionIcon size="sm" aria-label={w.remove(name)} onClick={onClick}>
      <IconX size={14} stroke={1.8} />
    </ActionIcon>
  );
}
