import type { Callers } from '@reglament/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, type RefObject } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SiteField } from '../register/index.ts';
import type { DraftProps } from './draft-props.ts';
import { KnownCaller } from './known-caller.tsx';
import { NewCaller } from './new-caller.tsx';
import { NumberField } from './number-field.tsx';
import { isLongEnough, useCallersByPhone } from './use-callers.ts';

const SOMEONE_ELSE = 'someone-else';
const PAUSE_MS = 150;

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
  const { form, isWithheld, contactId } = draft;
  const [phone] = useDebouncedValue(form.phone, PAUSE_MS);
  const lookup = useCallersByPhone(isWithheld ? '' : phone);
  const found = isWithheld || !isLongEnough(phone) ? undefined : lookup.data;

  const only = found?.callers.length === 1 ? found.callers[0] : undefined;
  useEffect(() => {
    // Whoever alone has the number is calling, until somebody says otherwise.
    if (only === undefined || contactId !== null || draft.isSomeoneElse) return;
    onChange({ contactId: only.contactId });
    onForm({ name: only.name, companyId: only.companyIds[0] ?? null, siteId: null });
  }, [only, contactId, draft.isSomeoneElse, onChange, onForm]);

  const parts = { draft, onChange, onForm };
  return (
    <>
      <NumberField
        {...parts}
        numberRef={numberRef}
        found={found}
        isSearching={found === undefined && lookup.isFetching}
        onReady={onReady}
      />
      {lookup.error !== null && <ProblemNotice error={lookup.error} onRetry={() => void lookup.refetch()} />}
      {found !== undefined && found.callers.length > 1 && <WhoOfThem {...parts} found={found} />}
      {contactId === null ? (
        <NewCaller {...parts} nameError={nameError} facts={facts} />
      ) : (
        <KnownCaller {...parts} facts={facts} />
      )}
      <SiteField form={form} onChange={onForm} />
    </>
  );
}

/** Several people have the number: one of them, or none. */
function WhoOfThem({ draft, onChange, onForm, found }: DraftProps & { readonly found: Callers }) {
  const { m } = useI18n();
  const w = m.calls;
  const choose = (id: string) => {
    const one = found.callers.find((caller) => caller.contactId === id);
    if (one === undefined) {
      onChange({ contactId: null, isSomeoneElse: true });
      return;
    }
    onChange({ contactId: one.contactId, isSomeoneElse: false });
    onForm({ name: one.name, companyId: one.companyIds[0] ?? null, siteId: null });
  };
  return (
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
      value={draft.contactId ?? (draft.isSomeoneElse ? SOMEONE_ELSE : null)}
      onChange={choose}
    />
  );
}
