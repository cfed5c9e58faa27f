import { useCallback, useEffect, useState } from 'react';
import type { Uploaded } from '../../api/upload-file.ts';
import { fittingFiles, useUploads } from '../../api/use-uploads.ts';
import { usePortal } from '../portal/index.ts';

export interface KeptMessage {
  readonly text: string;
  readonly files: readonly Uploaded[];
}

const nothing: KeptMessage = { text: '', files: [] };
/** So many files at once, as the desk takes them. */
const MAX_FILES = 10;

const read = (key: string): KeptMessage => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<KeptMessage> | null;
    if (kept === null || typeof kept.text !== 'string') return nothing;
    return { text: kept.text, files: Array.isArray(kept.files) ? kept.files : [] };
  } catch {
    return nothing;
  }
};

const keep = (key: string, message: KeptMessage): void => {
  try {
    if (message.text === '' && message.files.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(message));
  } catch {
    // A browser that keeps nothing still sends.
  }
};

/** Words and files of a message that is being written; they outlive the page until they are sent. */
export const useMessage = (name: string) => {
  const { slug } = usePortal();
  const key = `reglament.portal.${slug}.${name}`;
  const [message, setMessage] = useState(() => read(key));
  const [trouble, setTrouble] = useState<'fileTooLarge' | 'tooManyFiles' | null>(null);
  useEffect(() => keep(key, message), [key, message]);

  const handleUploaded = useCallback(
    (file: Uploaded) => setMessage((now) => ({ ...now, files: [...now.files, file] })),
    [],
  );
  const { uploads, add, remove, retry } = useUploads(slug, handleUploaded, 'customer');

  const addFiles = (files: readonly File[]) => {
    const { fit, trouble: found } = fittingFiles(files, message.files.length + uploads.length, MAX_FILES);
    setTrouble(found);
    add(fit);
  };
  return {
    message,
    uploads,
    trouble,
    addFiles,
    removeUpload: remove,
    retryUpload: retry,
    write: (text: string) => setMessage((now) => ({ ...now, text })),
    removeFile: (id: string) =>
      setMessage((now) => ({ ...now, files: now.files.filter(({ attachmentId }) => attachmentId !== id) })),
    clear: () => setMessage(nothing),
    isUploading: uploads.some(({ error }) => error === null),
    attachments: message.files.map(({ attachmentId }) => attachmentId),
  };
};

export type Message = ReturnType<typeof useMessage>;
