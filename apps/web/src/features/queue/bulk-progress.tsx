import type { BulkAction } from '@reglament/contract';
import { Button, Modal, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './bulk-progress.module.css';
import { type BulkRunner, bulkRunner, type BulkState } from './bulk-runner.ts';
import { useSendPart } from './use-bulk.ts';

interface Props {
  readonly action: BulkAction;
  readonly numbers: readonly number[];
  readonly onClose: () => void;
}

/** Does something to more tickets than one request takes: how far it is, what was not done and why, and the way back. */
export function BulkProgress({ action, numbers, onClose }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const client = useQueryClient();
  const send = useSendPart();
  const [runner] = useState(() => bulkRunner(action, numbers, { send, newKey: () => crypto.randomUUID() }));
  const state = useSyncExternalStore(runner.subscribe, runner.read);
  const isBusy = state.status === 'running' || state.status === 'stopping';
  useEffect(() => {
    void runner.goOn();
    return () => runner.stop();
  }, [runner]);
  useEffect(() => {
    if (!isBusy) void client.invalidateQueries({ queryKey: keys.desk(slug) });
  }, [isBusy, client, slug]);
  // Nobody leaves by mistake what would stay half done; Stop is one press away.
  useBlocker({ shouldBlockFn: () => isBusy, enableBeforeUnload: isBusy, disabled: !isBusy });

  return (
    <Modal
      opened
      onClose={onClose}
      title={titleOf(m.bulk, state)}
      size={480}
      closeOnClickOutside={false}
      closeOnEscape={!isBusy}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <div className={classes.body}>
        <Told state={state} isBusy={isBusy} />
        <Refused refused={state.refused} />
        <Buttons runner={runner} state={state} isBusy={isBusy} onClose={onClose} />
      </div>
    </Modal>
  );
}

type Words = ReturnType<typeof useI18n>['m']['bulk'];

const titleOf = (words: Words, { phase, status }: BulkState): string => {
  const of = words.run[phase];
  if (status === 'finished') return of.finished;
  return status === 'stopped' || status === 'failed' ? of.stopped : of.running;
};

function Told({ state, isBusy }: { readonly state: BulkState; readonly isBusy: boolean }) {
  const { m } = useI18n();
  const { done, refused, total, status, phase } = state;
  const { run } = m.bulk;
  const past = done.length + refused.length;
  return (
    <>
      <Progress
        value={total === 0 ? 100 : (past / total) * 100}
        aria-label={run.progress}
        {...(status === 'failed' && { color: 'red' })}
      />
      <p className={classes.count} role={isBusy ? undefined : 'status'}>
        <span>{run[phase].done(done.length)}</span>
        <span>{run.of(past, total)}</span>
      </p>
      <p className={classes.dim}>
        {status === 'running' && run.stay}
        {status === 'stopping' && run.stopping}
        {status === 'stopped' && run.left(total - past)}
        {status === 'failed' && run.failed}
        {status === 'finished' && refused.length === 0 && run.nothingRefused}
      </p>
    </>
  );
}

const MOST_NAMED = 12;

function Refused({ refused }: Pick<BulkState, 'refused'>) {
  const { m } = useI18n();
  if (refused.length === 0) return null;
  const byReason = new Map<string, number[]>();
  for (const { says, number } of refused) {
    const known = byReason.get(says);
    if (known === undefined) byReason.set(says, [number]);
    else known.push(number);
  }
  return (
    <section aria-label={m.bulk.run.refused(refused.length)}>
      <p className={classes.count}>{m.bulk.run.refused(refused.length)}</p>
      <ul className={classes.refused} tabIndex={0}>
        {[...byReason].map(([says, which]) => (
          <li key={says}>
            {says}
            <p className={classes.numbers}>
              {m.bulk.run.numbers(which.slice(0, MOST_NAMED), Math.max(0, which.length - MOST_NAMED))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Buttons({
  runner,
  state,
  isBusy,
  onClose,
}: {
  readonly runner: BulkRunner;
  readonly state: BulkState;
  readonly isBusy: boolean;
  readonly onClose: () => void;
}) {
  const { m } = useI18n();
  const { run } = m.bulk;
  if (isBusy)
    return (
      <div className={classes.buttons}>
        <Button variant="default" onClick={runner.stop} loading={state.status === 'stopping'} data-autofocus>
          {run.stop}
        </Button>
      </div>
    );
  return (
    <div className={classes.buttons}>
      {runner.canUndo() && (
        <Button variant="default" onClick={() => void runner.undo()}>
          {run.undo}
        </Button>
      )}
      {state.left.length > 0 && (
        <Button variant="default" onClick={() => void runner.goOn()}>
          {run.goOn}
        </Button>
      )}
      <Button onClick={onClose}>{m.common.close}</Button>
    </div>
  );
}
