import type { InquiryPage } from '@reglament/contract';
import { ActionIcon, Button, SegmentedControl, Textarea, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { OtherDevice } from '../../desk/other-device.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandProblem, ComposerFiles } from '../ticket/index.ts';
import shared from './inquiries.module.css';
import classes from './inquiry-composer.module.css';
import { type ComposerMode, useInquiryComposer } from './use-inquiry-composer.ts';

/** Where an answer to the customer, or a note for colleagues, is written. */
export function InquiryComposer({ page }: { readonly page: InquiryPage }) {
  const { m } = useI18n();
  const canAnswer = page.allowed.includes('answer');
  const [chosen, setChosen] = useState<ComposerMode>('answer');
  const mode: ComposerMode = canAnswer ? chosen : 'add-note';
  return (
    <section className={classes.composer} aria-label={m.inquiries.write}>
      <div className={classes.composerHead}>
        {canAnswer ? (
          <SegmentedControl
            size="xs"
            aria-label={m.inquiries.write}
            value={mode}
            onChange={(value) => setChosen(value === 'answer' ? 'answer' : 'add-note')}
            data={[
              { value: 'answer', label: m.inquiries.mode.answer },
              { value: 'add-note', label: m.inquiries.mode['add-note'] },
            ]}
          />
        ) : (
          <span className={shared.small}>{m.inquiries.noteOnly}</span>
        )}
        <span className={classes.hint}>
          {mode === 'answer' ? m.inquiries.answerHint(page.inquiry.contact.email) : m.inquiries.noteHint}
        </span>
      </div>
      <ComposerForm key={mode} page={page} mode={mode} />
    </section>
  );
}

function ComposerForm({ page, mode }: { readonly page: InquiryPage; readonly mode: ComposerMode }) {
  const { m } = useI18n();
  const composer = useInquiryComposer(page, mode);
  const { draft, command, send } = composer;
  const input = useRef<HTMLInputElement>(null);
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
    <form className={classes.form} onSubmit={handleSubmit} onKeyDown={handleKey}>
      <OtherDevice other={composer.other} />
      {command.error !== null && (
        <CommandProblem error={command.error} onRetry={send} onDismiss={command.reset} />
      )}
      <Textarea
        aria-label={m.inquiries.mode[mode]}
        placeholder={mode === 'answer' ? m.inquiries.answerPlaceholder : m.inquiries.notePlaceholder}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={100_000}
        value={draft.text}
        onChange={(event) => composer.write(event.currentTarget.value)}
      />
      <ComposerFiles composer={composer} />
      {composer.hint !== null && (
        <p className={shared.missing} role="alert">
          {composer.hint}
        </p>
      )}
      <div className={classes.composerFoot}>
        <Tooltip label={m.composer.attach}>
          <ActionIcon aria-label={m.composer.attach} onClick={() => input.current?.click()}>
            <IconPaperclip size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.hint}>
          {draft.text === '' || !composer.isKept
            ? `${m.composer.markdown} · Ctrl+Enter`
            : m.composer.draftKept}
        </span>
        <Button
          type="submit"
          className={classes.send ?? ''}
          loading={command.isPending}
          disabled={draft.text.trim() === ''}
        >
          {mode === 'answer' ? m.inquiries.sendAnswer : m.inquiries.keepNote}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={m.composer.attach}
        onChange={(event) => {
          composer.addFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </form>
  );
}
