import { ActionIcon, Menu, Tooltip, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { shapeOfScheme } from './shape-of-scheme.ts';
import { useTakeOver } from './use-on-demand.ts';

const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** The choice of an appearance; opens as it comes. */
export function ThemeMenu() {
  const { m } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isOpen, setIsOpen] = useState(false);
  const target = useTakeOver(() => setIsOpen(true));
  const Shown = shapeOfScheme[colorScheme];
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" width={180}>
      <Menu.Target>
        <Tooltip label={m.workspace.theme}>
          <ActionIcon ref={target} aria-label={`${m.workspace.theme}: ${m.workspace.themes[colorScheme]}`}>
            <Shown size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map((id) => {
          const Shape = shapeOfScheme[id];
          return (
            <Menu.Item
              key={id}
              leftSection={<Shape size={16} stroke={1.7} />}
              rightSection={id === colorScheme ? <IconCheck size={14} /> : null}
              onClick={() => setColorScheme(id)}
            >
              {m.workspace.themes[id]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
