import { useSearch } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Queue } from './queue.tsx';
import classes from './queue-page.module.css';

export function QueuePage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { view } = useSearch({ from: '/signed-in/d/$desk/' });
  usePageTitle(m.queue.views[view]);
  return (
    <>
      <header className={classes.header}>
        <h1 className={classes.title}>{m.queue.views[view]}</h1>
        <span className={classes.about}>{m.queue.about[view]}</span>
        <span className={classes.keys} aria-hidden>
          <kbd>j</kbd>
          <kbd>k</kbd> {m.queue.keys} <kbd>↵</kbd> {m.queue.keysOpen}
        </span>
      </header>
      <Queue key={`${slug} ${view}`} desk={slug} view={view} />
    </>
  );
}
