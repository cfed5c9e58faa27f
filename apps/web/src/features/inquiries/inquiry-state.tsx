import type { InquirySummary } from '@reglament/contract';
import { IconCircle, IconCircleCheck, IconCircleX, IconMessageCheck, type Icon } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './inquiry-state.module.css';

const shapes: Readonly<Record<InquirySummary['state'], Icon>> = {
  open: IconCircle,
  answered: IconMessageCheck,
  won: IconCircleCheck,
  lost: IconCircleX,
};

/** Its state by shape and word, never by colour alone. */
export function InquiryState({ state }: { readonly state: InquirySummary['state'] }) {
  const { m } = useI18n();
  const Shape = shapes[state];
  return (
    <span className={classes.state} data-state={state}>
      <Shape size={15} stroke={1.8} aria-hidden />
      {m.inquiries.state[state]}
    </span>
  );
}
