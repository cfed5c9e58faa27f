import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { usePortal } from './portal-context.tsx';
import classes from './portal-screen.module.css';
import { usePortalWords } from './use-words.ts';

interface Props {
  readonly title: string;
  /** One or two sentences below the title. */
  readonly about?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** Goes back to the requests. */
  readonly hasBack?: boolean;
  readonly children: ReactNode;
}

/** Head and body that every page of the portal has. */
export function PortalScreen({ title, about, actions, hasBack = false, children }: Props) {
  const w = usePortalWords();
  const { slug } = usePortal();
  usePageTitle(title);
  return (
    <div className={classes.screen}>
      {hasBack && (
        <Link to="/p/$desk" params={{ desk: slug }} className={classes.back}>
          <IconChevronLeft size={16} stroke={1.8} aria-hidden />
          {w.toRequests}
        </Link>
      )}
      <div className={classes.head}>
        <div className={classes.named}>
          <h1 className={classes.title}>{title}</h1>
          {about !== undefined && <div className={classes.about}>{about}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
