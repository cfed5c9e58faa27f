import { Menu, useMantineColorScheme, VisuallyHidden, type MantineColorScheme } from '@mantine/core';
import { IconBellCog, IconCheck, IconLifebuoy, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Language } from '../../i18n/language.ts';
import { Initials } from '../../ui/initials.tsx';
import classes from './person-menu.module.css';
import { useSignOut } from './use-sign-out.ts';

const languages: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'ru', name: 'Русский' },
  { id: 'en', name: 'English' },
];
const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

const chosen = (is: boolean) => (is ? <IconCheck size={14} aria-hidden /> : null);

/** Who is signed in; language, appearance, sign out. */
export function PersonMenu() {
  const { m, language, say, setLanguage } = useI18n();
  const { session, summary } = useDesk();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={232}>
      <Menu.Target>
        <button type="button" className={classes.target}>
          <VisuallyHidden>{m.workspace.person}: </VisuallyHidden>
          <Initials name={session.person.name} />
          <span className={classes.names}>
            <span className={classes.name}>{session.person.name}</span>
            <span className={classes.role}>{m.workspace.roles[summary.role]}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.person.email}</Menu.Label>
        {session.portals.map((one) => (
          <Menu.Item
            key={one.slug}
            leftSection={<IconLifebuoy size={15} stroke={1.7} />}
            renderRoot={(props) => <Link to="/p/$desk" params={{ desk: one.slug }} {...props} />}
          >
            {m.workspace.portalOf(say(one.name))}
          </Menu.Item>
        ))}
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
          leftSection={<IconUserCircle size={15} stroke={1.7} />}
          renderRoot={(props) => <Link to="/account" {...props} />}
        >
          {m.workspace.account}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBellCog size={15} stroke={1.7} />}
          renderRoot={(props) => (
            <Link to="/d/$desk/notifications" params={{ desk: summary.slug }} {...props} />
          )}
        >
          {m.workspace.notifications}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} stroke={1.7} />} onClick={() => signOut.mutate()}>
          {m.workspace.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
