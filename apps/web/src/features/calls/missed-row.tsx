import type { MissedCall } from '@reglament/contract';
import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import page from './call-page.module.css';
import classes from './missed-page.module.css';
import { useMissedCall } from './use-missed-calls.ts';

/** Somebody who waits to be called: they were not answered, or have asked for it. */
export function MissedRow({ call }: { readonly call: MissedCall }) {
  const { m } = useI18n();
  const w = m.calls.missed;
  const { slug, session, dates } = useDesk();
  const navigate = useNavigate();
  const change = useMissedCall();
  const [isClosing, setIsClosing] = useState(false);
  const { callId, phone, takenBy, ticket } = call;
  const isMine = takenBy?.personId === session.person.personId;
  const isOthers = takenBy !== null && !isMine;

  const callBack = async () => {
    const { done } = await change.mutateAsync({ callId, act: 'take' });
    if (!done) return;
    await navigate({ to: '/d/$desk/call', params: { desk: slug }, search: { phone, missed: callId } });
  };
  const handle = async (reason: string) => {
    const { done } = await change.mutateAsync({ callId, act: 'handle', reason });
    if (!done) return;
    toast(w.doneToast, { label: w.undo, onClick: () => change.mutate({ callId, act: 'reopen' }) });
  };
  return (
    <li className={classes.row}>
      <Facts call={call} />
      <span className={classes.when}>
        <Due call={call} />
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
          variant={isMine && ticket === null ? 'filled' : 'default'}
          disabled={isOthers}
          aria-expanded={ticket === null ? undefined : isClosing}
          onClick={() =>
            ticket === null ? void handle('').catch(() => undefined) : setIsClosing(!isClosing)
          }
        >
          {ticket === null ? w.done : w.noCall}
        </Button>
        {phone !== '' && (
          <Button
            size="compact-sm"
            variant={isMine && ticket === null ? 'default' : 'filled'}
            disabled={isOthers}
            onClick={() => void callBack().catch(() => undefined)}
          >
            {w.callBack}
          </Button>
        )}
      </span>
      {isClosing && <ReasonForm onClose={(reason) => void handle(reason).catch(() => undefined)} />}
      {change.error !== null && <ProblemNotice error={change.error} onRetry={() => change.reset()} />}
    </li>
  );
}

function Facts({ call }: { readonly call: MissedCall }) {
  const { m } = useI18n();
  const w = m.calls.missed;
  const { slug } = useDesk();
  const { phone, ticket, note } = call;
  const who = call.callers.map(({ name, company }) => [name, company].filter(Boolean).join(', ')).join(' · ');
  return (
    <span className={classes.facts}>
      <b className={classes.phone}>{phone === '' ? w.withheld : phoneText(phone)}</b>
      {phone !== '' && <span className={page.dim}>{who === '' ? w.unknown : who}</span>}
      {ticket !== null && (
        <span>
          {w.wish}{' '}
          <Link to="/d/$desk/t/$number" params={{ desk: slug, number: String(ticket.number) }}>
            {m.common.number(ticket.number)} {ticket.subject}
          </Link>
        </span>
      )}
      {note !== '' && <span className={classes.note}>{note}</span>}
    </span>
  );
}

/** Until when the regulation wants the call. */
function Due({ call }: { readonly call: MissedCall }) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const { dueAt } = call;
  if (dueAt === null) return null;
  const isLate = Date.parse(dueAt) < serverNow();
  return (
    <span className={classes.due} data-late={isLate}>
      {(isLate ? m.calls.missed.late : m.calls.missed.due)(dates.short(dueAt))}
    </span>
  );
}

/** A wish to be called back ends without a call only with a reason. */
function ReasonForm({ onClose }: { readonly onClose: (reason: string) => void }) {
  const { m } = useI18n();
  const w = m.calls.missed;
  const [reason, setReason] = useState('');
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onClose(reason.trim());
  };
  return (
    <form className={classes.reason} onSubmit={handleSubmit}>
      <TextInput
        label={w.reason}
        placeholder={w.reasonExample}
        autoFocus
        autoComplete="off"
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={reason.trim() === ''}>
        {w.close}
      </Button>
    </form>
  );
}
