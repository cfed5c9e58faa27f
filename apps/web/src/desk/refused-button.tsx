import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { useDesk } from './desk-context.tsx';
import type { RefusedStep } from './why-not-dialog.tsx';

interface Props {
  readonly step: RefusedStep;
  readonly icon: ReactNode;
  /** What may be done is seen in the list of all that can't be done. */
  readonly onAsk: () => void;
}

/** A step that can't be done now: in its place, and saying why when pointed at or pressed. */
export function RefusedButton({ step, icon, onAsk }: Props) {
  const { m, say } = useI18n();
  const { clause } = useDesk();
  const found = step.clause === null ? null : clause(step.clause);
  const place = found === null ? '' : ` ${m.common.clause(found.place)}`;
  const why = `${say(step.says)}${place}`;
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
        {step.name}
      </Button>
    </Tooltip>
  );
}
