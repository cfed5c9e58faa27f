import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './section-frame.module.css';
import { useWords } from './use-words.ts';

interface Props {
  readonly title: string;
  /** One or two sentences: what is set up here. */
  readonly about?: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** As wide as there is room, for tables. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** Head and body that every section of the administration has. */
export function SectionFrame({ title, about, actions, isWide = false, children }: Props) {
  const w = useWords();
  const { slug } = useDesk();
  usePageTitle(title);
  return (
    <>
      <header className={classes.header}>
        <Link to="/d/$desk/settings" params={{ desk: slug }} className={classes.back} aria-label={w.back}>
          <IconChevronLeft size={18} stroke={1.8} aria-hidden />
        </Link>
        <h2 className={classes.title}>{title}</h2>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.scroll}>
        <div className={classes.body} data-wide={isWide}>
          {about !== undefined && <p className={classes.about}>{about}</p>}
          {children}
        </div>
      </div>
    </>
  );
}
