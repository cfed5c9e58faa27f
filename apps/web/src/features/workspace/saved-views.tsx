import { IconListSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute, useSearch } from '@tanstack/react-router';
import type { QueueView } from '@reglament/contract';
import { countsQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { lineSearch } from '../../desk/line-search.ts';
import { filterOfSearch, filterSearch, readFilterSearch } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import railClasses from './rail.module.css';
import { useViews } from '../../desk/use-views.ts';

const sameWords = (one: object, other: object): boolean =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());

/** What still fits beside a name. */
const MOST_SHOWN = 999;

/** Views that the person or the desk keeps; nothing where there are none. */
export function SavedViews() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const views = useViews().data?.views ?? [];
  const counts = useQuery(countsQuery(slug)).data?.kept;
  const matchRoute = useMatchRoute();
  const search = useSearch({ strict: false });
  if (views.length === 0) return null;
  const isQueue = matchRoute({ to: '/d/$desk', params: { desk: slug } }) !== false;
  return (
    <nav aria-labelledby="saved-views-heading">
      <h2 className={railClasses.heading} id="saved-views-heading">
        {m.savedViews.title}
      </h2>
      <ul className={railClasses.list}>
        {views.map(({ viewId, name, query }) => {
          const { view = 'open', line, ...filter } = query;
          const isHere =
            isQueue &&
            search.view === view &&
            String(search.line ?? '') === (line ?? '') &&
            sameWords(filterOfSearch(readFilterSearch(search)), filter);
          return (
            <li key={viewId}>
              <Link
                to="/d/$desk"
                params={{ desk: slug }}
                search={{ view: view as QueueView, ...lineSearch(line ?? null), ...filterSearch(filter) }}
                className={railClasses.link}
                activeOptions={{ exact: true }}
                activeProps={{}}
                aria-current={isHere ? 'page' : undefined}
              >
                <IconListSearch size={16} stroke={1.7} aria-hidden />
                <span className={railClasses.word}>{name}</span>
                <Count of={counts?.[viewId]} />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Count({ of }: { readonly of: { readonly count: number; readonly isMore: boolean } | undefined }) {
  // Nothing found among the first is nothing to tell.
  if (of === undefined || of.count === 0) return null;
  return (
    <span className={railClasses.count}>{of.isMore ? `${Math.min(of.count, MOST_SHOWN)}+` : of.count}</span>
  );
}
