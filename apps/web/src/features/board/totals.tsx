import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { QueueFilter } from '../../desk/queue-filter.ts';
import { filterSearch } from '../../desk/queue-filter.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import boardPart from './board-part.module.css';
import classes from './totals.module.css';
import type { Figures } from './use-board.ts';

interface Props {
  readonly total: Figures;
  readonly isComplete: boolean;
}

interface Figure {
  readonly id: 'late' | 'soon' | 'unassigned' | 'waiting' | 'open';
  readonly value: number;
  readonly filter: QueueFilter;
  readonly hint?: string;
}

/** The desk in five figures, each of which leads to its tickets. */
export function Totals({ total, isComplete }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const figures: readonly Figure[] = [
    { id: 'late', value: total.late, filter: { late: 'overdue' } },
    { id: 'soon', value: total.soon, filter: { late: 'soon' }, hint: m.board.soonHint },
    { id: 'unassigned', value: total.unassigned, filter: { assignee: 'none' } },
    { id: 'waiting', value: total.waitingForCustomer, filter: { turn: 'customer' } },
    { id: 'open', value: total.open, filter: {} },
  ];
  return (
    <div>
      <ul className={classes.totals}>
        {figures.map(({ id, value, filter, hint }) => (
          <li key={id}>
            <Tooltip label={hint ?? ''} disabled={hint === undefined}>
              <Link
                to="/d/$desk"
                params={{ desk: slug }}
                search={{ view: 'open', ...filterSearch(filter) }}
                className={classes.total}
                data-tone={value === 0 ? 'none' : id}
              >
                <span className={classes.value}>{value}</span>
                <span className={classes.name}>{m.board[id]}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      {!isComplete && <p className={boardPart.note}>{m.board.incomplete}</p>}
    </div>
  );
}
