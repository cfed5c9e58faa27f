import type { PortalTicketRow } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './standing-mark.module.css';

/** The state in the customer's words, its colour by whose turn it is. */
export function StandingMark({ standing }: { readonly standing: PortalTicketRow['standing'] }) {
  const { say } = useI18n();
  return (
    <span className={classes.mark} data-tone={standing.tone}>
      {say(standing.name)}
    </span>
  );
}
