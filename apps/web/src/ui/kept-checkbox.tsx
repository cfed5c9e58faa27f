import { Checkbox, type CheckboxProps } from '@mantine/core';
import { useState } from 'react';

/**
 * A box that is kept on the server the moment it is pressed. What was pressed stands at once, whatever is read meanwhile, until the
 * server has answered; `onKeep` resolves then, and rejects when it said no.
 */
export function KeptCheckbox({
  checked,
  onKeep,
  ...props
}: Omit<CheckboxProps, 'checked' | 'defaultChecked' | 'onChange'> & {
  readonly checked: boolean;
  readonly onKeep: (isOn: boolean) => Promise<unknown>;
}) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const handleChange = (isOn: boolean) => {
    setWanted(isOn);
    const settle = () => setWanted(null);
    // Whoever keeps it says why it could not be.
    void onKeep(isOn).then(settle, settle);
  };
  return (
    <Checkbox
      {...props}
      checked={wanted ?? checked}
      onChange={(event) => handleChange(event.currentTarget.checked)}
    />
  );
}
