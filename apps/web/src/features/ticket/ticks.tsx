import type { TicketPage } from '@reglament/contract';
import { Checkbox } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './ticks.module.css';

/** The items of a list of the regulation, to be ticked inside a group; each is known by its place. */
export function Ticks({ items }: { readonly items: TicketPage['checklist'] }) {
  const { say } = useI18n();
  return (
    <div className={classes.ticks}>
      {items.map((item, place) => (
        <Checkbox key={item.ru} value={String(place)} label={say(item)} />
      ))}
    </div>
  );
}
