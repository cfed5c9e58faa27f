import type { ReactNode } from 'react';
import classes from './board-part.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One card of the board under its heading. */
export function BoardPart({ id, title, aside, children }: Props) {
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 className={classes.heading} id={id}>
        {title}
        {aside}
      </h2>
      {children}
    </section>
  );
}
