import type { Callers } from '@reglament/contract';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SiteField, type RegistrationForm } from '../register/index.ts';
import type { CallDraft } from './call-drafts.ts';
import classes from './call-page.module.css';
import { isLongEnough, useCallersByPhone } from './use-callers.ts';

const SOMEONE_ELSE = 'someone-else';
const PAUSE_MS = 150;

export interface DraftProps {
  readonly draft: CallDraft;
  readonly onChange: (part: Partial<CallDraft>) => void;
  readonly onForm: (part: Partial<RegistrationForm>) => void;
}

interface Props extends DraftProps {
  readonly numberRef: RefObject<HTMLInputElement | null>;
  readonly nameError: string | null;
  readonly facts: Callers | undefined;
  /** To what comes after the caller. */
  readonly onReady: () => void;
}

const labelOf = (found: Callers, contactId: string): string => {
  const one = found.callers.find((caller) => caller.contactId === contactId);
  const company = found.companies.find(({ companyId }) => companyId === one?.companyIds[0]);
  return [one?.name, company?.name].filter(Boolean).join(' · ');
};

/** The number, who has it, and for which company they call. */
export function CallerFields({ draft, onChange, onForm, numberRef, nameError, facts, onReady }: Props) {
  const { m } = useI18n();
  const w = m.calls;
  const { form, isWithheld, contactId } = draft;
  const [phone] = useDebouncedValue(form.phone, PAUSE_MS);
  const lookup = useCallersByPhone(isWithheld ? '' : phone);
  const found = isWithheld || !isLongEnough(phone) ? undefined : lookup.data;
  const several = (found?.callers.length ?? 0) > 1;

  const choose = (id: string) => {
    const one = found?.callers.find((caller) => caller.contactId === id);
    if (one === undefined) {
      onChange({ contactId: null, isSomeoneElse: true });
      return;
    }
    onChange({ contactId: one.contactId, isSomeoneElse: false });
    onForm({ name: one.name, companyId: one.companyIds[0] ?? null, siteId: null });
  };

  const only = found?.callers.length === 1 ? found.callers[0] : undefined;
  useEffect(() => {
    // Whoever alone has the number is calling, until somebody says otherwise.
    if (only === undefined || contactId !== null || draft.isSomeoneElse) return;
    onChange({ contactId: only.contactId });
    onForm({ name: only.name, companyId: only.companyIds[0] ?? null, siteId: null });
  }, [only, contactId, draft.isSomeoneElse, onChange, onForm]);

  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onReady();
  };

  return (
    <>
      <div className={classes.numberRow}>
        <TextInput
          ref={numberRef}
          className={classes.number}
          size="md"
          type="tel"
          label={w.number}
          placeholder={isWithheld ? w.withheldTitle : '+7 (495) 000-00-00'}
          maxLength={60}
          autoComplete="off"
          disabled={isWithheld}
          value={isWithheld ? '' : form.phone}
          onChange={(event) => {
            onForm({ phone: event.currentTarget.value });
            onChange({ contactId: null, isSomeoneElse: false });
          }}
          onKeyDown={handleKey}
        />
        <Button
          variant={isWithheld ? 'filled' : 'default'}
          size="md"
          aria-pressed={isWithheld}
          onClick={() => onChange({ isWithheld: !isWithheld, contactId: null })}
        >
          {w.withheld}
          <kbd className={classes.kbd}>Alt H</kbd>
        </Button>
      </div>
      <div role="status" className={classes.told}>
        {!isWithheld && !isLongEnough(form.phone) && <span className={classes.dim}>{w.numberHint}</span>}
        {found === undefined && lookup.isFetching && w.searching}
        {found !== undefined && found.phone === null && w.notNumber}
        {found !== undefined && found.phone !== null && found.callers.length === 0 && (
          <>
            <b>{w.unknown}.</b> {w.unknownHint}
          </>
        )}
      </div>
      {lookup.error !== null && <ProblemNotice error={lookup.error} onRetry={() => void lookup.refetch()} />}
      {found !== undefined && several && (
        <Choices
          legend={w.who}
          choices={[
            ...found.callers.map((one) => ({
              id: one.contactId,
              name: labelOf(found, one.contactId),
              ...(one.email === null ? {} : { definition: one.email }),
            })),
            { id: SOMEONE_ELSE, name: w.someoneElse },
          ]}
          value={contactId ?? (draft.isSomeoneElse ? SOMEONE_ELSE : null)}
          onChange={choose}
        />
      )}
      {contactId === null ? (
        <NewCaller draft={draft} onChange={onChange} onForm={onForm} nameError={nameError} facts={facts} />
      ) : (
        <Known draft={draft} onChange={onChange} onForm={onForm} facts={facts} />
      )}
      <SiteField form={form} onChange={onForm} />
    </>
  );
}

function Known({ draft, onChange, onForm, facts }: DraftProps & Pick<Props, 'facts'>) {
  const { m } = useI18n();
  const w = m.calls;
  const caller = facts?.callers[0];
  const companies = (facts?.companies ?? []).filter(({ companyId }) =>
    caller?.companyIds.includes(companyId),
  );
  return (
    <>
      <div className={classes.known}>
        <span className={classes.knownName}>{draft.form.name || caller?.name}</span>
        <span className={classes.dim}>{caller?.email ?? ''}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            onChange({ contactId: null, isSomeoneElse: true });
            onForm({ name: '' });
          }}
        >
          {w.change}
        </Button>
      </div>
      {companies.length > 1 && (
        <Choices
          legend={w.company}
          choices={companies.map(({ companyId, name }) => ({ id: companyId, name }))}
          value={draft.form.companyId}
          onChange={(companyId) => onForm({ companyId, siteId: null })}
        />
      )}
      {caller !== undefined && companies.length === 0 && (
        <CompanySelect
          label={w.company}
          description={w.companyHint}
          value={draft.form.companyId}
          onChange={(companyId) => onForm({ companyId, siteId: null })}
        />
      )}
    </>
  );
}

function NewCaller({
  draft,
  onChange,
  onForm,
  nameError,
  facts,
}: DraftProps & Pick<Props, 'nameError' | 'facts'>) {
  const { m } = useI18n();
  const w = m.calls;
  const { form } = draft;
  const company = facts?.companies.find(({ companyId }) => companyId === form.companyId);
  const people = company?.people ?? [];
  return (
    <div className={classes.pair}>
      <TextInput
        label={w.name}
        required
        maxLength={200}
        autoComplete="off"
        data-call-name
        value={form.name}
        onChange={(event) => onForm({ name: event.currentTarget.value })}
        error={nameError}
      />
      <CompanySelect
        label={w.company}
        description={w.companyHint}
        known={company ?? null}
        value={form.companyId}
        onChange={(companyId) => onForm({ companyId, siteId: null })}
      />
      {people.length > 0 && (
        <Select
          label={w.person}
          placeholder={w.personNew}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': m.common.dismiss }}
          data={people.map((one) => ({
            value: one.contactId,
            label: [one.name, one.phone, one.listed ? w.listed : ''].filter(Boolean).join(' · '),
          }))}
          value={null}
          onChange={(id) => {
            const one = people.find((person) => person.contactId === id);
            if (one === undefined) return;
            onChange({ contactId: one.contactId });
            onForm({ name: one.name });
          }}
        />
      )}
    </div>
  );
}
