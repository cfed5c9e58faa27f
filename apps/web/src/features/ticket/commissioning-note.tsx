import type { TicketPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import notice from '../../ui/notice.module.css';
import classes from './details.module.css';
import { CommissioningDialog } from './opened-dialogs.ts';

/** The product was never commissioned, as far as is on record: the rule's note, and the date recorded in the same step. */
export function CommissioningNote({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { role } = useDesk().summary;
  const [isOpen, setIsOpen] = useState(false);
  const { notCommissioned: note } = page;
  const { company } = page.ticket;
  if (note === null || company === null) return null;
  const handleClose = () => setIsOpen(false);
  return (
    <div className={classes.note}>
      <div className={notice.notice} data-tone="warn">
        <IconPlugConnectedX size={17} stroke={1.8} className={notice.icon} aria-hidden />
        <div className={notice.body}>
          <p className={notice.title}>{say(note.name)}</p>
          {note.instead !== null && <p>{m.commissioning.told(say(note.instead))}</p>}
          <div className={classes.noteDeeds}>
            {role !== 'sales' && (
              <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
                {m.commissioning.record}
              </Button>
            )}
            <ClauseMark id={note.clause} />
          </div>
        </div>
      </div>
      {isOpen && <CommissioningDialog companyId={company.companyId} note={note} onClose={handleClose} />}
    </div>
  );
}
