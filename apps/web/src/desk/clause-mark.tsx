import { Popover } from '@mantine/core';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './clause-mark.module.css';
import { useDesk } from './desk-context.tsx';

/** The place of a rule in the vendor's document; pressed, it says the rule. */
export function ClauseMark({ id }: { readonly id: string }) {
  const { m, say } = useI18n();
  const clause = useDesk().clause(id);
  return (
    <Popover position="bottom-end" shadow="md" width="auto" withinPortal trapFocus={false}>
      <Popover.Target>
        <button type="button" className={classes.mark}>
          {clause === null ? id : m.common.clause(clause.place)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.says}>
          {clause !== null && <p>{say(clause.says)}</p>}
          <p className={classes.id}>{id}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
