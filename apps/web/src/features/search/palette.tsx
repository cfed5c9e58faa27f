import { Loader, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useProblemWords } from '../../ui/use-problem-words.ts';
import { FoundNotes } from './found-notes.tsx';
import { PaletteList } from './palette-list.tsx';
import classes from './palette.module.css';
import { sentText } from './sent-text.ts';
import { usePaletteSections } from './use-palette-sections.ts';
import { useChoose } from './use-choose.ts';
import { isNothing, useQuickFound, type Found } from './use-found.ts';

const PAUSE_MS = 80;

/** Everything that can be found or done, by typing. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.search.open}
      withCloseButton={false}
      size={720}
      padding={0}
      yOffset={isNarrow ? 0 : '12dvh'}
      fullScreen={isNarrow}
      classNames={{ header: classes.hidden, body: classes.body, content: classes.content }}
    >
      <Body onClose={onClose} />
    </Modal>
  );
}

function Body({ onClose }: { readonly onClose: () => void }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const q = sentText(typed);
  const [settled] = useDebouncedValue(q, PAUSE_MS);
  const query = useQuickFound(slug, settled);
  const found = q === '' ? undefined : query.data;
  const sections = usePaletteSections(q, found);
  const entries = sections.flatMap((section) => section.entries);
  const [chosen, setChosen] = useState<string | null>(null);
  const index = Math.max(
    entries.findIndex(({ key }) => key === chosen),
    0,
  );
  const choose = useChoose(onClose);
  const current = entries[index];

  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setChosen(entries[(index + step + entries.length) % entries.length]?.key ?? null);
    }
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      choose(current, event.ctrlKey || event.metaKey);
    }
  };

  return (
    <>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-label={m.search.field}
          {...(current === undefined
            ? {}
            : { 'aria-activedescendant': `${listId} ${index}`.replaceAll(' ', '-') })}
          placeholder={m.search.placeholder}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={handleKey}
        />
        {q !== '' && (query.isFetching || settled !== q) && <Loader size={15} className={classes.loader} />}
        <button type="button" className={classes.close} onClick={onClose} aria-label={m.common.close}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </button>
      </div>
      <div className={classes.results} aria-busy={query.isFetching}>
        {found !== undefined && <FoundNotes found={found} />}
        <PaletteList listId={listId} sections={sections} index={index} onChoose={choose} />
        {q !== '' && <Silence isSettled={settled === q} query={query} hasEntries={entries.length > 0} />}
      </div>
      <Keys />
    </>
  );
}

interface SilenceProps {
  readonly isSettled: boolean;
  readonly query: {
    readonly data: Found | undefined;
    readonly error: Error | null;
    readonly isFetching: boolean;
  };
  readonly hasEntries: boolean;
}

/** Why there is nothing to choose from. */
function Silence({ isSettled, query, hasEntries }: SilenceProps) {
  const { m } = useI18n();
  if (query.error !== null) return <Failure error={query.error} />;
  if (hasEntries || !isSettled || query.isFetching || query.data === undefined || !isNothing(query.data))
    return null;
  return (
    <div className={classes.silence} role="status">
      <strong>{m.search.nothing}</strong>
      <span>{m.search.nothingHint}</span>
    </div>
  );
}

function Failure({ error }: { readonly error: Error }) {
  const { m } = useI18n();
  const words = useProblemWords(error);
  return (
    <div className={classes.silence} role="alert">
      <strong>{m.search.failed}</strong>
      <span>{[words.title, words.detail].filter(Boolean).join('. ')}</span>
    </div>
  );
}

function Keys() {
  const { m } = useI18n();
  return (
    <div className={classes.keys} aria-hidden>
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {m.search.keyMove}
      </span>
      <span>
        <kbd>↵</kbd> {m.search.keyOpen}
      </span>
      <span>
        <kbd>esc</kbd> {m.search.keyClose}
      </span>
    </div>
  );
}
