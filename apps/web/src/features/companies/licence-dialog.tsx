import type { CompanyPage, LicenceView } from '@reglament/contract';
import { Button, Checkbox, TextInput } from '@mantine/core';
import type { LocalDate } from '@reglament/working-time';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './companies.module.css';
import { FormDialog } from './form-dialog.tsx';
import { type Installations, useKeepLicence } from './use-installations.ts';

interface Props {
  readonly company: CompanyPage;
  readonly choices: Installations['choices'];
  /** null: a new one. */
  readonly before: LicenceView | null;
  readonly onClose: () => void;
}

/** An agreement under which a company uses products. */
export function LicenceDialog({ company, choices, before, onClose }: Props) {
  const { m } = useI18n();
  const words = m.installations;
  const [number, setNumber] = useState(before?.number ?? '');
  const [products, setProducts] = useState<readonly string[]>(before?.products ?? []);
  const [from, setFrom] = useState(before?.from ?? '');
  const [until, setUntil] = useState(before?.until ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const keep = useKeepLicence(
    company.companyId,
    before === null ? null : { id: before.licenceId, version: before.version },
  );
  const closing = (message: string) => ({
    onSuccess: () => {
      toast(message);
      onClose();
    },
  });
  const handleSubmit = () => {
    setIsChecked(true);
    if (number.trim() === '' || from === '') return;
    const body = {
      number: number.trim(),
      products: products.length === 0 ? null : [...products],
      from: from as LocalDate,
      until: until === '' ? null : (until as LocalDate),
    };
    keep.mutate(body, closing(words.saved));
  };
  const names = new Set([...products, ...choices.products.map(({ name }) => name)]);
  return (
    <FormDialog
      title={words.licenceTitle}
      submit={m.companies.save}
      isPending={keep.isPending}
      error={keep.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={words.licenceNumber}
        required
        maxLength={100}
        value={number}
        error={isChecked && number.trim() === '' && m.certificates.form.numberMissing}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
      />
      <Checkbox.Group
        label={words.licenceProducts}
        description={words.licenceProductsHint}
        inputWrapperOrder={['label', 'input', 'description']}
        value={[...products]}
        onChange={setProducts}
      >
        <div className={classes.ticks}>
          {[...names].map((name) => (
            <Checkbox key={name} value={name} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={words.from}
          required
          value={from}
          error={isChecked && from === '' && m.certificates.form.dayMissing}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.until}
          description={words.untilHint}
          inputWrapperOrder={['label', 'input', 'description']}
          value={until}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
      </div>
      {before !== null && (
        <Button
          className={classes.remove}
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={keep.isPending}
          leftSection={<IconTrash size={14} stroke={1.7} aria-hidden />}
          onClick={() => keep.mutate({ removed: true }, closing(words.removed))}
        >
          {words.remove}
        </Button>
      )}
    </FormDialog>
  );
}
