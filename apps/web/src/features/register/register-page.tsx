import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { OtherDevice } from '../../desk/other-device.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { NoAccess } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { IntakeFields } from './intake-fields.tsx';
import classes from './register-page.module.css';
import { RequesterFields } from './requester-fields.tsx';
import { RequestFields } from './request-fields.tsx';
import { useRegistration } from './use-registration.ts';

/** A request that reached staff by phone or another way. */
export function RegisterPage() {
  const { summary } = useDesk();
  return summary.role === 'sales' ? <NoAccess isPage /> : <Register />;
}

function Register() {
  const { m } = useI18n();
  const { form, change, other, registration } = useRegistration();
  const [isChecked, setIsChecked] = useState(false);
  usePageTitle(m.register.title);

  const errors = {
    name: form.name.trim() === '' ? m.register.nameMissing : null,
    email: form.email.trim() === '' || /^\S+@\S+$/.test(form.email.trim()) ? null : m.signIn.emailBroken,
    subject: form.subject.trim() === '' ? m.register.subjectMissing : null,
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (Object.values(errors).every((error) => error === null)) registration.mutate();
  };
  const shown = isChecked ? errors : { name: null, email: null, subject: null };

  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <h1 className={classes.title}>{m.register.title}</h1>
        <p className={classes.about}>{m.register.about}</p>
        <form className={classes.form} onSubmit={handleSubmit} noValidate>
          <OtherDevice other={other} />
          <RequesterFields form={form} onChange={change} errors={shown} />
          <RequestFields form={form} onChange={change} errors={shown} />
          <IntakeFields form={form} onChange={change} />
          {registration.error !== null && (
            <ProblemNotice error={registration.error} onRetry={() => registration.mutate()} />
          )}
          <div className={classes.bottom}>
            <Button type="submit" loading={registration.isPending}>
              {m.register.submit}
            </Button>
            <span className={classes.kept}>{m.register.draftKept}</span>
          </div>
        </form>
      </div>
    </div>
  );
}
