import type { AccountPage, Session } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconShieldLock } from '@tabler/icons-react';
import { Link, useRouteContext, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { keys } from '../../api/queries.ts';
import { hasPasskeys, usePasskeySignIn } from '../../api/use-passkey.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './account.module.css';
import { CodeDialog } from './code-dialog.tsx';
import { accountQuery, useGiveCode } from './use-account.ts';
import { useWords } from './use-words.ts';

/** Where this sign-in is good, when that is not everywhere, and how to widen it. */
export function GoodAtNotice({ account }: { readonly account: AccountPage }) {
  const w = useWords();
  const { say } = useI18n();
  const { session } = useRouteContext({ from: '/signed-in' });
  if (session.goodAt === null) return null;
  const desks = session.goodAt.map(({ name }) => `«${say(name)}»`).join(', ');
  const words = session.byLetter ? w.goodAt.byLetter : w.goodAt.byPassword;
  const hasFactor = account.hasTotp || account.passkeys.length > 0;
  return (
    <section className={classes.bound} aria-label={w.goodAt.title}>
      <IconShieldLock size={20} stroke={1.6} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <span className={classes.name}>{words.title(desks)}</span>
        <span className={classes.meta}>
          {session.byLetter && hasFactor ? w.goodAt.byLetter.withFactor : words.about}
        </span>
      </div>
      {session.byLetter && hasFactor && <GiveFactor account={account} />}
      {session.byLetter && !hasFactor && account.hasPassword && (
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => (
            <Link to="/sign-in" search={{ to: '/account', email: session.person.email }} {...props} />
          )}
        >
          {w.goodAt.givePassword}
        </Button>
      )}
    </section>
  );
}

/** The second factor given beside a letter: the sign-in is good where the factor is, and at the letter's desk. */
function GiveFactor({ account }: { readonly account: AccountPage }) {
  const w = useWords();
  const client = useQueryClient();
  const router = useRouter();
  const give = useGiveCode();
  const passkey = usePasskeySignIn();
  const [isOpen, setIsOpen] = useState(false);
  const onSuccess = (session: Session) => {
    client.setQueryData(keys.session, session);
    setIsOpen(false);
    void client.invalidateQueries({ queryKey: accountQuery.queryKey });
    void router.invalidate();
    toast(w.goodAt.given);
  };
  return (
    <div className={classes.buttons}>
      {account.hasTotp && (
        <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
          {w.goodAt.giveCode}
        </Button>
      )}
      {account.passkeys.length > 0 && hasPasskeys() && (
        <Button
          size="compact-sm"
          variant="default"
          loading={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess, onError: () => toast(w.passkeys.cancelled) })}
        >
          {w.goodAt.givePasskey}
        </Button>
      )}
      {isOpen && (
        <CodeDialog
          title={w.goodAt.giveCode}
          about={w.goodAt.byLetter.withFactor}
          submit={w.gate.submit}
          isPending={give.isPending}
          error={give.error}
          onSubmit={(code) => give.mutate(code, { onSuccess })}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}
