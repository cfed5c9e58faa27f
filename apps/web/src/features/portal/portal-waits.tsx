import { Loader } from '@mantine/core';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import classes from './portal-page.module.css';
import { usePortalWords } from './use-words.ts';

interface Props {
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** Until it is known who the customer is to the desk. */
export function PortalWaits({ error, onRetry }: Props) {
  const w = usePortalWords();
  return (
    <main className={classes.waiting}>
      {error === null ? (
        <Loader size="sm" aria-label={w.opening} />
      ) : (
        <ScreenFailure isPage title={w.notOpened} error={error} onRetry={onRetry} />
      )}
    </main>
  );
}
