import type { QueueTicket } from '@reglament/contract';
import { useCallback, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { RegistrationForm } from '../register/index.ts';
import type { CallActions, CallDraft } from './call-drafts.ts';
import { CallForm } from './call-form.tsx';
import classes from './call-page.module.css';
import { CallerPanel } from './caller-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { RecordForm } from './record-form.tsx';
import { useCallerFacts } from './use-callers.ts';

interface Props {
  readonly draft: CallDraft;
  readonly actions: CallActions;
}

/** One call: who it is, what they want, and beside it what has to be known and what becomes of it. */
export function CallCard({ draft, actions }: Props) {
  const { m } = useI18n();
  const { callId, form, contactId } = draft;
  const [recording, setRecording] = useState<QueueTicket | null>(null);
  const facts = useCallerFacts(contactId, form.companyId);

  const onChange = useCallback((part: Partial<CallDraft>) => actions.change(callId, part), [actions, callId]);
  const onForm = useCallback(
    (part: Partial<RegistrationForm>) => actions.changeForm(callId, part),
    [actions, callId],
  );
  return (
    <div className={classes.columns}>
      {recording === null ? (
        <CallForm draft={draft} onChange={onChange} onForm={onForm} facts={facts.data} />
      ) : (
        <RecordForm
          ticket={facts.data?.tickets.find(({ number }) => number === recording.number) ?? recording}
          who={form.name.trim() || m.calls.untitled}
          missedCallId={draft.missedCallId ?? null}
          said={form.text}
          onSaid={(text) => onForm({ text })}
          onBack={() => setRecording(null)}
          onDone={() => onChange({ done: { number: recording.number, isNew: false } })}
        />
      )}
      <div className={classes.side}>
        <CallerPanel
          facts={facts.data}
          isLoading={facts.isFetching && facts.data === undefined}
          companyId={form.companyId}
          onRecord={setRecording}
        />
        <PreviewPanel draft={draft} />
      </div>
    </div>
  );
}
