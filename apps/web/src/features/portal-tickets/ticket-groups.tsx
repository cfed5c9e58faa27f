import type { PortalTicketRow, PortalTicketView } from '@reglament/contract';
import { useId } from 'react';
import { groupsOf } from './groups-of.ts';
import { TicketRow } from './ticket-row.tsx';
import classes from './tickets-page.module.css';
import { useTicketWords } from './use-words.ts';

/** Tickets of a list; among the open ones those apart that wait for the customer. */
export function TicketGroups({
  rows,
  view,
  isStale,
}: {
  readonly rows: readonly PortalTicketRow[];
  readonly view: PortalTicketView;
  readonly isStale: boolean;
}) {
  const { list: w } = useTicketWords();
  const id = useId();
  return groupsOf(rows, view).map(({ of, rows: own }) => (
    <section key={of} className={classes.group} aria-busy={isStale}>
      {of !== 'all' && (
        <h2 id={`${id}-${of}`} className={classes.heading} data-calls={of === 'waiting'}>
          {w.group[of]}
        </h2>
      )}
      <ul
        className={classes.list}
        {...(of === 'all' ? { 'aria-label': w.title } : { 'aria-labelledby': `${id}-${of}` })}
      >
        {own.map((row) => (
          <TicketRow key={row.number} row={row} />
        ))}
      </ul>
    </section>
  ));
}
