import { ActionIcon, Button, useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { shapeOfScheme } from './shape-of-scheme.ts';
import { useOnDemand } from './use-on-demand.ts';

const loadMenu = () => import('./theme-menu.tsx');
const ThemeMenu = lazy(async () => ({ default: (await loadMenu()).ThemeMenu }));

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
  const { colorScheme } = useMantineColorScheme();
  const { isAsked, trigger } = useOnDemand(loadMenu, 'menu');
  const Shown = shapeOfScheme[colorScheme];
  const button = (
    <ActionIcon
      aria-label={`${m.workspace.theme}: ${m.workspace.themes[colorScheme]}`}
      title={m.workspace.theme}
      {...trigger}
    >
      <Shown size={17} stroke={1.7} />
    </ActionIcon>
  );
  return isAsked ? (
    <Suspense fallback={button}>
      <ThemeMenu />
    </Suspense>
  ) : (
    button
  );
}
