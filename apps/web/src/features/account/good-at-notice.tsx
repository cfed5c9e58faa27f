import { Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { Link, useRouteContext } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './account.module.css';
import { useWords } from './use-words.ts';

/** Where this sign-in is good, when that is not everywhere, and how to widen it. */
export function GoodAtNotice({ hasPassword }: { readonly hasPassword: boolean }) {
  const w = useWords();
  const { say } = useI18n();
  const { session } = useRouteContext({ from: '/signed-in' });
  if (session.goodAt === null) return null;
  const desks = session.goodAt.map(({ name }) => `«${say(name)}»`).join(', ');
  const words = session.byLetter ? w.goodAt.byLetter : w.goodAt.byPassword;
  return (
    <section className={classes.bound} aria-label={w.goodAt.title}>
      <IconShieldLock size={20} stroke={1.6} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <span className={classes.name}>{words.title(desks)}</span>
        <span className={classes.meta}>{words.about}</span>
      </div>
      {session.byLetter && hasPassword && (
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
