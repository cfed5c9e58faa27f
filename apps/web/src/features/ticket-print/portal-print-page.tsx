import { ProblemError, type PortalTicket } from '@reglament/contract';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { portalTicketQuery, useTicketWords } from '../portal-tickets/index.ts';
import { usePortal } from '../portal/index.ts';
import { PrintFrame } from './print-frame.tsx';
import { Sheet } from './sheet.tsx';
import classes from './sheet.module.css';
import { useSheetOfPortal } from './use-sheet-of-portal.ts';
import { usePrintWords } from './use-words.ts';

/** A ticket as its customer prints it: what the portal shows of it, and nothing else. */
export function PortalPrintPage() {
  const { page: w } = useTicketWords();
  const { m } = useI18n();
  const { slug } = usePortal();
  const { number: typed } = useParams({ from: '/signed-in/p/$desk/t/$number/print' });
  const number = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : 0;
  const found = useQuery(portalTicketQuery(slug, number));
  usePageTitle(found.data === undefined ? m.common.number(number) : `${number} ${found.data.subject}`);
  if (number === 0 || (found.error instanceof ProblemError && found.error.problem.status === 404))
    return (
      <ScreenState isPage icon={IconFileOff} title={w.missing} hint={w.missingHint}>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/p/$desk" params={{ desk: slug }} {...props} />}
        >
          {w.toTickets}
        </Button>
      </ScreenState>
    );
  if (found.data !== undefined) return <Ready ticket={found.data} />;
  if (found.error === null) return <Loading />;
  return <ScreenFailure isPage title={w.failed} error={found.error} onRetry={() => void found.refetch()} />;
}

function Ready({ ticket }: { readonly ticket: PortalTicket }) {
  const { slug } = usePortal();
  return (
    <PrintFrame
      renderBack={(props) => (
        <Link to="/p/$desk/t/$number" params={{ desk: slug, number: String(ticket.number) }} {...props} />
      )}
    >
      <Sheet content={useSheetOfPortal(ticket)} />
    </PrintFrame>
  );
}

function Loading() {
  const w = usePrintWords();
  return (
    <div className={classes.page} role="status">
      <VisuallyHidden>{w.preparing}</VisuallyHidden>
      <div className={classes.bar}>
        <Skeleton height={36} />
      </div>
      <div className={classes.sheet} aria-hidden />
    </div>
  );
}
