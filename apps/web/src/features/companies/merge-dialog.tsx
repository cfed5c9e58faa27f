import type { CompanyPage } from '@reglament/contract';
import { useState } from 'react';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { FormDialog } from './form-dialog.tsx';
import { useMerge, useUnmerge } from './use-companies.ts';

interface MergeProps {
  readonly company: CompanyPage;
  /** The record that becomes part of this one; null: it is chosen here. */
  readonly other: { readonly companyId: string; readonly name: string } | null;
  readonly onClose: () => void;
}

export function MergeDialog({ company, other, onClose }: MergeProps) {
  const { m } = useI18n();
  const merge = useMerge(company.companyId);
  const [chosen, setChosen] = useState<string | null>(other?.companyId ?? null);
  const [isChecked, setIsChecked] = useState(false);
  const done = () => {
    toast(m.company.merged);
    onClose();
  };
  const handleSubmit = () => {
    setIsChecked(true);
    if (chosen !== null) merge.mutate(chosen, { onSuccess: done });
  };
  return (
    <FormDialog
      title={other === null ? m.company.mergeTitle : `${m.company.mergeTitle}: ${other.name}`}
      about={m.company.mergeAbout(company.name)}
      submit={m.company.merge}
      isPending={merge.isPending}
      error={merge.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {other === null && (
        <CompanySelect
          autoFocus
          label={m.company.mergeWith}
          value={chosen}
          onChange={setChosen}
          error={isChecked && chosen === null && m.company.mergeMissing}
        />
      )}
    </FormDialog>
  );
}

interface UnmergeProps {
  readonly companyId: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function UnmergeDialog({ companyId, name, onClose }: UnmergeProps) {
  const { m } = useI18n();
  const unmerge = useUnmerge(companyId);
  const done = () => {
    toast(m.company.parted);
    onClose();
  };
  return (
    <FormDialog
      title={m.company.unmergeTitle}
      about={m.company.unmergeAbout(name)}
      submit={m.company.unmerge}
      isPending={unmerge.isPending}
      error={unmerge.error}
      onSubmit={() => unmerge.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
