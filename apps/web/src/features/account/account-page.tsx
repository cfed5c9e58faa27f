import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChevronLeft } from '@tabler/icons-react';
import { LanguageSwitch, ThemeSwitch } from '../../ui/preference-switches.tsx';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './account.module.css';
import { FactorSection } from './factor-section.tsx';
import { GoodAtNotice } from './good-at-notice.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { accountQuery } from './use-account.ts';
import { useWords } from './use-words.ts';

/** One's own account: for staff and customers alike, whichever desk they came from. */
export function AccountPageScreen() {
  const w = useWords();
  const { data: account, error, refetch } = useQuery(accountQuery);
  usePageTitle(w.title);
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <Link to="/" className={classes.back}>
          <IconChevronLeft size={17} stroke={1.8} aria-hidden />
          {w.back}
        </Link>
        <div className={classes.end}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className={classes.main}>
        <h1 className={classes.heading}>{w.title}</h1>
        {account !== undefined ? (
          <>
            <GoodAtNotice account={account} />
            <ProfileSection account={account} />
            <PasswordSection account={account} />
            <FactorSection account={account} />
            <PasskeysSection account={account} />
            <SessionsSection account={account} />
          </>
        ) : error === null ? (
          [180, 160, 140].map((height) => <Skeleton key={height} height={height} radius="lg" />)
        ) : (
          <ScreenFailure title={w.failed} error={error} onRetry={() => void refetch()} />
        )}
      </main>
    </div>
  );
}
