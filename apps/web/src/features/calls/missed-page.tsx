import type { MissedCall } from '@reglament/contract';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconPhoneCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { toast } from '../../ui/toast.ts';
import { phoneText } from '../../ui/phone-text.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import page from './call-page.module.css';
import classes from './missed-page.module.css';
import { useAddMissedCall, useMissedCall, useMissedCalls } from './use-missed-calls.ts';

/** Calls that nobody answered, until each is called back. */
export function MissedPage() {
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
              <Row key={call.callId} call={call} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Row({ call }: { readonly call: MissedCall }) {
  const { m } = useI18n();
  const w = m.calls.missed;
  const { slug, session, dates } = useDesk();
  const navigate = useNavigate();
  const change = useMissedCall();
  const { callId, phone, takenBy } = call;
  const isMine = takenBy?.personId === session.person.personId;
  const isOthers = takenBy !== null && !isMine;
  const who = call.callers.map(({ name, company }) => [name, company].filter(Boolean).join(', ')).join(' · ');

  const callBack = async () => {
    const { done } = await change.mutateAsync({ callId, act: 'take' });
    if (!done) return;
    await navigate({
      to: '/d/$desk/call',
      params: { desk: slug },
      search: { phone },
    });
  };
  const handle = async () => {
    const { done } = await change.mutateAsync({ callId, act: 'handle' });
    if (!done) return;
    toast(w.doneToast, { label: w.undo, onClick: () => change.mutate({ callId, act: 'reopen' }) });
  };
  return (
    <li className={classes.row}>
      <span className={classes.facts}>
        <b className={classes.phone}>{phone === '' ? w.withheld : phoneText(phone)}</b>
        {phone !== '' && <span className={page.dim}>{who === '' ? w.unknown : who}</span>}
        {call.note !== '' && <span className={classes.note}>{call.note}</span>}
      </span>
      <span className={classes.when}>
        {dates.short(call.at)}
        {takenBy !== null && <span className={classes.taken}>{isMine ? w.mine : w.taken(takenBy.name)}</span>}
      </span>
      <span className={classes.acts}>
        {isMine && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => change.mutate({ callId, act: 'release' })}
          >
            {w.release}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant={isMine ? 'filled' : 'default'}
          disabled={isOthers}
          onClick={() => void handle().catch(() => undefined)}
        >
          {w.done}
        </Button>
        {phone !== '' && (
          <Button
            size="compact-sm"
            variant={isMine ? 'default' : 'filled'}
            disabled={isOthers}
            onClick={() => void callBack().catch(() => undefined)}
          >
            {w.callBack}
          </Button>
        )}
      </span>
      {change.error !== null && <ProblemNotice error={change.error} onRetry={() => change.reset()} />}
    </li>
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
