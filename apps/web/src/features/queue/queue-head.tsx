import { VisuallyHidden } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './queue.module.css';

export function QueueHead() {
  const { m } = useI18n();
  const { columns } = m.queue;
  return (
    <div role="rowgroup">
      <div className={classes.head} role="row" aria-rowindex={1}>
        <span role="columnheader">
          <VisuallyHidden>{m.who.priority}</VisuallyHidden>
        </span>
        <span role="columnheader">{columns.number}</span>
        <span role="columnheader">
          <VisuallyHidden>{m.who.channel}</VisuallyHidden>
        </span>
        <span role="columnheader">{columns.subject}</span>
        <span role="columnheader">{columns.state}</span>
        <span role="columnheader" className={classes.package}>
          {columns.package}
        </span>
        <span role="columnheader">{columns.assignee}</span>
        <span role="columnheader">{columns.due}</span>
      </div>
    </div>
  );
}
