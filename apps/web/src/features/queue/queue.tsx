import type { BulkAction, QueueView } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { regulationQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { hasLines } from '../../desk/line-search.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { QueueFilter } from '../../desk/queue-filter.ts';
import { onOpening } from '../../ui/on-opening.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { BulkBar } from './bulk-bar.tsx';
import { QueueHead } from './queue-head.tsx';
import { QueueRow, type RowTags } from './queue-row.tsx';
import { QueueSkeleton } from './queue-skeleton.tsx';
import classes from './queue.module.css';
import { useQueue } from './use-queue.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useSelection } from './use-selection.ts';
import { type Asked, useWholeView } from './use-whole-view.ts';

const BulkProgress = onOpening(async () => (await import('./bulk-progress.tsx')).BulkProgress);

const ROW_PX = 50;
const CARD_PX = 112;
const HEAD_PX = 30;
/** Rows before the end of what is loaded at which the next page is asked for. */
const AHEAD = 30;

/** Where each list was left, so that coming back from a ticket lands on the same rows. */
const offsets = new Map<string, number>();

interface Props {
  readonly desk: string;
  readonly view: QueueView;
  /** Id of a line; null: all of them. */
  readonly line: string | null;
  readonly filter: QueueFilter;
}

/** What is done to many tickets outlives the rows that it empties the list of. */
export function Queue(props: Props) {
  const [many, setMany] = useState<Many | null>(null);
  return (
    <>
      <Tickets {...props} onMany={(action, numbers) => setMany({ action, numbers })} />
      {many !== null && <BulkProgress {...many} onClose={() => setMany(null)} />}
    </>
  );
}

interface Many {
  readonly action: BulkAction;
  readonly numbers: readonly number[];
}

interface Doing {
  readonly onMany: (action: BulkAction, numbers: readonly number[]) => void;
}

function Tickets({ desk, view, line, filter, onMany }: Props & Doing) {
  const { m } = useI18n();
  const { query, tickets } = useQueue(desk, view, line, filter);
  // Whether a bar of lines stands above is told by the regulation: nothing is shown that it would push down.
  const isBarUnknown = useQuery(regulationQuery(desk)).isPending && hasLines(view);
  if (query.isPending || isBarUnknown) return <QueueSkeleton isHidden={isBarUnknown} />;
  if (query.isError && tickets.length === 0) {
    return <ScreenFailure title={m.queue.failed} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (tickets.length === 0 && Object.keys(filter).length > 0)
    return <ScreenState title={m.filter.empty} hint={m.filter.emptyHint} />;
  if (tickets.length === 0) return <Empty view={view} line={line} />;
  return (
    <List
      place={`${desk} ${view} ${line ?? ''} ${JSON.stringify(filter)}`}
      query={query}
      tickets={tickets}
      asked={{ view, line, filter }}
      onMany={onMany}
      tags={view === 'classify' ? 'work' : line === null ? 'line' : 'none'}
    />
  );
}

function Empty({ view, line }: Pick<Props, 'view' | 'line'>) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const name = regulation?.lines.find(({ id }) => id === line)?.name;
  if (view === 'classify') return <ScreenState title={m.queue.empty.classify} hint={m.queue.classifyHint} />;
  if (view === 'open' && name !== undefined)
    return <ScreenState title={m.queue.emptyLine(say(name))} hint={m.queue.emptyLineHint} />;
  return <ScreenState title={m.queue.empty[view]} hint={m.queue.emptyHint} />;
}

type ListProps = ReturnType<typeof useQueue> &
  Doing & {
    readonly place: string;
    readonly asked: Asked;
    readonly tags: RowTags;
  };

function List({ place, asked, query, tickets, tags, onMany }: ListProps) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  // Sales reads tickets; support handles them.
  const mayChange = useDesk().summary.role !== 'sales';
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (isNarrow ? CARD_PX : ROW_PX),
    getItemKey: (index) => tickets[index]?.ticket.ticketId ?? index,
    initialOffset: () => offsets.get(place) ?? 0,
    scrollMargin: isNarrow ? 0 : HEAD_PX,
    scrollPaddingStart: isNarrow ? 0 : HEAD_PX,
    overscan: 8,
    // Keys held down scroll faster than React allows to be painted one by one.
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (last >= tickets.length - AHEAD && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage();
  }, [last, tickets.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const focusRow = useRowFocus({ virtual: rows, scroll, count: tickets.length, hasMore: hasNextPage });
  const selection = useSelection(tickets);
  const whole = useWholeView(asked, {
    mayChange,
    isCounted: mayChange && selection.numbers.length > 0,
    onChoose: selection.chooseAll,
  });
  const { setCurrent } = useRowKeys(
    tickets.length + (hasNextPage ? AHEAD : 0),
    focusRow,
    (index, through) => {
      const chosen = tickets[index]?.ticket.number;
      if (mayChange && chosen !== undefined) selection.toggle(chosen, through);
    },
  );

  return (
    <>
      <div
        className={classes.scroll}
        ref={scroll}
        tabIndex={-1}
        onScroll={(event) => offsets.set(place, event.currentTarget.scrollTop)}
      >
        <div
          className={classes.table}
          role="table"
          aria-label={m.queue.table}
          aria-rowcount={hasNextPage ? -1 : tickets.length + 1}
        >
          <QueueHead />
          <div className={classes.body} role="rowgroup" style={{ height: rows.getTotalSize() }}>
            {items.map((item) => {
              const queued = tickets[item.index];
              if (queued === undefined) return null;
              return (
                <QueueRow
                  key={item.key}
                  ref={rows.measureElement}
                  ticket={queued.ticket}
                  calendar={queued.calendar}
                  tags={tags}
                  isChosen={mayChange ? selection.has(queued.ticket.number) : null}
                  onChoose={selection.toggle}
                  index={item.index}
                  top={item.start - rows.options.scrollMargin}
                  onFocus={setCurrent}
                />
              );
            })}
          </div>
        </div>
        {isFetchingNextPage && <p className={classes.tail}>{m.queue.loadingMore}</p>}
        {isFetchNextPageError && (
          <p className={classes.tail} role="alert">
            {m.queue.failedMore}{' '}
            <Button size="compact-sm" variant="default" onClick={() => void fetchNextPage()}>
              {m.common.retry}
            </Button>
          </p>
        )}
      </div>
      {selection.numbers.length > 0 && <BulkBar selection={selection} whole={whole} onMany={onMany} />}
    </>
  );
}
