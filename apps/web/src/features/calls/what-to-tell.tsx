import { useQuery } from '@tanstack/react-query';
import { ticketQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './done-panel.module.css';

/** What the caller may be promised of the ticket that has just been registered; nothing until it is known. */
export function WhatToTell({ number }: { readonly number: number }) {
  const { say } = useI18n();
  const { slug, dates } = useDesk();
  const { data } = useQuery(ticketQuery(slug, number));
  // Its place is kept, so that nothing moves from under the pointer.
  if (data === undefined) return <p className={classes.toTell} />;
  const { coverage, nextDue } = data.ticket;
  return (
    <p className={classes.toTell}>
      {say(coverage.says)}
      {nextDue !== null && (
        <b>
          {say(nextDue.name)} · {dates.full(nextDue.dueAt)}
        </b>
      )}
    </p>
  );
}
