import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconBriefcase, IconCheck, IconKey, IconLifebuoy, IconLogout, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Language } from '../../i18n/language.ts';
import { useTakeOver } from '../../ui/use-on-demand.ts';
import { PersonButton } from './person-button.tsx';
import { usePortal } from './portal-context.tsx';
import classes from './portal-page.module.css';
import { useSignOut } from '../workspace/index.ts';
import { usePortalWords } from './use-words.ts';

const languages: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'ru', name: 'Русский' },
  { id: 'en', name: 'English' },
];
const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

const chosen = (is: boolean) => (is ? <IconCheck size={14} aria-hidden /> : null);

/** Who is signed in; where else they may go, language, appearance, sign out; opens as it comes. */
export function PersonMenu() {
  const { m, language, setLanguage } = useI18n();
  const w = usePortalWords();
  const { session, slug } = usePortal();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const [isOpen, setIsOpen] = useState(false);
  const target = useTakeOver(() => setIsOpen(true));
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" width={272}>
      <Menu.Target>
        <PersonButton ref={target} />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>
          <span className={classes.menuName}>{session.person.name}</span>
          {session.person.email}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconUser size={15} stroke={1.7} aria-hidden />}
          onClick={() => void navigate({ to: '/p/$desk/profile', params: { desk: slug } })}
        >
          {w.profile}
        </Menu.Item>
        <Elsewhere />
        <Menu.Divider />
        <Menu.Label>{m.workspace.language}</Menu.Label>
        {languages.map(({ id, name }) => (
          <Menu.Item
            key={id}
            lang={id}
            rightSection={chosen(id === language)}
            onClick={() => setLanguage(id)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Label>{m.workspace.theme}</Menu.Label>
        {schemes.map((id) => (
          <Menu.Item key={id} rightSection={chosen(id === colorScheme)} onClick={() => setColorScheme(id)}>
            {m.workspace.themes[id]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKey size={15} stroke={1.7} />}
          onClick={() => void navigate({ to: '/account' })}
        >
          {m.workspace.ownSignIn}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} stroke={1.7} />} onClick={() => signOut.mutate()}>
          {m.workspace.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Other desks whose customer they are, and desks where they work. */
function Elsewhere() {
  const w = usePortalWords();
  const { say } = useI18n();
  const { session, slug } = usePortal();
  const navigate = useNavigate();
  const others = session.portals.filter((one) => one.slug !== slug);
  if (others.length === 0 && session.desks.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{w.goTo}</Menu.Label>
      {others.map((one) => (
        <Menu.Item
          key={one.slug}
          leftSection={<IconLifebuoy size={15} stroke={1.7} aria-hidden />}
          onClick={() => void navigate({ to: '/p/$desk', params: { desk: one.slug } })}
        >
          {say(one.name)}
        </Menu.Item>
      ))}
      {session.desks.map((one) => (
        <Menu.Item
          key={`work-${one.slug}`}
          leftSection={<IconBriefcase size={15} stroke={1.7} aria-hidden />}
          onClick={() => void navigate({ to: '/d/$desk', params: { desk: one.slug }, search: {} })}
        >
          {w.workspaceOf(say(one.name))}
        </Menu.Item>
      ))}
    </>
  );
}
