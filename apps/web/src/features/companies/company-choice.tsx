import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { CompanySelect, type NamedCompany } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CreateCompany } from './opened-dialogs.ts';
import { useMayKeep } from './use-companies.ts';

export interface CompanyChoiceState {
  readonly companyId: string | null;
  readonly choose: (companyId: string | null) => void;
  readonly made: NamedCompany | null;
  readonly isMaking: boolean;
  readonly setMaking: (isMaking: boolean) => void;
  readonly keep: (company: NamedCompany) => void;
}

/** A company that is chosen or, where nobody has recorded it yet, made on the way. */
export const useCompanyChoice = (): CompanyChoiceState => {
  const [companyId, choose] = useState<string | null>(null);
  const [made, setMade] = useState<NamedCompany | null>(null);
  const [isMaking, setMaking] = useState(false);
  const keep = (company: NamedCompany) => {
    setMade(company);
    choose(company.companyId);
    setMaking(false);
  };
  return { companyId, choose, made, isMaking, setMaking, keep };
};

interface MakeProps {
  readonly choice: CompanyChoiceState;
  /** What the customer called it; absent: not known. */
  readonly name?: string;
}

/** Stands in the place of the dialog that asked for a company: back to it with the new one, or as it was. */
export function MakeCompany({ choice, name }: MakeProps) {
  return (
    <CreateCompany
      {...(name === undefined ? {} : { name })}
      onClose={() => choice.setMaking(false)}
      onCreated={(companyId, called) => choice.keep({ companyId, name: called })}
    />
  );
}

interface Props {
  readonly choice: CompanyChoiceState;
  readonly label: string;
  readonly error: string | false;
}

export function CompanyChoice({ choice, label, error }: Props) {
  const { m } = useI18n();
  const mayKeep = useMayKeep();
  return (
    <>
      {mayKeep && (
        <Button
          // Above: the list of the field covers what stands below it.
          style={{ alignSelf: 'flex-start' }}
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => choice.setMaking(true)}
        >
          {m.companies.create}
        </Button>
      )}
      <CompanySelect
        // Its list would cover what is left to press.
        autoFocus={choice.made === null}
        label={label}
        value={choice.companyId}
        onChange={choice.choose}
        known={choice.made}
        error={error}
      />
    </>
  );
}
