import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../ui/preference-switches.tsx';
import { Wordmark } from '../../ui/wordmark.tsx';
import classes from './sign-in-page.module.css';

interface Props {
  readonly children: ReactNode;
  /** Below the card. */
  readonly below?: ReactNode;
}

/** The page around every way in: the product's name and one card. */
export function SignInFrame({ children, below }: Props) {
  const { m } = useI18n();
  return (
    <div className={classes.page}>
      <div className={classes.corner}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className={classes.main}>
        <div className={classes.brand}>
          <Wordmark large />
          <p className={classes.tagline}>{m.product.tagline}</p>
        </div>
        <div className={classes.card}>{children}</div>
        {below}
      </main>
    </div>
  );
}
