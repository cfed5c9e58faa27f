import { endpoints } from '@reglament/contract';
import { Skeleton } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { companiesQuery, keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useSetupWords } from './use-setup-words.ts';
import classes from './welcome-page.module.css';

/** What a desk that was just made still lacks; null: not known yet. */
const useProgress = (slug: string) => {
  const params = { desk: slug };
  const mailbox = useQuery({
    queryKey: [...keys.desk(slug), 'mailbox'],
    queryFn: ({ signal }) => api(endpoints.getMailbox, { params }, { signal }),
  });
  const people = useQuery({
    queryKey: [...keys.desk(slug), 'people', 'welcome'],
    queryFn: ({ signal }) => api(endpoints.getPeople, { params }, { signal }),
  });
  const companies = useQuery(companiesQuery(slug, ''));
  const tickets = useQuery({
    queryKey: [...keys.queues(slug), 'welcome'],
    queryFn: ({ signal }) =>
      api(endpoints.getQueue, { params, query: { view: 'open', limit: 1 } }, { signal }),
  });
  if (mailbox.isPending || people.isPending || companies.isPending || tickets.isPending) return null;
  return {
    desk: true,
    mailbox: mailbox.data?.in.source !== 'none' && mailbox.data?.out.source !== 'none',
    people: (people.data?.people.length ?? 0) > 1,
    companies: (companies.data?.companies.length ?? 0) > 0,
    ticket: (tickets.data?.tickets.length ?? 0) > 0,
  };
};

/** The way from a new desk to one that works: what is done, and where the rest is done. */
export function WelcomePage() {
  const { welcome: w } = useSetupWords();
  const { slug } = useDesk();
  const progress = useProgress(slug);
  usePageTitle(w.title);
  const params = { desk: slug };
  const ways: Readonly<Record<keyof typeof w.items, LinkProps>> = {
    desk: { to: '/d/$desk/settings/$section', params: { ...params, section: 'regulation' } },
    mailbox: { to: '/d/$desk/settings/$section', params: { ...params, section: 'mailbox' } },
    people: {
      to: '/d/$desk/settings/$section',
      params: { ...params, section: 'people' },
      search: { invite: true } as never,
    },
    companies: { to: '/d/$desk/companies', params },
    ticket: { to: '/d/$desk/new', params },
  };
  const items = Object.keys(w.items) as (keyof typeof w.items)[];
  const done = progress === null ? 0 : items.filter((item) => progress[item]).length;
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <h1>{w.title}</h1>
        <p className={classes.about}>{w.about}</p>
        {progress === null ? (
          <Skeleton height={320} />
        ) : (
          <>
            <p className={classes.progress} role="status">
              <span className={classes.bar} aria-hidden>
                <span style={{ inlineSize: `${(done / items.length) * 100}%` }} />
              </span>
              {w.progress(done, items.length)}
            </p>
            <ol className={classes.items}>
              {items.map((item) => (
                <li key={item} data-done={progress[item]}>
                  {progress[item] ? (
                    <IconCircleCheckFilled size={20} aria-label={w.done} />
                  ) : (
                    <IconCircle size={20} stroke={1.6} aria-hidden />
                  )}
                  <div>
                    <h2>{w.items[item].name}</h2>
                    <p>{w.items[item].about}</p>
                  </div>
                  <Link {...ways[item]}>{w.items[item].go}</Link>
                </li>
              ))}
            </ol>
          </>
        )}
        <Link to="/d/$desk" params={params} search={{}} className={classes.queue}>
          {w.toQueue}
        </Link>
      </div>
    </div>
  );
}
