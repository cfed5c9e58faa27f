import { IconDeviceDesktop, IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import type { CommandSource } from './commands.ts';

const schemes = [
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
  { id: 'auto', icon: IconDeviceDesktop },
] as const;

/** How the workspace looks and speaks, and the way out. */
export const lookCommands: CommandSource = ({ i18n, colorScheme, setColorScheme, signOut }) => {
  const { m, language, setLanguage } = i18n;
  return [
    ...schemes
      .filter(({ id }) => id !== colorScheme)
      .map(({ id, icon }) => ({
        id: `theme-${id}`,
        title: m.search.theme(m.workspace.themes[id]),
        alsoBy: `тема оформление theme ${id}`,
        icon,
        run: () => setColorScheme(id),
      })),
    {
      id: 'language',
      title: language === 'ru' ? 'English' : 'Русский',
      alsoBy: 'язык language английский русский russian',
      icon: IconLanguage,
      run: () => setLanguage(language === 'ru' ? 'en' : 'ru'),
    },
    {
      id: 'sign-out',
      title: m.workspace.signOut,
      alsoBy: 'выход sign out logout',
      icon: IconLogout,
      run: signOut,
    },
  ];
};
