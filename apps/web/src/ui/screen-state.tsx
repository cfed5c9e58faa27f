import { ProblemError } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconInbox, IconLock, IconPlugConnectedX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './notice.module.css';
import { useProblemWords } from './use-problem-words.ts';

interface Props {
  readonly icon?: Icon;
  readonly title: string;
  readonly hint?: string;
  /** The only thing on its page: the title is the page's heading. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

/** A whole region without content: why, and what to do. */
export function ScreenState({ icon: Shape = IconInbox, title, hint, isPage = false, children }: Props) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={classes.state}>
      <Shape size={36} stroke={1.4} aria-hidden />
      <Title className={classes.stateTitle}>{title}</Title>
      {hint !== undefined && <p className={classes.stateHint}>{hint}</p>}
      {children}
    </div>
  );
}

interface FailureProps {
  readonly title: string;
  readonly error: Error;
  readonly isPage?: boolean;
  readonly onRetry: () => void;
}

/** What the part of whoever is signed in does not open: trying again would not help. */
export function NoAccess({ isPage = false }: { readonly isPage?: boolean }) {
  const { m } = useI18n();
  return (
    <ScreenState icon={IconLock} title={m.common.noAccess} hint={m.common.noAccessHint} isPage={isPage} />
  );
}

export function ScreenFailure({ title, error, isPage = false, onRetry }: FailureProps) {
  const { m } = useI18n();
  const words = useProblemWords(error);
  if (error instanceof ProblemError && error.problem.code === 'forbidden')
    return <NoAccess isPage={isPage} />;
  return (
    <div role="alert">
      <ScreenState
        icon={IconPlugConnectedX}
        title={title}
        hint={[words.title, words.detail].filter(Boolean).join('. ')}
        isPage={isPage}
      >
        <Button variant="default" onClick={onRetry}>
          {m.common.retry}
        </Button>
      </ScreenState>
    </div>
  );
}
