import type { TicketPage } from '@reglament/contract';
import { useRef, useState, type DragEvent, type FormEvent, type KeyboardEvent } from 'react';
import { OtherDevice } from '../../desk/other-device.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { MacroDialog } from '../ticket-extras/index.ts';
import { BehindNotice } from './behind-notice.tsx';
import { CommandProblem } from './command-problem.tsx';
import { ComposerAnswer } from './composer-answer.tsx';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerField } from './composer-field.tsx';
import { ComposerFiles } from './composer-files.tsx';
import classes from './composer.module.css';
import { useComposer, type ComposerTab } from './use-composer.ts';
import { useOffers } from './use-offers.ts';

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
  const offers = useOffers({ page, tab, field, text: draft.text, write: composer.write });
  const { macro, closeMacro } = offers;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    composer.send();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.target === field.current && offers.suggest.handleKey(event)) return;
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
          <OtherDevice other={composer.other} />
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
            <ComposerField tab={tab} field={field} text={draft.text} write={composer.write} offers={offers} />
          )}
          <ComposerFiles composer={composer} />
          <ComposerAnswer page={page} composer={composer} />
          <ComposerBar
            composer={composer}
            offers={offers}
            isPreview={isPreview}
            onPreview={() => setIsPreview(!isPreview)}
            onAttach={() => input.current?.click()}
          />
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
      {macro !== null && <MacroDialog page={page} macro={macro} onClose={closeMacro} />}
    </>
  );
}
