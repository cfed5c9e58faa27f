import type { Session } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconDeviceMobile, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { keys, sessionQuery } from '../../api/queries.ts';
import { hasPasskeys } from '../../api/use-passkey.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { SignInFrame } from '../sign-in/index.ts';
import { useSignOut } from '../workspace/index.ts';
import classes from './account.module.css';
import { AddPasskey } from './add-passkey.tsx';
import { CodeForm } from './code-form.tsx';
import { TotpSetUp } from './totp-set-up.tsx';
import { accountQuery } from './use-account.ts';
import { useWords } from './use-words.ts';

/** Between the password and the work: the second factor is given, or set up by whoever has none yet. */
export function SecondFactorPage() {
  const w = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/second-factor' });
  const { data: session } = useQuery(sessionQuery);
  const signOut = useSignOut();
  const isOwed = session?.secondFactor === 'owed';
  usePageTitle(isOwed ? w.gate.owedTitle : w.gate.setUpTitle);
  const handleDone = (next: Session) => {
    client.clear();
    client.setQueryData(keys.session, next);
    void navigate({ href: to ?? '/', replace: true });
  };
  return (
    <SignInFrame
      below={
        <Button variant="subtle" color="gray" mt={12} onClick={() => signOut.mutate()}>
          {w.gate.signOut}
        </Button>
      }
    >
      {isOwed ? <CodeForm onDone={handleDone} /> : <SetUp onDone={handleDone} />}
    </SignInFrame>
  );
}

function SetUp({ onDone }: { readonly onDone: (session: Session) => void }) {
  const w = useWords();
  const [way, setWay] = useState<'app' | 'passkey' | null>(null);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const { data: account } = useQuery(accountQuery);
  const canHavePasskeys = account?.canHavePasskeys === true && hasPasskeys();
  const title = way === 'app' ? w.setUp.title : way === 'passkey' ? w.passkeys.add : w.gate.setUpTitle;
  return (
    <div className={classes.form}>
      <h1 className={classes.title}>{isConfirmed ? w.recovery.title : title}</h1>
      {way === 'app' && <TotpSetUp onDone={onDone} onConfirmed={() => setIsConfirmed(true)} />}
      {way === 'passkey' && <AddPasskey onDone={onDone} />}
      {way === null ? (
        <>
          <p className={classes.said}>{w.gate.setUpAbout}</p>
          <Button
            fullWidth
            leftSection={<IconDeviceMobile size={18} stroke={1.7} aria-hidden />}
            onClick={() => setWay('app')}
          >
            {w.gate.withApp}
          </Button>
          {canHavePasskeys && (
            <Button
              fullWidth
              variant="default"
              leftSection={<IconKey size={18} stroke={1.7} aria-hidden />}
              onClick={() => setWay('passkey')}
            >
              {w.gate.withPasskey}
            </Button>
          )}
        </>
      ) : (
        !isConfirmed && (
          <Button variant="subtle" color="gray" onClick={() => setWay(null)}>
            {w.back}
          </Button>
        )
      )}
    </div>
  );
}
