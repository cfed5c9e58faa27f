import { endpoints, type QueryOf, type QueueView } from '@reglament/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import type { QueueFilter } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { isTyping } from '../../ui/use-shortcuts.ts';

/** What the list on the screen was asked for. */
export interface Asked {
  readonly view: QueueView;
  readonly line: string | null;
  readonly filter: QueueFilter;
}

export interface WholeView {
  /** How many tickets the view holds; null: not counted. */
  readonly count: number | null;
  readonly isMore: boolean;
  readonly choose: () => void;
  readonly isPending: boolean;
}

/** Chooses everything that the view holds, as the server tells it: by Ctrl+A where nobody types, too. Counted once anything is chosen. */
export const useWholeView = (
  { view, line, filter }: Asked,
  options: {
    readonly mayChange: boolean;
    readonly isCounted: boolean;
    readonly onChoose: (numbers: readonly number[]) => void;
  },
): WholeView => {
  const { m } = useI18n();
  const { slug: desk } = useDesk();
  const { mayChange, isCounted, onChoose } = options;
  const ask = (signal?: AbortSignal) =>
    api(
      endpoints.getQueueNumbers,
      {
        params: { desk },
        query: {
          view,
          ...(filter as QueryOf<typeof endpoints.getQueueNumbers>),
          ...(line === null ? {} : { line }),
        },
      },
      signal === undefined ? {} : { signal },
    );
  const told = useQuery({
    queryKey: [...keys.counts(desk), 'numbers', view, line, filter],
    queryFn: ({ signal }) => ask(signal),
    enabled: isCounted,
  }).data;
  const choosing = useMutation({
    // As it is now: a number told a minute ago may stand for a ticket that has left.
    mutationFn: () => ask(),
    onSuccess: ({ numbers }) => onChoose(numbers),
    onError: () => toast(m.bulk.notCounted, undefined, 'refused'),
  });

  const choose = useRef(() => undefined as void);
  useEffect(() => {
    choose.current = () => {
      if (mayChange && !choosing.isPending) choosing.mutate();
    };
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isAll = event.code === 'KeyA' && (event.ctrlKey || event.metaKey);
      if (!isAll || event.shiftKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
      event.preventDefault();
      if (!event.repeat) choose.current();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);

  return {
    count: told?.numbers.length ?? null,
    isMore: told?.isMore ?? false,
    choose: () => choose.current(),
    isPending: choosing.isPending,
  };
};
