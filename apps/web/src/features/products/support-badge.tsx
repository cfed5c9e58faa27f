import type { ProductInCatalogue } from '@reglament/contract';
import {
  IconCalendarPlus,
  IconCircleCheck,
  IconCircleOff,
  IconHistoryToggle,
  type Icon,
} from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './products.module.css';

type State = ProductInCatalogue['versions'][number]['state'];

const icons: Readonly<Record<State, Icon>> = {
  planned: IconCalendarPlus,
  current: IconCircleCheck,
  outdated: IconHistoryToggle,
  'end-of-life': IconCircleOff,
};

/** How a version is supported. */
export function SupportBadge({ state }: { readonly state: State }) {
  const { m } = useI18n();
  const Shape = icons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Shape size={15} stroke={2} aria-hidden />
      <span>{m.products.state[state]}</span>
    </span>
  );
}
