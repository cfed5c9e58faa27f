import type { QueueView } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { countsQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './line-choice.module.css';
import { lineSearch } from '../../desk/line-search.ts';
import { filterSearch, type QueueFilter } from '../../desk/queue-filter.ts';

interface Props {
  readonly view: QueueView;
  /** Id of the chosen line; null: all of them. */
  readonly line: string | null;
  /** Stays when another line is chosen. */
  readonly filter: QueueFilter;
}

const COUNTED_UP_TO = 100;

/** The queues of the lines of support, where the regulation has lines; the choice stands in the address. */
export function LineChoice({ view, line, filter }: Props) {
  const { m, say } = useI18n();
  const { slug, regulation } = useDesk();
  const counts = useQuery(countsQuery(slug)).data?.lines;
  const lines = regulation?.lines ?? [];
  const nav = useRef<HTMLElement>(null);
  const isCounted = counts !== undefined;
  // On a phone the chosen one may stand beyond the edge; numbers and the font that come later make all of them wider.
  useEffect(() => {
    const show = () =>
      nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    void document.fonts.ready.then(show);
  }, [line, lines.length, isCounted]);
  if (lines.length === 0) return null;
  // Counted are open tickets, whoever has them.
  const countOf = (id: string): number => (view === 'open' ? (counts?.[id] ?? 0) : 0);
  return (
    <nav ref={nav} className={classes.lines} aria-label={m.queue.line}>
      {[null, ...lines].map((one) => {
        const id = one?.id ?? null;
        const count = id === null ? 0 : countOf(id);
        return (
          <Link
            key={id ?? ''}
            to="/d/$desk"
            params={{ desk: slug }}
            search={{ ...filterSearch(filter), view, ...lineSearch(id) }}
            className={classes.line}
            title={one === null ? undefined : say(one.does)}
            activeOptions={{ exact: true }}
            activeProps={{}}
            aria-current={id === line ? 'page' : undefined}
          >
            {one === null ? m.queue.everyLine : say(one.name)}
            {count > 0 && (
              <span className={classes.count}>
                {count >= COUNTED_UP_TO ? `${COUNTED_UP_TO - 1}+` : count}
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
