import { Link, Outlet, useParams, useRouteContext } from '@tanstack/react-router';
import { useKnownSession } from '../../api/use-known-session.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { deskSign } from '../../ui/desk-sign.ts';
import { MissingPortal } from './missing-portal.tsx';
import { PortalProvider, usePortal } from './portal-context.tsx';
import { PortalBell } from './portal-bell.tsx';
import { PortalNavigation } from './portal-navigation.tsx';
import { PortalPersonMenu } from './portal-person-menu.tsx';
import classes from './portal-page.module.css';
import { usePortalLive } from './use-portal-live.ts';
import { usePortalWords } from './use-words.ts';

/** The frame around every page of a desk's portal. */
export function PortalPage() {
  const { desk } = useParams({ from: '/signed-in/p/$desk' });
  const session = useKnownSession(useRouteContext({ from: '/signed-in' }).session);
  const summary = session.portals.find((one) => one.slug === desk);
  if (summary === undefined) return <MissingPortal />;
  return (
    // Somebody else's page is another page: nothing that was typed goes over to whoever signs in over it.
    <PortalProvider key={`${desk} ${session.person.personId}`} summary={summary} session={session}>
      <Frame />
    </PortalProvider>
  );
}

function Frame() {
  const { m } = useI18n();
  const w = usePortalWords();
  const isLost = usePortalLive(usePortal().slug);
  return (
    <div className={classes.page}>
      <a className={classes.skip} href="#content">
        {m.workspace.skip}
      </a>
      <header className={classes.header}>
        <div className={classes.headerInside}>
          <Brand />
          <PortalNavigation place="top" />
          <PortalBell />
          <PortalPersonMenu />
        </div>
      </header>
      {isLost && (
        <p className={classes.lost} role="status">
          {w.reconnecting}
        </p>
      )}
      <main className={classes.main} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <PortalNavigation place="bottom" />
    </div>
  );
}

/** The vendor's desk and product: customers come to them, not to us. */
function Brand() {
  const { say } = useI18n();
  const { summary } = usePortal();
  const name = say(summary.name);
  return (
    <Link to="/p/$desk" params={{ desk: summary.slug }} className={classes.brand}>
      <span className={classes.sign} aria-hidden>
        {deskSign(name)}
      </span>
      <span className={classes.brandNames}>
        <span className={classes.desk}>{name}</span>
        <span className={classes.product}>{say(summary.product)}</span>
      </span>
    </Link>
  );
}
