import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import classes from './page-frame.module.css';
import { ScreenFailure } from './screen-state.tsx';

interface Props<Page> {
  readonly query: UseInfiniteQueryResult<InfiniteData<Page>>;
  readonly failed: string;
  /** Says the button that brings the next page. */
  readonly more: string;
  readonly waiting: ReactNode;
  /** What the pages hold, or why there is nothing. */
  readonly children: (pages: readonly Page[]) => ReactNode;
}

/** A list that comes page by page: on its way, failed, or shown with a button for the rest. What was shown stays when a later page fails. */
export function PagedList<Page>({ query, failed, more, waiting, children }: Props<Page>) {
  if (query.isPending) return waiting;
  if (query.data === undefined)
    return <ScreenFailure title={failed} error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {children(query.data.pages)}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {more}
          </Button>
        </div>
      )}
    </>
  );
}
