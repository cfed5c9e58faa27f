import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { hasLines, lineOfSearch, lineSearch } from '../../desk/line-search.ts';
import { filterOfSearch, filterSearch, meaninglessIn, type QueueFilter } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { FilterBar } from './filter-bar.tsx';
import { IgnoredNote } from './ignored-note.tsx';
import { KeepView } from './keep-view.tsx';
import { LineChoice } from './line-choice.tsx';
import { Queue } from './queue.tsx';
import classes from './queue-page.module.css';
import { useCompanyName } from './use-company-name.ts';

export function QueuePage() {
  const { m, say } = useI18n();
  const { slug, regulation } = useDesk();
  const search = useSearch({ from: '/signed-in/d/$desk/' });
  const view = search.view ?? 'open';
  const asked = hasLines(view) ? lineOfSearch(search) : null;
  const named = regulation?.lines.find(({ id }) => id === asked) ?? null;
  // A line that the regulation does not know any more: then all of them.
  const line = regulation === null ? asked : (named?.id ?? null);
  const filter = useMemo(() => filterOfSearch(search), [search]);
  const ignored = useMemo(() => meaninglessIn(search), [search]);
  const companyName = useCompanyName(slug, filter.company);
  const navigate = useNavigate();
  const handleFilter = (next: QueueFilter) =>
    void navigate({
      to: '/d/$desk',
      params: { desk: slug },
      search: { view, ...lineSearch(line), ...filterSearch(next) },
      replace: true,
    });
  usePageTitle(named === null ? m.queue.views[view] : `${m.queue.views[view]} · ${say(named.name)}`);
  return (
    <>
      <header className={classes.header}>
        <h1 className={classes.title}>{m.queue.views[view]}</h1>
        <span className={classes.about}>{m.queue.about[view]}</span>
        <span className={classes.keys} aria-hidden>
          <kbd>j</kbd>
          <kbd>k</kbd> {m.queue.keys} <kbd>↵</kbd> {m.queue.keysOpen}
        </span>
        <FilterBar filter={filter} companyName={companyName} onChange={handleFilter}>
          {Object.keys(filter).length > 0 && (
            <KeepView query={{ view, ...(line === null ? {} : { line }), ...filter }} />
          )}
        </FilterBar>
      </header>
      {ignored.length > 0 && <IgnoredNote ignored={ignored} onForget={() => handleFilter(filter)} />}
      {hasLines(view) && <LineChoice view={view} line={line} filter={filter} />}
      <Queue
        key={`${slug} ${view} ${line ?? ''} ${JSON.stringify(filter)}`}
        desk={slug}
        view={view}
        line={line}
        filter={filter}
      />
    </>
  );
}
