import { Drawer } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Rail } from './rail.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The rail of a narrow window, above the page. */
export function RailDrawer({ opened, onClose }: Props) {
  const { m } = useI18n();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={280}
      title={m.workspace.navigation}
      closeButtonProps={{ 'aria-label': m.workspace.closeNavigation }}
      styles={{ body: { padding: 0, height: 'calc(100dvh - 52px)' }, header: { minHeight: 52 } }}
    >
      <Rail />
    </Drawer>
  );
}
