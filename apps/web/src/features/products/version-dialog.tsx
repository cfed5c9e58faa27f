import type { ProductInCatalogue } from '@reglament/contract';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog } from '../ticket/index.ts';
import classes from './products.module.css';
import { useKeepVersion, type VersionFacts } from './use-products.ts';

type Version = ProductInCatalogue['versions'][number];

interface Props {
  readonly product: ProductInCatalogue;
  /** null: a new one. */
  readonly version: Version | null;
  readonly onClose: () => void;
}

const factsOf = (version: Version | null): VersionFacts =>
  version === null
    ? { number: '', releasedOn: '', outdatedOn: null, endOfLifeOn: null, platforms: [] }
    : {
        number: version.number,
        releasedOn: version.releasedOn,
        outdatedOn: version.outdatedOn,
        endOfLifeOn: version.endOfLifeOn,
        platforms: version.platforms,
      };

interface FieldsProps {
  readonly facts: VersionFacts;
  readonly isChecked: boolean;
  readonly onChange: (facts: VersionFacts) => void;
}

function Fields({ facts, isChecked, onChange }: FieldsProps) {
  const { m } = useI18n();
  const laterDay = (name: 'outdatedOn' | 'endOfLifeOn') => ({
    label: m.products[name],
    type: 'date',
    value: facts[name] ?? '',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...facts, [name]: event.currentTarget.value === '' ? null : event.currentTarget.value }),
  });
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          data-autofocus
          label={m.products.number}
          placeholder="8.2.1"
          required
          maxLength={80}
          autoComplete="off"
          value={facts.number}
          error={isChecked && facts.number.trim() === '' && m.products.numberMissing}
          onChange={(event) => onChange({ ...facts, number: event.currentTarget.value })}
        />
        <TextInput
          label={m.products.releasedOn}
          type="date"
          required
          value={facts.releasedOn}
          error={isChecked && facts.releasedOn === '' && m.products.dayMissing}
          onChange={(event) => onChange({ ...facts, releasedOn: event.currentTarget.value })}
        />
        <TextInput {...laterDay('outdatedOn')} />
        <TextInput {...laterDay('endOfLifeOn')} />
      </div>
      <Textarea
        label={m.products.platforms}
        description={m.products.platformsHint}
        inputWrapperOrder={['label', 'input', 'description']}
        autosize
        minRows={2}
        maxRows={10}
        value={facts.platforms.join('\n')}
        onChange={(event) => onChange({ ...facts, platforms: event.currentTarget.value.split('\n') })}
      />
    </>
  );
}

/** A version of a product: its number, the days of its support, what it runs on. */
export function VersionDialog({ product, version, onClose }: Props) {
  const { m } = useI18n();
  const { mutate, isPending, error } = useKeepVersion(product, version?.productVersionId ?? null);
  const [facts, setFacts] = useState(() => factsOf(version));
  const [isChecked, setIsChecked] = useState(false);
  const done = () => {
    toast(m.products.saved);
    onClose();
  };
  const handleSubmit = () => {
    setIsChecked(true);
    const platforms = facts.platforms.map((line) => line.trim()).filter((line) => line !== '');
    if (facts.number.trim() !== '' && facts.releasedOn !== '')
      mutate({ ...facts, platforms }, { onSuccess: done });
  };
  return (
    <CommandDialog
      title={version === null ? m.products.newVersion(product.name) : m.products.editVersion(product.name)}
      about={m.products.versionAbout}
      submit={m.products.save}
      isPending={isPending}
      error={error}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
    >
      <Fields facts={facts} isChecked={isChecked} onChange={setFacts} />
    </CommandDialog>
  );
}
