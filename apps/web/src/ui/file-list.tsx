import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './file-list.module.css';
import { fileSize } from './file-size.ts';

interface FileOfList {
  readonly name: string;
  readonly size: number;
  /** Where it is downloaded from; null: only named. */
  readonly href: string | null;
}

export function FileList({ files }: { readonly files: readonly FileOfList[] }) {
  const { m, language } = useI18n();
  if (files.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={m.message.attachments}>
      {files.map((file, index) => {
        const size = fileSize(file.size, language);
        const inside = (
          <>
            {file.href === null ? (
              <IconPaperclip size={15} stroke={1.7} aria-hidden />
            ) : (
              <IconDownload size={15} stroke={1.7} aria-hidden />
            )}
            <span className={classes.name}>{file.name}</span> <span className={classes.size}>{size}</span>
          </>
        );
        return (
          <li key={index}>
            {file.href === null ? (
              <span className={classes.file}>{inside}</span>
            ) : (
              <a
                className={classes.file}
                href={file.href}
                download={file.name}
                aria-label={m.message.download(`${file.name} ${size}`)}
              >
                {inside}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
