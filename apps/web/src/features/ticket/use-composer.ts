import { ProblemError, type CommandName, type TicketPage } from '@reglament/contract';
import { useCallback, useState } from 'react';
import { noteTyping } from '../../api/presence.ts';
import type { Uploaded } from '../../api/upload-file.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { mentionsIn, usePeople } from '../ticket-extras/index.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { type AnswerFacts, sayable, type SayableFacts } from './answer-facts.ts';
import { draftKey, sentBy } from './draft.ts';
import { useDraft } from './use-draft.ts';
import { useSeenVersion } from './use-seen-version.ts';
import { useTicketCommand } from './use-ticket-command.ts';
import { fittingFiles, useUploads } from '../../api/use-uploads.ts';

export type ComposerTab = Extract<CommandName, 'reply' | 'request-information' | 'add-note' | 'resolve'>;

/** The part of a command's body that says it. */
const saidOf = (tab: ComposerTab, { outcome, means, items }: SayableFacts, mentions: readonly string[]) => {
  if (tab === 'add-note') return mentions.length === 0 ? {} : { mentions: [...mentions] };
  if (tab === 'request-information') return items.length === 0 ? {} : { items: [...items] };
  if (tab !== 'reply' && tab !== 'resolve') return {};
  return {
    ...(means === null ? {} : { means }),
    ...(tab === 'resolve' && outcome !== null ? { outcome } : {}),
  };
};

/** What is typed in one tab of a ticket, and where it is kept. */
const useMessageDraft = (number: number, tab: ComposerTab) => {
  const { slug, session } = useDesk();
  const { personId: writer } = session.person;
  const keptAs = draftKey(writer, slug, String(number), tab);
  const place = { side: 'staff', desk: slug, writer, scope: `ticket.${number}`, part: tab } as const;
  return { keptAs, ...useDraft(keptAs, place) };
};

/** One message being written: its draft, its files, and sending it. */
export const useComposer = (page: TicketPage, tab: ComposerTab) => {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { keptAs, draft, setDraft, isKept, clear, other } = useMessageDraft(page.ticket.number, tab);
  const [hint, setHint] = useState<string | null>(null);
  const answer = sayable(draft.answer, page);
  const seen = useSeenVersion(page, draft.text.trim() !== '');
  const command = useTicketCommand(page.ticket.number, { keptAs, onSent: (body) => clear(sentBy(body)) });
  const people = usePeople();

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
    const body = {
      command: tab,
      text: draft.text,
      attachments: draft.files.map((file) => file.attachmentId),
      ...saidOf(tab, answer, mentionsIn(draft.text, people)),
    };
    command.mutate(
      { body, version: seen.version },
      {
        // They are told what changed right here; the next attempt is made knowing it.
        onError: (error) => {
          if (error instanceof ProblemError && error.problem.code === 'stale')
            seen.tell(error.problem.current?.version);
        },
      },
    );
  };

  return {
    tab,
    answer,
    setAnswer: (said: AnswerFacts) => setDraft((old) => ({ ...old, answer: said })),
    draft,
    other,
    isKept,
    hint,
    uploads,
    command,
    seen,
    send,
    addFiles,
    retryUpload: retry,
    removeUpload: remove,
    removeFile: (attachmentId: string) =>
      setDraft((old) => ({ ...old, files: old.files.filter((file) => file.attachmentId !== attachmentId) })),
    write: (text: string) => {
      noteTyping();
      setDraft((old) => ({ ...old, text }));
    },
  };
};
