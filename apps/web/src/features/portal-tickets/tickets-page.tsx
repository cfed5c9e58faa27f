import { Button, TextInput } from '@mantine/core';
import { IconMailForward, IconMessages, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { useSettledText } from '../../ui/use-settled-text.ts';
import { PortalScreen, usePortal } from '../portal/index.ts';
import { FoundNotes } from './found-notes.tsx';
import { portalTicketsQuery } from './portal-ticket-queries.ts';
import { TicketGroups } from './ticket-groups.tsx';
import classes from './tickets-page.module.css';
import { useTicketWords } from './use-words.ts';

const views = ['open', 'waiting', 'closed', 'all'] as const;
const TYPING_MS = 250;
/** Views differ by what stands behind the path. */
const EXACTLY = { exact: true, includeSearch: true };

/** The customer's tickets and, where their company lets them, those of colleagues. */
export function TicketsPage() {
  const { list: w } = useTicketWords();
  const { overview } = usePortal();
  const companies = overview.companies.map(({ name }) => name).join(', ');
  const isHidden =
    overview.companies.length > 0 && overview.companies.every(({ visibility }) => visibility === 'none');
  return (
    <PortalScreen title={w.title} {...(companies === '' ? {} : { about: companies })}>
      {isHidden ? <Hidden /> : <List />}
    </PortalScreen>
  );
}

/** The company's rule shows no ticket here: said, with the ways that are left. */
function Hidden() {
  const { list: w } = useTicketWords();
  const { summary } = usePortal();
  return (
    <ScreenState icon={IconMailForward} title={w.hidden} hint={w.hiddenHint(summary.mailAddress)}>
      <NewTicket />
    </ScreenState>
  );
}

function NewTicket() {
  const { list: w } = useTicketWords();
  const { slug } = usePortal();
  return (
    <Button
      renderRoot={(props) => <Link to="/p/$desk/new" params={{ desk: slug }} {...props} />}
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
    >
      {w.register}
    </Button>
  );
}

function List() {
  const { list: w } = useTicketWords();
  const { slug } = usePortal();
  const { view = 'open', whose = 'all', q = '' } = useSearch({ from: '/signed-in/p/$desk/' });
  const found = useInfiniteQuery(portalTicketsQuery(slug, { view, whose, search: q }));
  const pages = found.data?.pages;
  const first = pages?.[0];
  const rows = pages?.flatMap(({ tickets }) => tickets);
  return (
    <>
      <Filters counts={first?.counts} />
      {found.error !== null && rows === undefined && (
        <ScreenFailure title={w.failed} error={found.error} onRetry={() => void found.refetch()} />
      )}
      {rows === undefined && found.error === null && <Skeleton />}
      {first !== undefined && <FoundNotes lookedFor={first.lookedFor} isNear={first.isNear} />}
      {rows?.length === 0 && <Empty />}
      {rows !== undefined && rows.length > 0 && (
        <TicketGroups rows={rows} view={view} isStale={found.isPlaceholderData} />
      )}
      {found.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {w.more}
          </Button>
        </div>
      ) : (
        rows !== undefined &&
        rows.length > 0 &&
        q !== '' &&
        view !== 'all' && (
          <div className={classes.more}>
            <SearchAll q={q} />
          </div>
        )
      )}
    </>
  );
}

function Filters({ counts }: { readonly counts: { open: number; waiting: number } | undefined }) {
  const { list: w } = useTicketWords();
  const { slug, overview } = usePortal();
  const { view = 'open', whose = 'all', q = '' } = useSearch({ from: '/signed-in/p/$desk/' });
  const seesColleagues = overview.companies.some(
    ({ visibility, role }) => visibility === 'all' || (visibility === 'by-role' && role === 'supervisor'),
  );
  const of = (changes: { view?: string; whose?: 'own' | 'all' }) => ({
    ...((changes.view ?? view) === 'open' ? {} : { view: (changes.view ?? view) as typeof view }),
    ...((changes.whose ?? whose) === 'own' ? { whose: 'own' as const } : {}),
    ...(q === '' ? {} : { q }),
  });
  const countOf = (id: string): number | undefined =>
    id === 'open' ? counts?.open : id === 'waiting' ? counts?.waiting : undefined;
  return (
    <div className={classes.filters}>
      <nav className={classes.views} aria-label={w.views}>
        {views.map((id) => {
          const count = countOf(id) ?? 0;
          return (
            <Link
              key={id}
              to="/p/$desk"
              params={{ desk: slug }}
              search={of({ view: id })}
              className={classes.view}
              activeOptions={EXACTLY}
              activeProps={{}}
              aria-current={view === id ? 'page' : undefined}
              data-calls={id === 'waiting' && count > 0}
            >
              {w.view[id]}
              {count > 0 && <span className={classes.count}>{count >= 100 ? '99+' : count}</span>}
            </Link>
          );
        })}
      </nav>
      <Search />
      {seesColleagues && (
        <div className={classes.whose} role="group" aria-label={w.whose}>
          {(['all', 'own'] as const).map((id) => (
            <Link
              key={id}
              to="/p/$desk"
              params={{ desk: slug }}
              search={of({ whose: id })}
              className={classes.who}
              activeOptions={EXACTLY}
              activeProps={{}}
              data-on={whose === id}
            >
              {w.who[id]}
            </Link>
          ))}
        </div>
      )}
    </div>
  );
}

/** Number or words; the address follows what is typed. */
function Search() {
  const { list: w } = useTicketWords();
  const { slug } = usePortal();
  const { q = '', ...search } = useSearch({ from: '/signed-in/p/$desk/' });
  const navigate = useNavigate();
  const ask = (wanted: string) =>
    void navigate({
      to: '/p/$desk',
      params: { desk: slug },
      search: { ...search, ...(wanted === '' ? {} : { q: wanted }) },
      replace: true,
    });
  const [typed, setTyped] = useSettledText(q, ask, TYPING_MS);
  return (
    <TextInput
      className={classes.search ?? ''}
      type="search"
      aria-label={w.search}
      placeholder={w.search}
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

function SearchAll({ q }: { readonly q: string }) {
  const { list: w } = useTicketWords();
  const { slug } = usePortal();
  const { whose } = useSearch({ from: '/signed-in/p/$desk/' });
  const search = { view: 'all' as const, q, ...(whose === undefined ? {} : { whose }) };
  return (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/p/$desk" params={{ desk: slug }} search={search} {...props} />}
    >
      {w.searchAll}
    </Button>
  );
}

function Empty() {
  const { list: w } = useTicketWords();
  const { view = 'open', q = '' } = useSearch({ from: '/signed-in/p/$desk/' });
  if (q !== '')
    return (
      <ScreenState icon={IconSearch} title={w.nothingFound} hint={w.nothingFoundHint}>
        {view !== 'all' && <SearchAll q={q} />}
      </ScreenState>
    );
  return (
    <ScreenState icon={IconMessages} title={w.empty[view]} hint={w.emptyHint[view]}>
      {view !== 'closed' && <NewTicket />}
    </ScreenState>
  );
}

function Skeleton() {
  return (
    <div className={classes.list} aria-hidden>
      {[0, 1, 2, 3].map((n) => (
        <div key={n} className={classes.ghost}>
          <span style={{ width: `${62 - n * 9}%` }} />
          <span style={{ width: '34%' }} />
        </div>
      ))}
    </div>
  );
}
