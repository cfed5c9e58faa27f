import type { AccountPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { keys } from '../../api/queries.ts';
import { toast } from '../../ui/toast.ts';
import { AccountDialog } from './account-dialog.tsx';
import classes from './account.module.css';
import { CodeDialog } from './code-dialog.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetUp } from './totp-set-up.tsx';
import { accountQuery, useRemoveTotp, useRenewRecoveryCodes } from './use-account.ts';
import { useWords } from './use-words.ts';

const FEW = 3;

/** The authenticator app and its recovery codes. */
export function FactorSection({ account }: { readonly account: AccountPage }) {
  const w = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState<'set-up' | 'remove' | 'renew' | null>(null);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const close = () => setOpen(null);
  const endSetUp = () => {
    void client.invalidateQueries({ queryKey: accountQuery.queryKey });
    setIsConfirmed(false);
    close();
  };
  const { hasTotp, recoveryCodesLeft } = account;
  return (
    <section className={classes.card} aria-labelledby="factor-title">
      <h2 className={classes.title} id="factor-title">
        {w.factor.title}
      </h2>
      <p className={classes.about}>
        {w.factor.about} {account.needsSecondFactor && w.factor.needed}
      </p>
      <div className={classes.row}>
        <span className={classes.state} data-on={hasTotp}>
          {hasTotp ? <IconShieldCheck size={18} aria-hidden /> : <IconShieldOff size={18} aria-hidden />}
          {hasTotp ? w.factor.on : w.factor.off}
        </span>
        {hasTotp && <span className={classes.quiet}>{w.factor.codesLeft(String(recoveryCodesLeft))}</span>}
      </div>
      {hasTotp && recoveryCodesLeft < FEW && <p className={classes.warn}>{w.factor.codesFew}</p>}
      <div className={classes.row}>
        {hasTotp ? (
          <>
            <Button variant="default" onClick={() => setOpen('renew')}>
              {w.factor.renew}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setOpen('remove')}>
              {w.factor.remove}
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen('set-up')}>{w.factor.setUp}</Button>
        )}
      </div>
      {open === 'set-up' && (
        <AccountDialog title={isConfirmed ? w.recovery.title : w.setUp.title} onClose={endSetUp}>
          <TotpSetUp
            onConfirmed={() => setIsConfirmed(true)}
            onDone={(session) => {
              client.setQueryData(keys.session, session);
              endSetUp();
            }}
          />
        </AccountDialog>
      )}
      {open === 'remove' && <Remove onClose={close} />}
      {open === 'renew' && <Renew onClose={close} />}
    </section>
  );
}

function Remove({ onClose }: { readonly onClose: () => void }) {
  const w = useWords();
  const remove = useRemoveTotp();
  const done = () => {
    toast(w.factor.removed);
    onClose();
  };
  return (
    <CodeDialog
      title={w.factor.removeTitle}
      about={w.factor.removeAbout}
      submit={w.factor.remove}
      isPending={remove.isPending}
      error={remove.error}
      onSubmit={(code) => remove.mutate(code, { onSuccess: done })}
      onClose={onClose}
    />
  );
}

function Renew({ onClose }: { readonly onClose: () => void }) {
  const w = useWords();
  const renew = useRenewRecoveryCodes();
  if (renew.data !== undefined)
    return (
      <AccountDialog title={w.recovery.title} onClose={onClose}>
        <RecoveryCodes codes={renew.data.recoveryCodes} onDone={onClose} />
      </AccountDialog>
    );
  return (
    <CodeDialog
      title={w.factor.renewTitle}
      about={w.factor.renewAbout}
      submit={w.factor.renew}
      isPending={renew.isPending}
      error={renew.error}
      onSubmit={(code) => renew.mutate(code)}
      onClose={onClose}
    />
  );
}
