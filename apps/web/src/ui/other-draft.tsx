import { Button } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './notice.module.css';
import own from './other-draft.module.css';

interface Props {
  /** Empty: something else than words was filled in. */
  readonly text: string;
  /** When it was written, in words. */
  readonly when: string;
  readonly onTake: () => void;
  readonly onDiscard: () => void;
}

/** The same person wrote something else on another device: they say which text goes on. */
export function OtherDraft({ text, when, onTake, onDiscard }: Props) {
  const { m } = useI18n();
  const w = m.otherDraft;
  return (
    <div className={`${classes.notice} ${own.notice}`} role="status">
      <IconDevices size={17} stroke={1.9} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <p className={classes.title}>{w.title(when)}</p>
        <p className={own.text}>{text.trim() === '' ? w.noWords : text}</p>
      </div>
      <div className={`${classes.actions} ${own.actions}`}>
        <Button size="compact-sm" variant="default" onClick={onTake}>
          {w.take}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDiscard}>
          {w.discard}
        </Button>
      </div>
    </div>
  );
}
