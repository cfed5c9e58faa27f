import { endpoints, type PortalNews } from '@reglament/contract';
import { ActionIcon } from '@mantine/core';
import {
  IconBell,
  IconCalendarDue,
  IconCircleCheck,
  IconCircleOff,
  IconHelpCircle,
  IconMessage,
  IconScale,
  type Icon,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { tellTabs } from '../../api/tabs.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { useOnDemand } from '../../ui/use-on-demand.ts';
import { useUnreadTitle } from '../../ui/use-unread-title.ts';
import classes from './portal-bell.module.css';
import { usePortal } from './portal-context.tsx';
import { portalKeys } from './portal-query.ts';
import { usePortalWords } from './use-words.ts';

const loadLayer = () => import('./news-layer.tsx');
const NewsLayer = lazy(async () => ({ default: (await loadLayer()).NewsLayer }));

const shapes: Readonly<Record<PortalNews['kind'], Icon>> = {
  answered: IconMessage,
  asked: IconHelpCircle,
  solved: IconCircleCheck,
  declined: IconCircleOff,
  proposed: IconScale,
  deadline: IconCalendarDue,
};

/** What support wrote and which deadlines moved; opening it is having looked. */
export function PortalBell() {
  const { bell: w } = usePortalWords();
  const { slug } = usePortal();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const { isAsked, trigger } = useOnDemand(loadLayer, 'dialog');
  const { data } = useQuery({
    queryKey: keys.portalNews(slug),
    queryFn: ({ signal }) => api(endpoints.getPortalNews, { params: { desk: slug } }, { signal }),
    refetchInterval: 60_000,
  });
  const read = useMutation({
    mutationFn: () => api(endpoints.readPortalNews, { params: { desk: slug }, body: {} }),
    onSuccess: () => tellTabs({ kind: 'read', desk: slug }),
  });
  const unread = data?.unread ?? 0;
  useUnreadTitle(unread);
  const handleChange = (opened: boolean) => {
    setIsOpen(opened);
    if (opened && unread > 0) read.mutate();
    // What was new stays marked while it is looked at.
    if (!opened) void client.invalidateQueries({ queryKey: portalKeys.portal(slug) });
  };
  const button = (
    <ActionIcon
      size="xl"
      className={classes.bell ?? ''}
      aria-label={unread > 0 ? `${w.title}: ${w.unread(unread)}` : w.title}
      {...(isAsked ? { onClick: () => handleChange(!isOpen) } : trigger)}
    >
      <IconBell size={20} stroke={1.7} />
      {unread > 0 && (
        <span className={classes.dot} aria-hidden>
          {unread > 9 ? '9+' : unread}
        </span>
      )}
    </ActionIcon>
  );
  if (!isAsked) return button;
  return (
    <Suspense fallback={button}>
      <NewsLayer isOpen={isOpen} onChange={handleChange} button={button}>
        <h2 className={classes.head}>{w.title}</h2>
        {data === undefined || data.news.length === 0 ? (
          <p className={classes.empty}>{w.empty}</p>
        ) : (
          <ul className={classes.list}>
            {data.news.map((one) => (
              <li key={`${one.number} ${one.kind} ${one.at}`}>
                <News news={one} onOpen={() => handleChange(false)} />
              </li>
            ))}
          </ul>
        )}
      </NewsLayer>
    </Suspense>
  );
}

function News({ news, onOpen }: { readonly news: PortalNews; readonly onOpen: () => void }) {
  const { bell: w } = usePortalWords();
  const { m } = useI18n();
  const { slug, dates } = usePortal();
  const Shape = shapes[news.kind];
  return (
    <Link
      to="/p/$desk/t/$number"
      params={{ desk: slug, number: String(news.number) }}
      className={classes.item}
      data-read={news.isRead}
      onClick={onOpen}
    >
      <Shape size={18} stroke={1.7} aria-hidden />
      <span className={classes.what}>
        <span className={classes.title}>{w.kinds[news.kind]}</span>
        <span className={classes.subject}>
          {m.common.number(news.number)} {news.subject}
        </span>
        <span className={classes.when}>{dates.short(news.at)}</span>
      </span>
    </Link>
  );
}
