import type { ReactNode } from 'react';
import classes from './list-table.module.css';

interface Props {
  readonly label: string;
  /** Of the feature: how its cells lie on a narrow screen. */
  readonly className: string | undefined;
  /** Header cells. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** Rows that each lead to a page of their own; the first cell of each is its header. */
export function ListTable({ label, className, head, children }: Props) {
  return (
    <table className={`${classes.table} ${className}`} aria-label={label}>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
