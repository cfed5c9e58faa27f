import { ProblemError } from '@reglament/contract';
import type { ReactNode } from 'react';
import { ScreenFailure } from './screen-state.tsx';

interface Props<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly failed: string;
  readonly waiting: ReactNode;
  /** There is none, or none that this person may see: the same to the eye. */
  readonly missing: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** A page about one thing: shown, on its way, not there, or failed. What was shown stays when a later look fails. */
export function FoundOrNot<Data>({ query, failed, waiting, missing, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return waiting;
  if (query.error instanceof ProblemError && query.error.problem.status === 404) return missing;
  return <ScreenFailure isPage title={failed} error={query.error} onRetry={() => void query.refetch()} />;
}
