import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { useOnDemand } from '../../ui/use-on-demand.ts';
import classes from './bell.module.css';
import { useNotifications } from './use-notifications.ts';

const loadLayer = () => import('./bell-layer.tsx');
const BellLayer = lazy(async () => ({ default: (await loadLayer()).BellLayer }));

/** What this person was told and has not read; the list loads when it is wanted. */
export function Bell() {
  const { m } = useI18n();
  const { concerns, unread } = useNotifications();
  const [isOpen, setIsOpen] = useState(false);
  const { isAsked, trigger } = useOnDemand(loadLayer, 'dialog');
  const news = unread + concerns.length;
  const button = (
    <ActionIcon
      size="lg"
      className={classes.bell ?? ''}
      aria-label={news > 0 ? `${m.bell.title}: ${m.bell.unread(news)}` : m.bell.title}
      {...(isAsked ? { onClick: () => setIsOpen(!isOpen) } : trigger)}
    >
      <IconBell size={18} stroke={1.7} />
      {news > 0 && (
        <span className={classes.dot} aria-hidden>
          {news > 9 ? '9+' : news}
        </span>
      )}
    </ActionIcon>
  );
  if (!isAsked) return button;
  return (
    <Suspense fallback={button}>
      <BellLayer isOpen={isOpen} onChange={setIsOpen} button={button} />
    </Suspense>
  );
}
