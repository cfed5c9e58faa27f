import type { ConnectionTestShown, MailboxPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { toast } from '../../../ui/toast.ts';
import { useWords } from '../use-words.ts';
import { AccountFields } from './account-fields.tsx';
import { type AccountForm, emptyAccount } from './mailbox-form.ts';
import classes from './mailbox.module.css';
import { useRetryMailbox } from './use-mailbox.ts';

interface Props {
  readonly direction: 'in' | 'out';
  readonly page: MailboxPage;
  readonly form: AccountForm | null;
  readonly tested: ConnectionTestShown | null;
  readonly onChange: (form: AccountForm | null) => void;
}

/** One direction of the mailbox: how it goes, and what it is. */
export function DirectionPart({ direction, page, form, tested, onChange }: Props) {
  const { mailbox: w } = useWords();
  const { source, account } = page[direction];
  const isFixed = source === 'configuration';
  return (
    <section className={classes.part} aria-labelledby={`mailbox-${direction}`}>
      <header className={classes.head}>
        <h3 id={`mailbox-${direction}`}>{w[direction]}</h3>
        {!isFixed && (
          <Button
            size="compact-sm"
            variant={form === null ? 'default' : 'subtle'}
            {...(form === null ? {} : { color: 'gray' })}
            onClick={() => onChange(form === null ? emptyAccount(direction) : null)}
          >
            {form === null ? w.use : w.drop}
          </Button>
        )}
      </header>
      {source !== 'none' && <State direction={direction} page={page} />}
      {isFixed && account !== null && (
        <>
          <p className={classes.server}>
            {account.host}:{account.port}
            {account.user !== null && ` · ${account.user}`}
          </p>
          <p className={classes.hint}>{w.fixed}</p>
        </>
      )}
      {!isFixed && form === null && <p className={classes.hint}>{w.none[direction]}</p>}
      {!isFixed && form !== null && (
        <AccountFields direction={direction} form={form} tested={tested} onChange={onChange} />
      )}
    </section>
  );
}

function State({ direction, page }: Pick<Props, 'direction' | 'page'>) {
  const { mailbox: w } = useWords();
  const { dates } = useDesk();
  const retry = useRetryMailbox();
  const { state, lastLetterAt } = page[direction];
  const kind = state === null ? 'waiting' : state.connected ? 'connected' : 'lost';
  const word = {
    waiting: direction === 'in' ? w.waiting : w.quiet,
    connected: w.connected,
    lost: w.notConnected,
  }[kind];
  return (
    <div className={classes.state}>
      <p>
        <span className={classes.dot} data-kind={kind} aria-hidden />
        <strong>{word}</strong>
        {state !== null && <span className={classes.dim}>{w.since(dates.short(state.changedAt))}</span>}
        {lastLetterAt !== null && (
          <span className={classes.dim}>{w.lastLetter[direction](dates.short(lastLetterAt))}</span>
        )}
        {direction === 'in' && kind === 'lost' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={retry.isPending}
            leftSection={<IconRefresh size={14} stroke={1.8} aria-hidden />}
            onClick={() => retry.mutate(undefined, { onSuccess: () => toast(w.retried) })}
          >
            {w.retry}
          </Button>
        )}
      </p>
      {state !== null && state.failure !== null && state.failedAt !== null && (
        <p className={classes.failure} data-now={kind === 'lost'}>
          {w.lastFailure(dates.short(state.failedAt))}: {state.failure}
        </p>
      )}
    </div>
  );
}
