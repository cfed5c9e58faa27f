import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { Meaningless } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './ignored-note.module.css';

const MOST = 5;
const LONGEST = 40;

const short = (word: string): string => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word);

interface Props {
  readonly ignored: readonly Meaningless[];
  readonly onForget: () => void;
}

/** What the address asked for and nobody understands: the rest was applied. */
export function IgnoredNote({ ignored, onForget }: Props) {
  const { m } = useI18n();
  const f = m.filter;
  const shown = ignored.slice(0, MOST);
  return (
    <div className={classes.note} role="status">
      <IconFilterOff size={16} stroke={1.8} aria-hidden />
      <p className={classes.words}>
        {f.ignored}{' '}
        {shown.map(({ key, word }, index) => (
          <span key={`${key} ${word}`}>
            {index > 0 && ', '}
            {f.keys[key]} <bdi className={classes.word}>«{short(word)}»</bdi>
          </span>
        ))}
        {ignored.length > MOST && f.andMore(ignored.length - MOST)}
      </p>
      <Button size="compact-sm" variant="default" onClick={onForget}>
        {f.forget}
      </Button>
    </div>
  );
}
