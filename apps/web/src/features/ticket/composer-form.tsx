import type { ReplyTemplate, TicketPage } from '@reglament/contract';
import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconAt, IconEye, IconPaperclip, IconPencil, IconTemplate } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type FormEvent, type KeyboardEvent } from 'react';
import {
  isMacro,
  MacroDialog,
  peopleFor,
  Suggestions,
  templatesNamed,
  useFill,
  useSuggest,
  useTemplates,
} from '../ticket-extras/index.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { BehindNotice } from './behind-notice.tsx';
import { CommandProblem } from './command-problem.tsx';
import { ComposerAnswer } from './composer-answer.tsx';
import { ComposerFiles } from './composer-files.tsx';
import classes from './composer.module.css';
import { useComposer, type ComposerTab } from './use-composer.ts';

export type { ComposerTab };

interface Props {
  readonly page: TicketPage;
  readonly tab: ComposerTab;
}

export function ComposerForm({ page, tab }: Props) {
  const { m } = useI18n();
  const composer = useComposer(page, tab);
  const { draft, command, seen } = composer;
  const [isPreview, setIsPreview] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isNote = tab === 'add-note';
  const fill = useFill(page);
  const templates = useTemplates();
  const [macro, setMacro] = useState<ReplyTemplate | null>(null);
  const suggest = useSuggest(field, draft.text, composer.write, {
    '/': offerTemplates,
    ...(isNote ? { '@': offerPeople } : {}),
  });
  // A path may begin with the same sign: nothing is said about what is no template.
  const noTemplates = suggest.word?.query === '' ? m.templates.ownEmpty : null;

  function offerTemplates(query: string) {
    return templatesNamed(query, templates).map((one) => {
      const { templateId: id, name: title } = one;
      const { text } = fill(one.text);
      return isMacro(one)
        ? { id, title, detail: m.templates.macro, put: '', onChoose: () => setMacro(one) }
        : { id, title, detail: text.replaceAll(/\s+/g, ' '), put: text };
    });
  }
  function offerPeople(query: string) {
    return peopleFor(query, composer.people).map(({ personId, name, role }) => ({
      id: personId,
      title: name,
      detail: m.workspace.roles[role],
      put: `@${name} `,
    }));
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    composer.send();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.target === field.current && suggest.handleKey(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      composer.send();
    }
  };
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    composer.addFiles([...event.dataTransfer.files]);
  };
  const handleDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };

  return (
    <>
      <form
        onSubmit={handleSubmit}
        onKeyDown={handleKey}
        onDragOver={handleDrag}
        onDragLeave={() => setIsOver(false)}
        onDrop={handleDrop}
      >
        <div className={classes.notices}>
          {seen.isBehind && command.error === null && (
            <BehindNotice page={page} since={seen.lastSeq} onRead={() => seen.tell()} />
          )}
          {command.error !== null && (
            <CommandProblem error={command.error} onRetry={composer.send} onDismiss={command.reset} />
          )}
        </div>
        <div className={classes.box} data-kind={tab}>
          {isPreview ? (
            <div className={classes.preview}>
              {draft.text.trim() === '' ? m.composer.nothingToPreview : <Markdown text={draft.text} />}
            </div>
          ) : (
            <Textarea
              ref={field}
              aria-label={`${m.composer.text}: ${m.composer.tabs[tab]}`}
              aria-autocomplete="list"
              {...(suggest.offered.length > 0
                ? {
                    'aria-controls': suggest.listId,
                    'aria-activedescendant': suggest.optionId(suggest.active),
                  }
                : {})}
              onSelect={suggest.handleSelect}
              onBlur={suggest.handleBlur}
              placeholder={m.composer.placeholder[tab]}
              variant="unstyled"
              autosize
              minRows={3}
              maxRows={12}
              px={12}
              maxLength={100_000}
              value={draft.text}
              onChange={(event) => {
                composer.write(event.currentTarget.value);
                suggest.handleSelect(event);
              }}
            />
          )}
          {!isPreview && (
            <Suggestions
              suggest={suggest}
              label={suggest.word?.trigger === '/' ? m.templates.list : m.mention.list}
              none={suggest.word?.trigger === '/' ? noTemplates : m.mention.none}
            />
          )}
          <ComposerFiles composer={composer} />
          <ComposerAnswer page={page} composer={composer} />
          <div className={classes.bar}>
            <Tooltip label={m.composer.attach}>
              <ActionIcon aria-label={m.composer.attach} onClick={() => input.current?.click()}>
                <IconPaperclip size={17} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
            {!isPreview && (
              <Tooltip label={m.templates.insert}>
                <ActionIcon aria-label={m.templates.insert} onClick={() => suggest.open('/')}>
                  <IconTemplate size={17} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            )}
            {isNote && !isPreview && (
              <Tooltip label={m.mention.button}>
                <ActionIcon aria-label={m.mention.button} onClick={() => suggest.open('@')}>
                  <IconAt size={17} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            )}
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={
                isPreview ? <IconPencil size={15} stroke={1.7} /> : <IconEye size={15} stroke={1.7} />
              }
              onClick={() => setIsPreview(!isPreview)}
            >
              {isPreview ? m.composer.edit : m.composer.preview}
            </Button>
            <span className={classes.hint}>
              {draft.text === '' || !composer.isKept
                ? `${m.composer.markdown} · Ctrl+Enter`
                : m.composer.draftKept}
            </span>
            <Button
              type="submit"
              className={classes.send}
              loading={command.isPending}
              disabled={draft.text.trim() === ''}
            >
              {m.composer.send[tab]}
            </Button>
          </div>
        </div>
        {composer.hint !== null && (
          <p className={classes.error} role="alert">
            {composer.hint}
          </p>
        )}
        {isOver && <div className={classes.drop}>{m.composer.dropHere}</div>}
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
      {/* Outside of the form: what is sent there is not sent here. */}
      {macro !== null && <MacroDialog page={page} macro={macro} onClose={() => setMacro(null)} />}
    </>
  );
}
