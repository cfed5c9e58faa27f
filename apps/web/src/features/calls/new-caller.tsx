import type { Callers } from '@reglament/contract';
import { Select, TextInput } from '@mantine/core';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import page from './call-page.module.css';
import type { DraftProps } from './draft-props.ts';

interface Props extends DraftProps {
  readonly nameError: string | null;
  readonly facts: Callers | undefined;
}

/** Somebody whom the desk does not know: a name, a company, or one of that company's people after all. */
export function NewCaller({ draft, onChange, onForm, nameError, facts }: Props) {
  const { m } = useI18n();
  const w = m.calls;
  const { form } = draft;
  const company = facts?.companies.find(({ companyId }) => companyId === form.companyId);
  const people = company?.people ?? [];
  const handlePerson = (id: string | null) => {
    const one = people.find((person) => person.contactId === id);
    if (one === undefined) return;
    onChange({ contactId: one.contactId });
    onForm({ name: one.name });
  };
  return (
    <div className={page.pair}>
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
          onChange={handlePerson}
        />
      )}
    </div>
  );
}
