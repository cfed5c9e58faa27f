import {
  ActionIcon,
  Button,
  Menu,
  Tooltip,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun, type Icon } from '@tabler/icons-react';
import { useI18n } from '../i18n/i18n.tsx';

const schemes: readonly { readonly id: MantineColorScheme; readonly icon: Icon }[] = [
  { id: 'auto', icon: IconDeviceDesktop },
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
];

/** Offers the other language by its own name. */
export function LanguageSwitch() {
  const { language, setLanguage } = useI18n();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setLanguage(other)} lang={other}>
      {other === 'en' ? 'English' : 'Русский'}
    </Button>
  );
}

export function ThemeSwitch() {
  const { m } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Shown = schemes.find((one) => one.id === colorScheme)?.icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Tooltip label={m.workspace.theme}>
          <ActionIcon aria-label={`${m.workspace.theme}: ${m.workspace.themes[colorScheme]}`}>
            <Shown size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ id, icon: Shape }) => (
          <Menu.Item
            key={id}
            leftSection={<Shape size={16} stroke={1.7} />}
            rightSection={id === colorScheme ? <IconCheck size={14} /> : null}
            onClick={() => setColorScheme(id)}
          >
            {m.workspace.themes[id]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
