import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconPhoneCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { NoAccess, ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import page from './call-page.module.css';
import classes from './missed-page.module.css';
import { MissedRow } from './missed-row.tsx';
import { useAddMissedCall, useMissedCalls } from './use-missed-calls.ts';

/** Calls that nobody answered, until each is called back. */
export function MissedPage() {
  const { summary } = useDesk();
  return summary.role === 'sales' ? <NoAccess isPage /> : <Missed />;
}

function Missed() {
  const { m } = useI18n();
  const w = m.calls.missed;
  const { data, error, refetch } = useMissedCalls();
  usePageTitle(w.title);
  return (
    <div className={page.scroll}>
      <div className={page.page}>
        <h1 className={page.title}>{w.title}</h1>
        <p className={page.dim}>{w.about}</p>
        <AddForm />
        {data === undefined && error === null && <Skeleton height={180} />}
        {data === undefined && error !== null && (
          <ScreenFailure title={w.failed} error={error} onRetry={() => void refetch()} />
        )}
        {data?.calls.length === 0 && <ScreenState icon={IconPhoneCheck} title={w.empty} hint={w.emptyHint} />}
        {data !== undefined && data.calls.length > 0 && (
          <ul className={classes.list} aria-label={w.title}>
            {data.calls.map((call) => (
              <MissedRow key={call.callId} call={call} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function AddForm() {
  const { m } = useI18n();
  const w = m.calls.missed;
  const [phone, setPhone] = useState('');
  const [note, setNote] = useState('');
  const add = useAddMissedCall(() => {
    setPhone('');
    setNote('');
  });
  const isEmpty = phone.trim() === '' && note.trim() === '';
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && !add.isPending) add.mutate({ phone: phone.trim(), note: note.trim() });
  };
  return (
    <form className={classes.add} aria-label={w.add} onSubmit={handleSubmit}>
      <TextInput
        label={w.number}
        type="tel"
        maxLength={60}
        autoComplete="off"
        placeholder="+7 (495) 000-00-00"
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <TextInput
        label={w.note}
        maxLength={300}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={isEmpty} loading={add.isPending}>
        {w.save}
      </Button>
      {add.error !== null && <ProblemNotice error={add.error} onRetry={() => add.reset()} />}
    </form>
  );
}
