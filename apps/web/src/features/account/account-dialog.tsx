import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog of the account; on a phone the whole screen. */
export function AccountDialog({ title, onClose, children }: Props) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={460}
      fullScreen={isNarrow}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      {children}
    </Modal>
  );
}
