import type { TicketPage } from '@reglament/contract';
import { Modal } from '@mantine/core';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import classes from './why-not.module.css';

interface Props {
  readonly page: TicketPage;
  readonly onClose: () => void;
}

/** What can't be done to the ticket now, each with the reason that the rules give. */
export function WhyNotDialog({ page, onClose }: Props) {
  const { m, say } = useI18n();
  const isNarrow = useNarrow();
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.whyNot.title}
      size={560}
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <ul className={classes.list}>
        {page.steps.map(({ command, refusal }) =>
          refusal === null ? null : (
            <li key={command}>
              <span className={classes.command}>{m.ticket.command[command]}</span>
              <span className={classes.reason}>{say(refusal.says)}</span>
              {refusal.clause !== null && <ClauseMark id={refusal.clause} />}
            </li>
          ),
        )}
      </ul>
    </Modal>
  );
}
