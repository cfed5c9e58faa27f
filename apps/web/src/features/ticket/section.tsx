import { IconChevronRight } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import classes from './details.module.css';

interface Props {
  readonly title: string;
  readonly extra?: string | undefined;
  readonly tone?: 'warn' | undefined;
  /** Folded sections start closed. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, extra, tone, folded, children }: Props) {
  const id = useId();
  const mark = extra !== undefined && (
    <span className={classes.extra} data-tone={tone}>
      {extra}
    </span>
  );
  if (folded !== undefined) {
    return (
      <details className={classes.section} open={!folded}>
        <summary>
          <IconChevronRight size={15} stroke={1.8} aria-hidden />
          <h2 className={classes.heading}>{title}</h2>
          {mark}
        </summary>
        {children}
      </details>
    );
  }
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 className={classes.heading} id={id}>
        {title}
        {mark}
      </h2>
      {children}
    </section>
  );
}
