import { useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { commandsOf } from './commands.ts';
import { matchingCommands } from './matching-commands.ts';
import { commandEntries, recentEntries, type Section, sectionsFor } from './palette-entries.ts';
import { usePalette } from './palette-context.tsx';
import { readRecent } from './recent.ts';
import type { Found } from './use-found.ts';

/** What the palette offers: for nothing typed what was opened last and every command. */
export const usePaletteSections = (q: string, found: Found | undefined): readonly Section[] => {
  const i18n = useI18n();
  const desk = useDesk();
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { signOut } = usePalette();
  const { m } = i18n;
  const [recent] = useState(() => readRecent(desk.session.person.personId, desk.slug));
  const commands = commandsOf({
    desk,
    i18n,
    go: (place) => router.history.push(place),
    colorScheme,
    setColorScheme,
    signOut,
  });
  const sections = useMemo(() => {
    if (q !== '')
      return sectionsFor({ desk: desk.slug, q, commands: matchingCommands(commands, q), found, m });
    return [
      { id: 'recent', title: m.search.recent, entries: recentEntries(recent) },
      { id: 'commands', title: m.search.commands, entries: commandEntries(commands) },
    ].filter(({ entries }) => entries.length > 0);
  }, [q, found, commands, recent, desk.slug, m]);
  return sections;
};
