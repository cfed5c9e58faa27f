import { ProblemError } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconMoodPuzzled } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useI18n } from '../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from './screen-state.tsx';

const isNetwork = (error: unknown): error is Error =>
  error instanceof ProblemError || error instanceof TypeError || error instanceof SyntaxError;

/** What is shown instead of a page that could not be shown. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { m } = useI18n();
  const handleReload = () => window.location.reload();
  if (isNetwork(error))
    return <ScreenFailure isPage title={m.trouble.unexpected} error={error} onRetry={handleReload} />;
  return (
    <ScreenState isPage icon={IconMoodPuzzled} title={m.trouble.unexpected} hint={m.trouble.unexpectedHint}>
      <Button variant="default" onClick={handleReload}>
        {m.trouble.reload}
      </Button>
    </ScreenState>
  );
}
