import type { TagOfTicket } from '@reglament/contract';
import classes from './tag-chip.module.css';

/** A tag, in the colour of what it means. */
export function TagChip({ tag }: { readonly tag: Pick<TagOfTicket, 'name' | 'tone'> }) {
  return (
    <span className={classes.chip} data-tone={tag.tone}>
      {tag.name}
    </span>
  );
}
