import type { QueueView } from '@reglament/contract';
import {
  IconArchive,
  IconCertificate,
  IconBuilding,
  IconCircleCheck,
  IconCircleOff,
  IconHourglassEmpty,
  IconInbox,
  IconLayoutDashboard,
  IconMail,
  IconPackages,
  IconPhone,
  IconPhoneOff,
  IconPlus,
  IconSettings,
  IconShoppingBag,
  IconTags,
  IconUser,
  IconUserPlus,
  IconUserQuestion,
  IconZzz,
  type Icon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute, useSearch } from '@tanstack/react-router';
import { countsQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Wordmark } from '../../ui/wordmark.tsx';
import { hasLines } from '../../desk/line-search.ts';
import { readFilterSearch } from '../../desk/queue-filter.ts';
import { SearchButton } from '../search/index.ts';
import { Bell } from './bell.tsx';
import { DeskSwitcher } from './desk-switcher.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './rail.module.css';
import { SavedViews } from './saved-views.tsx';

const COUNTED_UP_TO = 100;

const views: readonly { readonly id: QueueView; readonly icon: Icon }[] = [
  { id: 'open', icon: IconInbox },
  { id: 'mine', icon: IconUser },
  { id: 'unassigned', icon: IconUserPlus },
  { id: 'classify', icon: IconTags },
  { id: 'waiting', icon: IconHourglassEmpty },
  { id: 'snoozed', icon: IconZzz },
  { id: 'resolved', icon: IconCircleCheck },
  { id: 'not-entitled', icon: IconCircleOff },
  { id: 'unidentified', icon: IconUserQuestion },
  { id: 'closed', icon: IconArchive },
];

/** Desk, views, tools and the person: everything one can go to. */
export function Rail() {
  return (
    <div className={classes.rail}>
      <div className={classes.top}>
        <Wordmark />
        <Bell />
      </div>
      <div className={classes.switcher}>
        <DeskSwitcher />
      </div>
      <div className={classes.search}>
        <SearchButton />
      </div>
      <div className={classes.scroll}>
        <Views />
        <SavedViews />
        <Tools />
      </div>
      <div className={classes.bottom}>
        <PersonMenu />
      </div>
    </div>
  );
}

