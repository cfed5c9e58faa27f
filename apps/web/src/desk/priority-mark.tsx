import type { QueueTicket } from '@reglament/contract';
import { VisuallyHidden } from '@mantine/core';
import { Hint } from '../ui/hint.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { useDesk } from './desk-context.tsx';
import classes from './priority-mark.module.css';

interface Props {
  readonly priority: QueueTicket['priority'];
  readonly withName?: boolean;
}

const BARS = [5, 8, 11, 14] as const;

function Bars({
  rank,
  total,
  dashed,
}: {
  readonly rank: number;
  readonly total: number;
  readonly dashed: boolean;
}) {
  const bars = BARS.slice(0, Math.min(Math.max(total, 3), BARS.length));
  const filled = Math.max(1, bars.length - rank + 1);
  return (
    <svg
      className={classes.icon}
      width="18"
      height="16"
      viewBox="0 0 18 16"
      aria-hidden
      data-urgent={rank === 1}
    >
      {bars.map((height, index) => (
        <rect
          key={height}
          x={1 + index * (16 / bars.length)}
          y={15 - height}
          width="3"
          height={height}
          rx="1"
          fill={index < filled && !dashed ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth={index < filled ? 1 : 0}
          opacity={1}
        />
      ))}
      {bars.map((height, index) =>
        index < filled ? null : (
          <rect
            key={height}
            x={1 + index * (16 / bars.length)}
            y={15 - height}
            width="3"
            height={height}
            rx="1"
            fill="currentColor"
            opacity={0.22}
          />
        ),
      )}
    </svg>
  );
}

/** How urgent, as bars of a signal: full when set, hollow while it is only supposed. */
export function PriorityMark({ priority, withName = false }: Props) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  if (priority === null) {
    return withName ? (
      <span className={classes.supposed}>{m.priority.none}</span>
    ) : (
      <VisuallyHidden>{m.priority.none}</VisuallyHidden>
    );
  }
  const name = say(priority.name);
  const definition = regulation?.priorities.find((one) => one.id === priority.id)?.definition;
  const spoken = priority.supposed ? `${name}, ${m.priority.supposed}` : name;
  return (
    <Hint
      label={
        <>
          <b>{name}</b>
          {definition !== undefined && <div>{say(definition)}</div>}
          {priority.supposed && <div>{m.priority.supposedHint}</div>}
        </>
      }
    >
      <span className={classes.mark}>
        <Bars
          rank={priority.rank}
          total={regulation?.priorities.length ?? BARS.length}
          dashed={priority.supposed}
        />
        {withName ? (
          <span className={classes.name}>
            {name}
            {priority.supposed && <span className={classes.supposed}> · {m.priority.supposed}</span>}
          </span>
        ) : (
          <VisuallyHidden>{spoken}</VisuallyHidden>
        )}
      </span>
    </Hint>
  );
}
