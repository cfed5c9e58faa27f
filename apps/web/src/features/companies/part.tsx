import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './companies.module.css';

interface Props {
  readonly title: string;
  /** What the button at the heading does; absent: nothing can be done here. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  /** Said in place of an empty list. */
  readonly empty?: string | null;
  readonly children?: ReactNode;
}

/** One part of a company's page. */
export function Part({ title, action, empty = null, children }: Props) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.partHead}>
        <h2 className={classes.heading} id={id}>
          {title}
        </h2>
        {action !== undefined && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${action.label}: ${title}`}
            onClick={action.onClick}
          >
            {action.label}
          </Button>
        )}
      </div>
      {empty === null ? children : <p className={classes.dim}>{empty}</p>}
    </section>
  );
}
