import { useCallback, useState } from 'react';
import type { Uploaded } from '../../api/upload-file.ts';
import type { DraftPlace } from '../../api/draft-keeper.ts';
import { textLeft } from '../../api/text-left.ts';
import { fittingFiles, useUploads } from '../../api/use-uploads.ts';
import { type KeepingText, useKeptDraft } from '../../api/use-kept-draft.ts';
import { usePortal } from '../portal/index.ts';

export interface KeptMessage {
  readonly text: string;
  readonly files: readonly Uploaded[];
}

/** What was sent, as its body says it. */
export interface SentMessage {
  readonly text: string;
  readonly attachments: readonly string[];
}

/** So many files at once, as the desk takes them. */
const MAX_FILES = 10;

const keeping: KeepingText<KeptMessage> = {
  read: (value) => {
    const kept = value as Partial<KeptMessage> | null;
    if (typeof kept?.text !== 'string') return { text: '', files: [] };
    return { text: kept.text, files: Array.isArray(kept.files) ? kept.files : [] };
  },
  isNothing: ({ text, files }) => text === '' && files.length === 0,
  textOf: ({ text }) => text,
  withText: (message, text) => ({ ...message, text }),
};

/** Where something that a customer is writing is kept: each person's own. */
export const usePortalDraftKey = (name: string): string => {
  const { slug, session } = usePortal();
  return `reglament.portal.${session.person.personId}.${slug}.${name}`;
};

/** Where the server keeps it for their other devices. */
export const usePortalDraftPlace = (scope: string, part: string): DraftPlace => {
  const { slug, session } = usePortal();
  return { side: 'customer', desk: slug, writer: session.person.personId, scope, part };
};

/**
 * Words and files of a message that is being written; they outlive the page until they are sent.
 * @param about the ticket, or what else it is written to, for the server
 */
export const useMessage = (name: string, about: { readonly scope: string; readonly part: string }) => {
  const { slug } = usePortal();
  const keptAs = usePortalDraftKey(name);
  const place = usePortalDraftPlace(about.scope, about.part);
  const { value: message, setValue: setMessage, clear, other } = useKeptDraft(keptAs, keeping, place);
  const [trouble, setTrouble] = useState<'fileTooLarge' | 'tooManyFiles' | null>(null);

  const handleUploaded = useCallback(
    (file: Uploaded) => setMessage((now) => ({ ...now, files: [...now.files, file] })),
    [setMessage],
  );
  const { uploads, add, remove, retry } = useUploads(slug, handleUploaded, 'customer');

  const addFiles = (files: readonly File[]) => {
    const { fit, trouble: found } = fittingFiles(files, message.files.length + uploads.length, MAX_FILES);
    setTrouble(found);
    add(fit);
  };
  return {
    keptAs,
    message,
    other,
    uploads,
    trouble,
    addFiles,
    removeUpload: remove,
    retryUpload: retry,
    write: (text: string) => setMessage((now) => ({ ...now, text })),
    removeFile: (id: string) =>
      setMessage((now) => ({ ...now, files: now.files.filter(({ attachmentId }) => attachmentId !== id) })),
    /** It has been sent; what was typed and attached since stays. */
    clear: (sent: SentMessage) =>
      clear((now) => ({
        text: textLeft(now.text, sent.text),
        files: now.files.filter(({ attachmentId }) => !sent.attachments.includes(attachmentId)),
      })),
    isUploading: uploads.some(({ error }) => error === null),
    attachments: message.files.map(({ attachmentId }) => attachmentId),
  };
};

export type Message = ReturnType<typeof useMessage>;
