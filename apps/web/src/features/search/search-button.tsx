import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePalette } from './palette-context.tsx';
import classes from './search-button.module.css';

/** Looks like the field that it opens. */
export function SearchButton() {
  const { m } = useI18n();
  const { open } = usePalette();
  return (
    <button type="button" className={classes.button} onClick={open} aria-keyshortcuts="/ Control+K">
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <span className={classes.word}>{m.search.title}</span>
      <kbd className={classes.key} aria-hidden>
        /
      </kbd>
    </button>
  );
}

export function SearchIcon() {
  const { m } = useI18n();
  const { open } = usePalette();
  return (
    <ActionIcon size="lg" aria-label={m.search.open} onClick={open}>
      <IconSearch size={18} stroke={1.7} />
    </ActionIcon>
  );
}
