import type { AccountPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { keys } from '../../api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { AccountDialog } from './account-dialog.tsx';
import classes from './account.module.css';
import { AddPasskey } from './add-passkey.tsx';
import { accountQuery, useRemovePasskey } from './use-account.ts';
import { useLocalDates } from './use-local-dates.ts';
import { hasPasskeys } from '../../api/use-passkey.ts';
import { useWords } from './use-words.ts';

/** Passkeys: signing in by finger, face or PIN. */
export function PasskeysSection({ account }: { readonly account: AccountPage }) {
  const w = useWords();
  const client = useQueryClient();
  const remove = useRemovePasskey();
  const dates = useLocalDates();
  const [isAdding, setIsAdding] = useState(false);
  const fault = account.canHavePasskeys
    ? hasPasskeys()
      ? null
      : w.passkeys.unsupported
    : w.passkeys.impossible;
  return (
    <section className={classes.card} aria-labelledby="passkeys-title">
      <h2 className={classes.title} id="passkeys-title">
        {w.passkeys.title}
      </h2>
      <p className={classes.about}>{w.passkeys.about}</p>
      {remove.error !== null && <ProblemNotice error={remove.error} onDismiss={remove.reset} />}
      {account.passkeys.length === 0 ? (
        <p className={classes.quiet}>{fault ?? w.passkeys.none}</p>
      ) : (
        <ul className={classes.list}>
          {account.passkeys.map((key) => (
            <li key={key.passkeyId} className={classes.item}>
              <IconKey size={20} stroke={1.6} className={classes.icon} aria-hidden />
              <div className={classes.words}>
                <span className={classes.name}>{key.name}</span>
                <span className={classes.meta}>
                  {w.passkeys.created(dates.date(key.createdAt))},{' '}
                  {key.usedAt === null ? w.passkeys.unused : w.passkeys.used(dates.full(key.usedAt))}
                </span>
              </div>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={w.passkeys.removeNamed(key.name)}
                loading={remove.isPending && remove.variables === key.passkeyId}
                onClick={() => remove.mutate(key.passkeyId, { onSuccess: () => toast(w.passkeys.removed) })}
              >
                {w.passkeys.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fault === null && (
        <div className={classes.row}>
          <Button variant="default" onClick={() => setIsAdding(true)}>
            {w.passkeys.add}
          </Button>
        </div>
      )}
      {isAdding && (
        <AccountDialog title={w.passkeys.add} onClose={() => setIsAdding(false)}>
          <AddPasskey
            onDone={(session) => {
              client.setQueryData(keys.session, session);
              void client.invalidateQueries({ queryKey: accountQuery.queryKey });
              toast(w.passkeys.added);
              setIsAdding(false);
            }}
          />
        </AccountDialog>
      )}
    </section>
  );
}
