import type { CompanyPage } from '@reglament/contract';
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './companies.module.css';
import { FormDialog } from './form-dialog.tsx';
import { useChangeCompany, useCreateCompany, type CompanyFacts } from './use-companies.ts';

const nothing: CompanyFacts = {
  name: '',
  inn: null,
  kpp: null,
  ogrn: null,
  district: null,
  city: '',
  zone: null,
};

const zones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** One that is known under another name here stays in the list. */
const zonesWith = (zone: string | null): string[] =>
  zone === null || zones.includes(zone) ? [...zones] : [zone, ...zones];

interface FieldsProps {
  readonly facts: CompanyFacts;
  readonly onChange: (facts: CompanyFacts) => void;
  readonly nameError: string | false;
}

function Fields({ facts, onChange, nameError }: FieldsProps) {
  const { m } = useI18n();
  const districts = Object.entries(m.companies.districts).map(([value, label]) => ({ value, label }));
  const number = (name: 'inn' | 'kpp' | 'ogrn') => ({
    label: m.companies[name],
    maxLength: 20,
    autoComplete: 'off',
    value: facts[name] ?? '',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...facts, [name]: event.currentTarget.value === '' ? null : event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        data-autofocus
        label={m.companies.name}
        required
        maxLength={300}
        autoComplete="off"
        value={facts.name}
        error={nameError}
        onChange={(event) => onChange({ ...facts, name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput inputMode="numeric" {...number('inn')} />
        <TextInput
          description={m.companies.kppHint}
          inputWrapperOrder={['label', 'input', 'description']}
          {...number('kpp')}
        />
      </div>
      <div className={classes.pair}>
        <TextInput inputMode="numeric" {...number('ogrn')} />
        <TextInput
          label={m.companies.city}
          maxLength={120}
          value={facts.city}
          onChange={(event) => onChange({ ...facts, city: event.currentTarget.value })}
        />
      </div>
      <Select
        label={m.companies.district}
        description={m.companies.districtHint}
        clearable
        clearButtonProps={{ 'aria-label': m.common.dismiss }}
        data={districts}
        value={facts.district}
        onChange={(value) => onChange({ ...facts, district: value as CompanyFacts['district'] })}
      />
      <Select
        label={m.place.companyZone}
        description={m.place.companyZoneHint}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': m.common.dismiss }}
        limit={40}
        data={zonesWith(facts.zone ?? null)}
        value={facts.zone ?? null}
        onChange={(zone) => onChange({ ...facts, zone })}
      />
    </>
  );
}

interface CreateProps {
  /** As somebody has called it already. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly onCreated: (companyId: string, name: string) => void;
}

export function CreateCompany({ name = '', onClose, onCreated }: CreateProps) {
  const { m } = useI18n();
  const create = useCreateCompany();
  const [facts, setFacts] = useState<CompanyFacts>({ ...nothing, name });
  const [isChecked, setIsChecked] = useState(false);
  const isNamed = facts.name.trim() !== '';
  const handleSubmit = () => {
    setIsChecked(true);
    if (isNamed)
      create.mutate(facts, { onSuccess: ({ companyId }) => onCreated(companyId, facts.name.trim()) });
  };
  return (
    <FormDialog
      title={m.companies.create}
      submit={m.companies.save}
      isPending={create.isPending}
      error={create.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <Fields
        facts={facts}
        onChange={setFacts}
        nameError={isChecked && !isNamed && m.companies.nameMissing}
      />
    </FormDialog>
  );
}

interface EditProps {
  readonly company: CompanyPage;
  readonly onClose: () => void;
}

export function EditFacts({ company, onClose }: EditProps) {
  const { m } = useI18n();
  const change = useChangeCompany(company.companyId, company.version);
  const { name, inn, kpp, ogrn, district, city, zone } = company;
  const [facts, setFacts] = useState<CompanyFacts>({ name, inn, kpp, ogrn, district, city, zone });
  const isNamed = facts.name.trim() !== '';
  const done = () => {
    toast(m.companies.saved);
    onClose();
  };
  return (
    <FormDialog
      title={m.company.facts}
      submit={m.companies.save}
      isPending={change.isPending}
      error={change.error}
      onSubmit={() => isNamed && change.mutate({ facts }, { onSuccess: done })}
      onClose={onClose}
    >
      <Fields facts={facts} onChange={setFacts} nameError={!isNamed && m.companies.nameMissing} />
    </FormDialog>
  );
}
