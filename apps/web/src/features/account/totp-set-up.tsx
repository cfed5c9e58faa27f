import type { Session } from '@reglament/contract';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import classes from './account.module.css';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { totpOfferQuery, useConfirmTotp } from './use-account.ts';
import { useWords } from './use-words.ts';

interface Props {
  readonly onDone: (session: Session) => void;
  /** The app counts from now on, and the recovery codes are shown. */
  readonly onConfirmed?: () => void;
}

/** Sets up an authenticator app: picture, code, then the recovery codes. */
export function TotpSetUp({ onDone, onConfirmed }: Props) {
  const w = useWords();
  const offer = useQuery(totpOfferQuery);
  const confirm = useConfirmTotp();
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = code.replace(/\s/g, '').length < 6;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isMissing) confirm.mutate(code, { onSuccess: () => onConfirmed?.() });
  };

  if (confirm.data !== undefined) {
    const { session, recoveryCodes } = confirm.data;
    return <RecoveryCodes codes={recoveryCodes} onDone={() => onDone(session)} />;
  }
  if (offer.error !== null)
    return <ScreenFailure title={w.setUp.failed} error={offer.error} onRetry={() => void offer.refetch()} />;
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate>
      <p className={classes.said}>{w.setUp.scan}</p>
      {offer.data === undefined ? (
        <Skeleton height={196} width={196} mx="auto" />
      ) : (
        <>
          <QrCode text={offer.data.uri} label={w.setUp.picture} />
          <div>
            <p className={classes.quiet}>{w.setUp.byHand}</p>
            <code className={classes.secret}>{offer.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </div>
        </>
      )}
      {confirm.error !== null && <ProblemNotice error={confirm.error} />}
      <TextInput
        data-autofocus
        label={w.setUp.code}
        description={w.setUp.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={isChecked && isMissing && w.setUp.codeMissing}
      />
      <Button type="submit" fullWidth loading={confirm.isPending} disabled={offer.data === undefined}>
        {w.setUp.submit}
      </Button>
    </form>
  );
}
