import type { CompanyPage, InstanceView } from '@reglament/contract';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './companies.module.css';
import { FormDialog } from './form-dialog.tsx';
import { FITTING, instanceBody, instanceForm, type InstanceForm, NONE } from './instance-form.ts';
import { type Installations, useKeepInstance } from './use-installations.ts';

interface Props {
  readonly company: CompanyPage;
  readonly choices: Installations['choices'];
  /** null: a new one. */
  readonly before: InstanceView | null;
  readonly onClose: () => void;
}

/** What a company runs: recorded, changed, or taken off the record. What it did to certificates is said. */
export function InstanceDialog({ company, choices, before, onClose }: Props) {
  const { m, say } = useI18n();
  const words = m.installations;
  const [only, second] = choices.products;
  const [form, setForm] = useState(() =>
    instanceForm(before, second === undefined ? (only?.name ?? '') : ''),
  );
  const [isChecked, setIsChecked] = useState(false);
  const keep = useKeepInstance(
    company.companyId,
    before === null ? null : { id: before.instanceId, version: before.version },
  );
  const change = (changes: Partial<InstanceForm>) => setForm((old) => ({ ...old, ...changes }));
  const handleSubmit = () => {
    setIsChecked(true);
    if (form.product === '') return;
    keep.mutate(instanceBody(form), {
      onSuccess: ({ told }) => {
        toast(told.length === 0 ? words.saved : told.map(say).join(' '));
        onClose();
      },
    });
  };
  const handleRemove = () =>
    keep.mutate(
      { removed: true },
      {
        onSuccess: () => {
          toast(words.removed);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={before === null ? words.newTitle : words.changeTitle}
      about={words.about}
      submit={m.companies.save}
      isPending={keep.isPending}
      error={keep.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <ProductFields
        form={form}
        choices={choices}
        error={isChecked && form.product === '' && words.productMissing}
        onChange={change}
      />
      <KeyFields form={form} onChange={change} />
      <PlaceFields form={form} company={company} choices={choices} onChange={change} />
      {before !== null && (
        <Button
          className={classes.remove}
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={keep.isPending}
          leftSection={<IconTrash size={14} stroke={1.7} aria-hidden />}
          onClick={handleRemove}
        >
          {words.remove}
        </Button>
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: InstanceForm;
  readonly onChange: (changes: Partial<InstanceForm>) => void;
}

/** One that is not sold any more stays where it is. */
const withOwn = (own: string, names: readonly string[]): readonly string[] =>
  own === '' || names.includes(own) ? names : [own, ...names];

function ProductFields({
  form,
  choices,
  error,
  onChange,
}: FieldsProps & Pick<Props, 'choices'> & { readonly error: string | false }) {
  const { m, say } = useI18n();
  const words = m.installations;
  const products = withOwn(
    form.product,
    choices.products.map(({ name }) => name),
  );
  const versions = withOwn(
    form.productVersion,
    choices.products.find(({ name }) => name === form.product)?.versions ?? [],
  );
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          data-autofocus
          label={words.product}
          required
          value={form.product}
          error={error}
          onChange={({ currentTarget }) => onChange({ product: currentTarget.value, productVersion: '' })}
          data={[...(form.product === '' ? [{ value: '', label: '' }] : []), ...products]}
        />
        <NativeSelect
          label={words.productVersion}
          value={form.productVersion}
          onChange={({ currentTarget }) => onChange({ productVersion: currentTarget.value })}
          data={[{ value: '', label: words.versionUnknown }, ...versions]}
        />
      </div>
      {choices.types.length > 0 && (
        <NativeSelect
          label={words.type}
          value={form.installationType}
          onChange={({ currentTarget }) => onChange({ installationType: currentTarget.value })}
          data={[
            { value: '', label: words.typeUnknown },
            ...choices.types.map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
        />
      )}
    </>
  );
}

function KeyFields({ form, onChange }: FieldsProps) {
  const { m } = useI18n();
  const words = m.installations;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={words.key}
          maxLength={100}
          autoComplete="off"
          value={form.key}
          onChange={({ currentTarget }) => onChange({ key: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.keyRegisteredOn}
          value={form.keyRegisteredOn}
          onChange={({ currentTarget }) => onChange({ keyRegisteredOn: currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          type="number"
          min={0}
          label={words.activated}
          value={form.activated}
          onChange={({ currentTarget }) => onChange({ activated: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.commissionedOn}
          value={form.commissionedOn}
          onChange={({ currentTarget }) => onChange({ commissionedOn: currentTarget.value })}
        />
      </div>
      <Checkbox
        label={words.hasWorked}
        checked={form.hasWorked}
        onChange={({ currentTarget }) => onChange({ hasWorked: currentTarget.checked })}
      />
    </>
  );
}

function PlaceFields({ form, company, choices, onChange }: FieldsProps & Pick<Props, 'company' | 'choices'>) {
  const { m, say } = useI18n();
  const words = m.installations;
  return (
    <>
      {company.sites.length > 0 && (
        <NativeSelect
          label={words.site}
          value={form.siteId}
          onChange={({ currentTarget }) => onChange({ siteId: currentTarget.value })}
          data={[
            { value: '', label: words.noSite },
            ...company.sites.map(({ siteId, name }) => ({ value: siteId, label: name })),
          ]}
        />
      )}
      <NativeSelect
        label={words.certificate}
        value={form.certificate}
        onChange={({ currentTarget }) => onChange({ certificate: currentTarget.value })}
        data={[
          { value: FITTING, label: words.certificateFitting },
          { value: NONE, label: words.certificateNone },
          ...certificateChoices(form, company, choices).map(({ id, number, name }) => ({
            value: id,
            label: `${number} · ${say(name)}`,
          })),
        ]}
      />
    </>
  );
}

/** Those that may be named, and the one that is, though it may be over by now. */
const certificateChoices = (
  form: InstanceForm,
  company: CompanyPage,
  { certificates }: Installations['choices'],
) => {
  const named = certificates.map(({ certificateId: id, number, packageName: name }) => ({
    id,
    number,
    name,
  }));
  const own = company.certificates.find(({ certificateId }) => certificateId === form.certificate);
  return own === undefined || named.some(({ id }) => id === own.certificateId)
    ? named
    : [{ id: own.certificateId, number: own.number, name: own.packageName }, ...named];
};
