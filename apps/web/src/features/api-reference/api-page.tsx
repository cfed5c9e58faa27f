import { Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { IconBook2, IconChevronLeft, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useOutsideWords } from '../../desk/use-outside-words.ts';
import classes from './api-page.module.css';
import type { Area, Operation } from './operations.ts';
import { OperationPart } from './operation-part.tsx';
import { useOperations } from './use-api.ts';

/** The reference of the API: what it can do, and each request to try. */
export function ApiPage() {
  const { reference: w } = useOutsideWords();
  const { m } = useI18n();
  const query = useOperations();
  usePageTitle(w.title);
  if (query.isPending)
    return (
      <div className={classes.waiting} aria-busy>
        <VisuallyHidden>{m.common.loading}</VisuallyHidden>
        {[40, 62, 55, 70, 48].map((width) => (
          <Skeleton key={width} height={16} width={`${width}%`} my={12} />
        ))}
      </div>
    );
  if (query.data === undefined)
    return <ScreenFailure title={w.failed} error={query.error} isPage onRetry={() => void query.refetch()} />;
  return <Reference operations={query.data} />;
}

function Reference({ operations }: { readonly operations: readonly Operation[] }) {
  const { reference: w } = useOutsideWords();
  const { slug } = useDesk();
  const navigate = useNavigate();
  const { request } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const [typed, setTyped] = useState('');
  const chosen = operations.find(({ id }) => id === request);
  const open = (id: string | null) =>
    void navigate({
      to: '/d/$desk/api',
      params: { desk: slug },
      search: id === null ? {} : { request: id },
    });
  return (
    <div className={classes.frame} data-open={chosen !== undefined}>
      <nav className={classes.side} aria-label={w.title}>
        <div className={classes.sideHead}>
          <h1 className={classes.title}>{w.title}</h1>
          <TextInput
            type="search"
            aria-label={w.search}
            placeholder={w.search}
            leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <Areas operations={operations} typed={typed} chosen={chosen?.id ?? null} />
      </nav>
      <div className={classes.page}>
        {chosen === undefined ? (
          <ScreenState icon={IconBook2} title={w.choose} hint={`${w.chooseHint} ${w.about}`}>
            <p className={classes.links}>
              <a href="/api/openapi.json" download>
                {w.download}
              </a>
            </p>
          </ScreenState>
        ) : (
          <>
            <button type="button" className={classes.back} onClick={() => open(null)}>
              <IconChevronLeft size={16} stroke={1.8} aria-hidden />
              {w.back}
            </button>
            <OperationPart key={chosen.id} operation={chosen} />
          </>
        )}
      </div>
    </div>
  );
}

const methods = ['GET', 'POST', 'PATCH', 'DELETE'];

/** What the area is named after first, then by address, reading before writing. */
const byPath =
  (area: string) =>
  (a: Operation, b: Operation): number =>
    Number(!a.path.includes(`/${area}`)) - Number(!b.path.includes(`/${area}`)) ||
    a.path.localeCompare(b.path, 'en') ||
    methods.indexOf(a.method) - methods.indexOf(b.method);

interface AreasProps {
  readonly operations: readonly Operation[];
  readonly typed: string;
  readonly chosen: string | null;
}

/** Requests by what they are about, as far as they hold what was typed. */
function Areas({ operations, typed, chosen }: AreasProps) {
  const { reference: w } = useOutsideWords();
  const { slug } = useDesk();
  const words = typed.trim().toLowerCase();
  const found = operations.filter(({ id, path, summary }) =>
    `${id} ${path} ${summary}`.toLowerCase().includes(words),
  );
  if (found.length === 0) return <p className={classes.nothing}>{w.nothing}</p>;
  return (Object.keys(w.areas) as Area[]).map((area) => {
    const here = found.filter((one) => one.area === area).toSorted(byPath(area));
    return here.length === 0 ? null : (
      <section key={area} aria-label={w.areas[area]}>
        <h2 className={classes.heading}>{w.areas[area]}</h2>
        <ul className={classes.list}>
          {here.map(({ id, method, path }) => (
            <li key={id}>
              <Link
                to="/d/$desk/api"
                params={{ desk: slug }}
                search={{ request: id }}
                className={classes.link}
                activeProps={{}}
                {...(id === chosen ? { 'aria-current': 'page' as const } : { 'aria-current': undefined })}
              >
                <span className={classes.method} data-method={method}>
                  {method === 'DELETE' ? 'DEL' : method}
                </span>
                <span className={classes.path} title={path}>
                  {path.replace(/^\/api(?:\/desks\/\{desk\})?/, '')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
