import { ActionIcon } from '@mantine/core';
import { IconMenu2, IconPlugConnectedX } from '@tabler/icons-react';
import { Navigate, Outlet, useLocation, useParams, useRouteContext } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useKnownSession } from '../../api/use-known-session.ts';
import { useLive } from '../../api/use-live.ts';
import { DeskProvider } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { onOpening } from '../../ui/on-opening.tsx';
import { Bell } from './bell.tsx';
import { DeskSwitcher } from './desk-switcher.tsx';
import { useCallKey } from '../calls/index.ts';
import { PaletteProvider, SearchIcon } from '../search/index.ts';
import { FrameKeys } from './frame-keys.tsx';
import { MissingPage } from './missing-page.tsx';
import { Rail } from './rail.tsx';
import { useUnreadTitle } from '../../ui/use-unread-title.ts';
import { useNotifications } from './use-notifications.ts';
import { useSeenTicket } from './use-seen-ticket.ts';
import { useSignOut } from './use-sign-out.ts';
import classes from './workspace-page.module.css';

const RailDrawer = onOpening(async () => (await import('./rail-drawer.tsx')).RailDrawer);

/** The frame around every screen of a desk. */
export function WorkspacePage() {
  const { desk } = useParams({ from: '/signed-in/d/$desk' });
  const session = useKnownSession(useRouteContext({ from: '/signed-in' }).session);
  const { mutate: signOut } = useSignOut();
  const summary = session.desks.find((one) => one.slug === desk);
  if (summary === undefined && session.portals.some(({ slug }) => slug === desk))
    return <Navigate to="/p/$desk" params={{ desk }} replace />;
  if (summary === undefined) return <MissingPage />;
  return (
    // Somebody else's page is another page: nothing that was typed goes over to whoever signs in over it.
    <DeskProvider key={`${desk} ${session.person.personId}`} summary={summary} session={session}>
      <PaletteProvider signOut={signOut}>
        <Frame desk={desk} />
      </PaletteProvider>
    </DeskProvider>
  );
}

function Frame({ desk }: { readonly desk: string }) {
  const { m } = useI18n();
  const isLost = useLive(desk);
  useCallKey();
  useSeenTicket();
  useUnreadTitle(useNotifications().unread);
  // Null until it is first wanted: a wide window never needs it.
  const [isOpen, setIsOpen] = useState<boolean | null>(null);
  const location = useLocation();
  useEffect(() => setIsOpen((is) => is && false), [location.href]);

  return (
    <div className={classes.page}>
      <FrameKeys />
      <a className={classes.skip} href="#content">
        {m.workspace.skip}
      </a>
      <aside className={classes.rail} aria-label={m.workspace.navigation}>
        <Rail />
      </aside>
      <div className={classes.column}>
        <nav className={classes.topbar} aria-label={m.workspace.navigation}>
          <ActionIcon size="lg" aria-label={m.workspace.openNavigation} onClick={() => setIsOpen(true)}>
            <IconMenu2 size={19} stroke={1.7} />
          </ActionIcon>
          <DeskSwitcher />
          <SearchIcon />
          <Bell />
        </nav>
        {isLost && (
          <div className={classes.lost} role="status">
            <IconPlugConnectedX size={16} stroke={1.8} aria-hidden />
            {m.workspace.reconnecting}
          </div>
        )}
        <main className={classes.main} id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {isOpen !== null && <RailDrawer opened={isOpen} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
