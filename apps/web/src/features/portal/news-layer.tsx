import { Popover } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, type Ref } from 'react';
import { useTakeOver } from '../../ui/use-on-demand.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly button: ReactElement<{ readonly ref?: Ref<HTMLButtonElement> }>;
  readonly children: ReactNode;
}

/** What the bell opens; opens as it comes. */
export function NewsLayer({ isOpen, onChange, button, children }: Props) {
  const target = useTakeOver(() => onChange(true));
  return (
    <Popover opened={isOpen} onChange={onChange} position="bottom-end" width={340} shadow="md" trapFocus>
      <Popover.Target>{cloneElement(button, { ref: target })}</Popover.Target>
      <Popover.Dropdown p={0}>{children}</Popover.Dropdown>
    </Popover>
  );
}
