import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import files from '../../ui/file-list.module.css';
import { fileSize } from '../../ui/file-size.ts';
import { useProblemWords } from '../../ui/use-problem-words.ts';
import classes from './composer.module.css';
import type { Draft } from './draft.ts';
import type { Upload } from '../../api/use-uploads.ts';

/** A message being written, as far as its files go. */
interface WithFiles {
  readonly draft: Pick<Draft, 'files'>;
  readonly uploads: readonly Upload[];
  readonly removeFile: (attachmentId: string) => void;
  readonly retryUpload: (upload: Upload) => void;
  readonly removeUpload: (key: string) => void;
}

/** Files of the message: those that have arrived, those on their way, those that failed. */
export function ComposerFiles({ composer }: { readonly composer: WithFiles }) {
  const { m, language } = useI18n();
  const { draft, uploads } = composer;
  if (draft.files.length + uploads.length === 0) return null;
  return (
    <div className={classes.files}>
      <ul className={files.list} aria-label={m.message.attachments}>
        {draft.files.map((file) => (
          <li key={file.attachmentId} className={files.file}>
            <IconPaperclip size={15} stroke={1.7} aria-hidden />
            <span className={files.name}>{file.name}</span>
            <span className={files.size}>{fileSize(file.size, language)}</span>
            <Remove name={file.name} onClick={() => composer.removeFile(file.attachmentId)} />
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.key} className={`${files.file} ${upload.error === null ? '' : files.failed}`}>
            <IconPaperclip size={15} stroke={1.7} aria-hidden />
            <span className={files.name}>{upload.file.name}</span>
            {upload.error === null ? (
              <span className={files.size}>{m.composer.uploading(Math.round(upload.share * 100))}</span>
            ) : (
              <Failed error={upload.error} onRetry={() => composer.retryUpload(upload)} />
            )}
            <Remove name={upload.file.name} onClick={() => composer.removeUpload(upload.key)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Failed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { m } = useI18n();
  const words = useProblemWords(error);
  return (
    <>
      <span className={files.size} title={[words.title, words.detail].join('. ')}>
        {m.composer.uploadFailed}
      </span>
      <Button size="compact-xs" variant="subtle" onClick={onRetry}>
        {m.composer.retryUpload}
      </Button>
    </>
  );
}

function Remove({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const { m } = useI18n();
  return (
    <ActionIcon size="sm" aria-label={m.composer.removeFile(name)} onClick={onClick}>
      <IconX size={14} stroke={1.8} />
    </ActionIcon>
  );
}
