import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { companiesQuery } from '../api/queries.ts';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './company-select.module.css';
import { useDesk } from './desk-context.tsx';

const PAUSE_MS = 200;

export interface NamedCompany {
  readonly companyId: string;
  readonly name: string;
}

interface Props {
  readonly value: string | null;
  readonly onChange: (companyId: string | null) => void;
  readonly label: string;
  readonly description?: string;
  readonly error?: string | false | null;
  readonly autoFocus?: boolean;
  /** One to choose from whatever the search has found so far. */
  readonly known?: NamedCompany | null;
}

/** A company by its name, searched on the server while one types. */
export function CompanySelect({
  value,
  onChange,
  label,
  description,
  error,
  autoFocus = false,
  known = null,
}: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [settled] = useDebouncedValue(search, PAUSE_MS);
  // The name of a chosen company stands in the field: that is no search.
  const query = useQuery({
    ...companiesQuery(slug, settled === chosen ? '' : settled),
    placeholderData: keepPreviousData,
  });
  const found = query.data?.companies ?? [];
  const isMissing = known !== null && found.every(({ companyId }) => companyId !== known.companyId);
  const options = (isMissing ? [known, ...found] : found).map(({ companyId, name }) => ({
    value: companyId,
    label: name,
  }));
  // Two of one name are told apart by it.
  const innOf = new Map(found.flatMap(({ companyId, inn }) => (inn === null ? [] : [[companyId, inn]])));
  return (
    <Select
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      label={label}
      description={description}
      placeholder={m.forms.companySearch}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': m.common.dismiss }}
      nothingFoundMessage={query.isPending ? m.common.loading : m.forms.companyNone}
      data={options}
      filter={({ options: all }) => all}
      renderOption={({ option }) => (
        <span className={classes.option}>
          {option.label}
          {innOf.has(option.value) && (
            <span className={classes.inn}>{m.forms.companyInn(innOf.get(option.value) ?? '')}</span>
          )}
        </span>
      )}
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id, option) => {
        setChosen(option?.label ?? null);
        onChange(id);
      }}
      error={error}
    />
  );
}
