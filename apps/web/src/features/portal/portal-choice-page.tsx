import { IconChevronRight } from '@tabler/icons-react';
import { Link, useRouteContext } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { deskSign } from '../../ui/desk-sign.ts';
import { LanguageSwitch, ThemeSwitch } from '../../ui/preference-switches.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useSignOut } from '../workspace/index.ts';
import { Button } from '@mantine/core';
import classes from './portal-choice.module.css';
import { usePortalWords } from './use-words.ts';

/** A customer of several desks says which they came for. */
export function PortalChoicePage() {
  const { m, say } = useI18n();
  const w = usePortalWords();
  const { session } = useRouteContext({ from: '/signed-in' });
  const signOut = useSignOut();
  usePageTitle(w.choice.title);
  return (
    <div className={classes.page}>
      <div className={classes.corner}>
        <LanguageSwitch />
        <ThemeSwitch />
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => signOut.mutate()}>
          {m.workspace.signOut}
        </Button>
      </div>
      <main className={classes.main}>
        <h1 className={classes.title}>{w.choice.title}</h1>
        <p className={classes.about}>{w.choice.about}</p>
        <ul className={classes.list}>
          {session.portals.map((one) => (
            <li key={one.slug}>
              <Link to="/p/$desk" params={{ desk: one.slug }} className={classes.link}>
                <span className={classes.sign} aria-hidden>
                  {deskSign(say(one.name))}
                </span>
                <span className={classes.names}>
                  <b>{say(one.name)}</b>
                  <span>{one.companies.map(({ name }) => name).join(', ') || say(one.product)}</span>
                </span>
                <IconChevronRight size={18} stroke={1.7} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
