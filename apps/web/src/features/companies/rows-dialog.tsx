import type { CompanyPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './companies.module.css';
import { FormDialog } from './form-dialog.tsx';
import { useChangeCompany, type CompanyChange } from './use-companies.ts';

interface Props<Row> {
  readonly company: CompanyPage;
  readonly title: string;
  readonly about: string;
  readonly rows: readonly Row[];
  readonly empty: Row;
  /** The part of the company that the rows make. */
  readonly change: (rows: readonly Row[]) => CompanyChange;
  readonly children: (row: Row, set: (row: Row) => void) => ReactNode;
  readonly onClose: () => void;
}

/** Rows have no name of their own until they are kept. */
const keyed = <Row,>(row: Row) => ({ key: crypto.randomUUID(), row });

/** A list of the company's things, changed as a whole: rows are added, changed and removed until it is saved. */
export function RowsDialog<Row>({
  company,
  title,
  about,
  rows,
  empty,
  change,
  children,
  onClose,
}: Props<Row>) {
  const { m } = useI18n();
  const save = useChangeCompany(company.companyId, company.version);
  const [typed, setTyped] = useState(() => (rows.length === 0 ? [empty] : rows).map((row) => keyed(row)));
  const done = () => {
    toast(m.companies.saved);
    onClose();
  };
  return (
    <FormDialog
      title={title}
      about={about}
      submit={m.companies.save}
      isPending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(change(typed.map(({ row }) => row)), { onSuccess: done })}
      onClose={onClose}
    >
      {typed.map(({ key, row }, index) => (
        <fieldset key={key} className={classes.row} aria-label={`${title}, ${index + 1}`}>
          {children(row, (next) =>
            setTyped((old) => old.map((one) => (one.key === key ? { key, row: next } : one))),
          )}
          <Button
            className={classes.remove}
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} stroke={1.7} aria-hidden />}
            onClick={() => setTyped((old) => old.filter((one) => one.key !== key))}
          >
            {m.company.remove}
          </Button>
        </fieldset>
      ))}
      <Button
        className={classes.remove}
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
        onClick={() => setTyped((old) => [...old, keyed(empty)])}
      >
        {m.company.add}
      </Button>
    </FormDialog>
  );
}
