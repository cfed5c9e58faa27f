import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { companiesQuery } from '../api/queries.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { useDesk } from './desk-context.tsx';

const PAUSE_MS = 200;

interface Props {
  readonly value: string | null;
  readonly onChange: (companyId: string | null) => void;
  readonly label: string;
  readonly description?: string;
  readonly error?: string | false | null;
  readonly autoFocus?: boolean;
}

/** A company by its name, searched on the server while one types. */
export function CompanySelect({ value, onChange, label, description, error, autoFocus = false }: Props) {
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
  const options = (query.data?.companies ?? []).map((one) => ({ value: one.companyId, label: one.name }));
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
