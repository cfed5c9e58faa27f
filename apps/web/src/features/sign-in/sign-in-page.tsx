import { useSearch } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AskForm } from './ask-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import classes from './sign-in-page.module.css';
import { WithoutAccount } from './without-account.tsx';

/** The server says so in the page: only there passwords are printed in a terminal. */
const isDemo = (): boolean =>
  document.querySelector<HTMLMetaElement>('meta[name="reglament-demo"]')?.content === 'yes';

export function SignInPage() {
  const { m } = useI18n();
  const { by } = useSearch({ from: '/sign-in' });
  usePageTitle(m.signIn.title);
  const others = (
    <>
      <WithoutAccount />
      {isDemo() && (
        <p className={classes.demo}>
          <b>{m.signIn.demo}</b> {m.signIn.demoWhere}
        </p>
      )}
    </>
  );
  return (
    <SignInFrame below={by === undefined && others}>
      {by === undefined ? <PasswordForm /> : <AskForm key={by} what={by} />}
    </SignInFrame>
  );
}
