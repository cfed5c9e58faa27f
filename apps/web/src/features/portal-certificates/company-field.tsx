import { NativeSelect } from '@mantine/core';
import { usePortal } from '../portal/index.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (companyId: string) => void;
}

/** Which of one's companies it is about; nothing where there is one. */
export function CompanyField({ label, value, onChange }: Props) {
  const { overview } = usePortal();
  const { companies } = overview;
  if (companies.length < 2) return null;
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={companies.map(({ companyId, name }) => ({ value: companyId, label: name }))}
    />
  );
}
