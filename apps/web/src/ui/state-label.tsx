import type { QueueTicket } from '@reglament/contract';
import {
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleOff,
  IconHourglassEmpty,
  type Icon,
} from '@tabler/icons-react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './state-label.module.css';

const icons: Readonly<Record<QueueTicket['state'], Icon>> = {
  new: IconCircleDashed,
  'in-progress': IconCircleHalf2,
  'waiting-for-customer': IconHourglassEmpty,
  resolved: IconCircleCheck,
  closed: IconCircleCheckFilled,
  'not-entitled': IconCircleOff,
};

export function StateLabel({ state }: { readonly state: QueueTicket['state'] }) {
  const { m } = useI18n();
  const Shape = icons[state];
  return (
    <span className={classes.label} data-state={state}>
      <Shape size={15} stroke={2} aria-hidden />
      <span className={classes.word}>{m.state[state]}</span>
    </span>
  );
}
