import type { CommandName, TicketPage } from '@reglament/contract';
import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

interface Props {
  readonly page: TicketPage;
  readonly command: CommandName;
  readonly icon: ReactNode;
  /** What may be done is seen in the list of all that can't be done. */
  readonly onAsk: () => void;
}

/** A step that can't be done now: in its place, and saying why when pointed at or pressed. Nothing where the rules do not know it. */
export function RefusedButton({ page, command, icon, onAsk }: Props) {
  const { m, say } = useI18n();
  const { clause } = useDesk();
  const refusal = page.steps.find((step) => step.command === command)?.refusal ?? null;
  if (refusal === null) return null;
  const found = refusal.clause === null ? null : clause(refusal.clause);
  const place = found === null ? '' : ` ${m.common.clause(found.place)}`;
  const why = `${say(refusal.says)}${place}`;
  return (
    <Tooltip label={why} multiline maw={320}>
      <Button
        variant="default"
        data-disabled
        aria-disabled
        aria-description={why}
        leftSection={icon}
        onClick={(event) => {
          event.preventDefault();
          onAsk();
        }}
      >
        {m.ticket.command[command]}
      </Button>
    </Tooltip>
  );
}
