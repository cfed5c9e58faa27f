import { type InquiryCommandInput, type InquiryPage, ProblemError } from '@reglament/contract';
import { useCallback, useState } from 'react';
import type { Uploaded } from '../../api/upload-file.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { draftKey, fittingFiles, sentBy, useDraft, useUploads } from '../ticket/index.ts';
import { useInquiryCommand } from './use-inquiry-command.ts';

export type ComposerMode = 'answer' | 'add-note';

/** One message being written to an inquiry: its draft, its files, and sending it. */
export const useInquiryComposer = (page: InquiryPage, mode: ComposerMode) => {
  const { m } = useI18n();
  const { slug, session } = useDesk();
  const { number, version } = page.inquiry;
  const keptAs = draftKey(session.person.personId, slug, `inquiry-${number}`, mode);
  const { draft, setDraft, isKept, clear, other } = useDraft(keptAs, {
    side: 'staff',
    desk: slug,
    writer: session.person.personId,
    scope: `inquiry.${number}`,
    part: mode,
  });
  const [hint, setHint] = useState<string | null>(null);
  // What the person saw when they began to write: what others do meanwhile is told before it is sent over it.
  const [seen, setSeen] = useState<number | null>(null);
  const handleDone = (body: InquiryCommandInput) => {
    clear(sentBy(body));
    setSeen(null);
  };
  const command = useInquiryCommand(page, handleDone, seen ?? version, keptAs);
  const handleUploaded = useCallback(
    ({ attachmentId, name, type, size }: Uploaded) =>
      setDraft((old) => ({ ...old, files: [...old.files, { attachmentId, name, type, size }] })),
    [setDraft],
  );
  const { uploads, add, remove, retry } = useUploads(slug, handleUploaded);

  const addFiles = (files: readonly File[]) => {
    const { fit, trouble } = fittingFiles(files, draft.files.length + uploads.length);
    setHint(trouble === null ? null : m.composer[trouble]);
    add(fit);
  };
  const send = () => {
    if (draft.text.trim() === '' || command.isPending) return;
    setHint(uploads.length > 0 ? m.composer.waitForUploads : null);
    if (uploads.length > 0) return;
    const attachments = draft.files.map((file) => file.attachmentId);
    command.send(
      { command: mode, text: draft.text.trim(), attachments },
      {
        onError: (error) => {
          if (error instanceof ProblemError && error.problem.code === 'stale')
            setSeen(error.problem.current?.version ?? null);
        },
      },
    );
  };
  const write = (text: string) => {
    setSeen((before) => (text.trim() === '' ? null : (before ?? version)));
    setDraft((old) => ({ ...old, text }));
  };
  return {
    draft,
    other,
    isKept,
    hint,
    uploads,
    command,
    send,
    write,
    addFiles,
    retryUpload: retry,
    removeUpload: remove,
    removeFile: (attachmentId: string) =>
      setDraft((old) => ({ ...old, files: old.files.filter((file) => file.attachmentId !== attachmentId) })),
  };
};