function Views() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const counts = useQuery(countsQuery(slug)).data?.counts;
  const matchRoute = useMatchRoute();
  const search = useSearch({ strict: false });
  const { view, line } = search;
  // One of the views that are kept may be it.
  const isFiltered = Object.keys(readFilterSearch(search)).length > 0;
  const isQueue = matchRoute({ to: '/d/$desk', params: { desk: slug } }) !== false;
  return (
    <nav aria-labelledby="views-heading">
      <h2 className={classes.heading} id="views-heading">
        {m.workspace.views}
      </h2>
      <ul className={classes.list}>
        {views.map(({ id, icon: Shape }) => {
          const count = counts?.[id] ?? 0;
          return (
            <li key={id}>
              <Link
                to="/d/$desk"
                params={{ desk: slug }}
                // Whoever works at one line stays there.
                search={{ view: id, ...(isQueue && line !== undefined && hasLines(id) ? { line } : {}) }}
                className={classes.link}
                // Other pages below the desk have views of these names too.
                activeOptions={{ exact: true }}
                activeProps={{}}
                {...(isQueue && !isFiltered && (view ?? 'open') === id
                  ? { 'aria-current': 'page' as const }
                  : { 'aria-current': undefined })}
              >
                <Shape size={16} stroke={1.7} aria-hidden />
                <span className={classes.word}>{m.queue.views[id]}</span>
                {count > 0 && (
                  <span className={classes.count}>
                    {count >= COUNTED_UP_TO ? `${COUNTED_UP_TO - 1}+` : count}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Tools() {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const counts = useQuery(countsQuery(slug)).data;
  const waiting = counts?.inquiries ?? 0;
  const missed = counts?.missedCalls ?? 0;
  return (
    <nav aria-labelledby="tools-heading">
      <h2 className={classes.heading} id="tools-heading">
        {m.workspace.tools}
      </h2>
      <ul className={classes.list}>
        {summary.role !== 'sales' && (
          <li>
            <Link
              to="/d/$desk/call"
              params={{ desk: slug }}
              search={{}}
              className={classes.link}
              aria-keyshortcuts="c"
            >
              <IconPhone size={16} stroke={1.7} aria-hidden />
              <span className={classes.word}>{m.calls.open}</span>
            </Link>
          </li>
        )}
        {summary.role !== 'sales' && (
          <li>
            <Link to="/d/$desk/missed-calls" params={{ desk: slug }} className={classes.link}>
              <IconPhoneOff size={16} stroke={1.7} aria-hidden />
              <span className={classes.word}>{m.calls.missed.title}</span>
              {missed > 0 && (
                <span className={classes.count}>
                  {missed >= COUNTED_UP_TO ? `${COUNTED_UP_TO - 1}+` : missed}
                </span>
              )}
            </Link>
          </li>
        )}
        {summary.role !== 'sales' && (
          <li>
            <Link to="/d/$desk/new" params={{ desk: slug }} className={classes.link}>
              <IconPlus size={16} stroke={1.7} aria-hidden />
              <span className={classes.word}>{m.workspace.register}</span>
            </Link>
          </li>
        )}
        {(summary.role === 'administrator' || summary.role === 'lead') && (
          <li>
            <Link to="/d/$desk/board" params={{ desk: slug }} className={classes.link}>
              <IconLayoutDashboard size={16} stroke={1.7} aria-hidden />
              <span className={classes.word}>{m.board.title}</span>
            </Link>
          </li>
        )}
        <li>
          <Link to="/d/$desk/companies" params={{ desk: slug }} className={classes.link}>
            <IconBuilding size={16} stroke={1.7} aria-hidden />
            <span className={classes.word}>{m.workspace.companies}</span>
          </Link>
        </li>
        <li>
          <Link
            to="/d/$desk/certificates"
            params={{ desk: slug }}
            search={{ view: 'expiring-90' }}
            className={classes.link}
            activeOptions={{ includeSearch: false }}
          >
            <IconCertificate size={16} stroke={1.7} aria-hidden />
            <span className={classes.word}>{m.workspace.certificates}</span>
          </Link>
        </li>
        <li>
          <Link to="/d/$desk/products" params={{ desk: slug }} className={classes.link}>
            <IconPackages size={16} stroke={1.7} aria-hidden />
            <span className={classes.word}>{m.workspace.products}</span>
          </Link>
        </li>
        <li>
          <Link
            to="/d/$desk/inquiries"
            params={{ desk: slug }}
            search={{ view: 'open' }}
            className={classes.link}
            activeOptions={{ includeSearch: false }}
          >
            <IconShoppingBag size={16} stroke={1.7} aria-hidden />
            <span className={classes.word}>{m.inquiries.title}</span>
            {waiting > 0 && (
              <span className={classes.count}>
                {waiting >= COUNTED_UP_TO ? `${COUNTED_UP_TO - 1}+` : waiting}
              </span>
            )}
          </Link>
        </li>
        {summary.role === 'administrator' && (
          <li>
            <Link to="/d/$desk/letters" params={{ desk: slug }} className={classes.link}>
              <IconMail size={16} stroke={1.7} aria-hidden />
              <span className={classes.word}>{m.workspace.letters}</span>
            </Link>
          </li>
        )}
        {(summary.role === 'administrator' || summary.role === 'lead') && (
          <li>
            <Link to="/d/$desk/settings" params={{ desk: slug }} className={classes.link}>
              <IconSettings size={16} stroke={1.7} aria-hidden />
              <span className={classes.word}>{m.workspace.administration}</span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
