import { ProblemError, type TicketPage } from '@reglament/contract';
import { Button, Skeleton, Checkbox, VisuallyHidden } from '@mantine/core';
import { IconTicketOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ticketQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { PrintFrame } from './print-frame.tsx';
import { Sheet } from './sheet.tsx';
import classes from './sheet.module.css';
import { useSheetOfTicket } from './use-sheet-of-ticket.ts';
import { usePrintWords } from './use-words.ts';

/** A ticket as staff print it: notes are on it only when they are asked for. */
export function PrintPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { number: typed } = useParams({ from: '/signed-in/d/$desk/t/$number/print' });
  const number = Number(typed);
  const query = useQuery(ticketQuery(slug, number));
  // The browser offers the title as the name of the file.
  usePageTitle(query.data === undefined ? m.common.number(number) : `${number} ${query.data.ticket.subject}`);

  if (query.data !== undefined) return <Ready key={number} page={query.data} />;
  if (query.error === null) return <Loading />;
  if (query.error instanceof ProblemError && query.error.problem.status === 404)
    return (
      <ScreenState isPage icon={IconTicketOff} title={m.ticket.notFound} hint={m.ticket.notFoundHint}>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/d/$desk" params={{ desk: slug }} search={{ view: 'open' }} {...props} />
          )}
        >
          {m.workspace.toQueue}
        </Button>
      </ScreenState>
    );
  return (
    <ScreenFailure isPage title={m.ticket.failed} error={query.error} onRetry={() => void query.refetch()} />
  );
}

function Ready({ page }: { readonly page: TicketPage }) {
  const w = usePrintWords();
  const { slug } = useDesk();
  const [withNotes, setWithNotes] = useState(false);
  const content = useSheetOfTicket(page, withNotes);
  const hasNotes = page.messages.some(({ kind }) => kind === 'note');
  return (
    <PrintFrame
      renderBack={(props) => (
        <Link
          to="/d/$desk/t/$number"
          params={{ desk: slug, number: String(page.ticket.number) }}
          {...props}
        />
      )}
      choices={
        hasNotes ? (
          <Checkbox
            label={w.notes}
            checked={withNotes}
            onChange={(event) => setWithNotes(event.currentTarget.checked)}
          />
        ) : (
          w.noNotes
        )
      }
    >
      <Sheet content={content} />
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
