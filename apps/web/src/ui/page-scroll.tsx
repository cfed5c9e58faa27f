import type { ComponentPropsWithoutRef } from 'react';
import classes from './page-frame.module.css';

/** What lies below the head of a page and scrolls by itself. */
export function PageScroll(props: Omit<ComponentPropsWithoutRef<'div'>, 'className'>) {
  return <div {...props} className={classes.scroll} />;
}
