import { Button, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { FoundNotes } from './found-notes.tsx';
import { FoundTickets, FoundThings } from './found-lists.tsx';
import classes from './search-page.module.css';
import { sentText } from './sent-text.ts';
import { isNothing, useFound } from './use-found.ts';

const PAUSE_MS = 200;

/** Everything that was found; the address says what was asked. */
export function SearchPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { q = '' } = useSearch({ from: '/signed-in/d/$desk/search' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  usePageTitle(q === '' ? m.search.title : `${m.search.title}: ${q}`);
  const asked = useRef(q);
  const ask = useDebouncedCallback((text: string) => {
    asked.current = text;
    const search = text === '' ? {} : { q: text };
    void navigate({ to: '/d/$desk/search', params: { desk: slug }, search, replace: true });
  }, PAUSE_MS);

  // Whoever comes by another address sees what that one asks; what is being typed here stays.
  useEffect(() => {
    if (asked.current === q) return;
    asked.current = q;
    setTyped(q);
  }, [q]);

  const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.currentTarget.value);
    ask(sentText(event.currentTarget.value));
  };

  return (
    <>
      <header className={classes.header}>
        <h1 className={classes.title}>{m.search.title}</h1>
        <TextInput
          className={classes.field}
          type="search"
          aria-label={m.search.field}
          placeholder={m.search.field}
          leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
          autoFocus={q === ''}
          spellCheck={false}
          value={typed}
          onChange={handleChange}
        />
      </header>
      <div className={classes.scroll}>
        <Results q={sentText(q)} />
      </div>
    </>
  );
}

function Results({ q }: { readonly q: string }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useFound(slug, q);
  if (q === '')
    return <ScreenState icon={IconZoomQuestion} title={m.search.start} hint={m.search.startHint} />;
  if (query.isPending) return <Waiting />;
  const [first] = query.data?.pages ?? [];
  if (first === undefined)
    return query.error === null ? (
      <Waiting />
    ) : (
      <ScreenFailure title={m.search.failed} error={query.error} onRetry={() => void query.refetch()} />
    );
  const tickets = query.data?.pages.flatMap((page) => page.tickets) ?? [];
  return (
    <>
      <FoundNotes found={first} />
      {isNothing(first) ? (
        <ScreenState icon={IconSearch} title={m.search.nothing} hint={m.search.nothingHint} />
      ) : (
        <div className={classes.columns}>
          <FoundThings found={first} />
          <div className={classes.tickets}>
            <FoundTickets tickets={tickets} />
            {query.hasNextPage && (
              <div className={classes.more}>
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {m.search.more}
                </Button>
              </div>
            )}
          </div>
        </div>
      )}
    </>
  );
}

const SHOWN_WHILE_WAITING = 6;

function Waiting() {
  const { m } = useI18n();
  return (
    <div aria-busy className={classes.waiting}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {Array.from({ length: SHOWN_WHILE_WAITING }, (_, index) => (
        <div key={index}>
          <Skeleton height={14} width={`${56 - index * 4}%`} mb={8} />
          <Skeleton height={11} width={`${84 - index * 5}%`} />
        </div>
      ))}
    </div>
  );
}
