import { Button } from '@mantine/core';
import { IconInbox, IconPlugConnectedX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './notice.module.css';
import { useProblemWords } from './use-problem-words.ts';

interface Props {
  readonly icon?: Icon;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** A whole region without content: why, and what to do. */
export function ScreenState({ icon: Shape = IconInbox, title, hint, children }: Props) {
  return (
    <div className={classes.state}>
      <Shape size={36} stroke={1.4} aria-hidden />
      <p className={classes.stateTitle}>{title}</p>
      {hint !== undefined && <p className={classes.stateHint}>{hint}</p>}
      {children}
    </div>
  );
}

interface FailureProps {
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

export function ScreenFailure({ title, error, onRetry }: FailureProps) {
  const { m } = useI18n();
  const words = useProblemWords(error);
  return (
    <div role="alert">
      <ScreenState icon={IconPlugConnectedX} title={title} hint={[words.title, words.detail].filter(Boolean).join('. ')}>
        <Button variant="default" onClick={onRetry}>
          {m.common.retry}
        </Button>
      </ScreenState>
    </div>
  );
}
