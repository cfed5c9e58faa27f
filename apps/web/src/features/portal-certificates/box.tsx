import type { ReactNode } from 'react';
import classes from './box.module.css';

interface Props {
  readonly title: string;
  /** Something in it waits for the reader. */
  readonly tone?: 'accent' | undefined;
  readonly children: ReactNode;
}

/** A part of a page of the portal under its heading. */
export function Box({ title, tone, children }: Props) {
  return (
    <section className={classes.box} data-tone={tone}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}
