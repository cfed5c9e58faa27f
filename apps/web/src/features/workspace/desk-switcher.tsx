import { Menu, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useDesk, type DeskOfSession } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { deskSign } from '../../ui/desk-sign.ts';
import classes from './desk-switcher.module.css';

function Names({ desk }: { readonly desk: DeskOfSession }) {
  const { say } = useI18n();
  return (
    <>
      <span className={classes.sign} aria-hidden>
        {deskSign(say(desk.name))}
      </span>
      <span className={classes.names}>
        <span className={classes.name} title={say(desk.name)}>
          {say(desk.name)}
        </span>
        <span className={classes.product}>{say(desk.product)}</span>
      </span>
    </>
  );
}

/** The desk one works in; the others a click away. */
export function DeskSwitcher() {
  const { m, say } = useI18n();
  const { session, summary } = useDesk();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" width={300} classNames={{ itemLabel: classes.label }}>
      <Menu.Target>
        <button type="button" className={classes.target}>
          <VisuallyHidden>{m.workspace.switchDesk}: </VisuallyHidden>
          <Names desk={summary} />
          <IconSelector size={15} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{m.workspace.desk}</Menu.Label>
        {session.desks.map((desk) => (
          <Menu.Item
            key={desk.slug}
            rightSection={desk.slug === summary.slug ? <IconCheck size={15} /> : null}
            onClick={() =>
              void navigate({
                to: desk.role === 'sales' ? '/d/$desk/inquiries' : '/d/$desk',
                params: { desk: desk.slug },
                search: {},
              })
            }
          >
            <span className={classes.name}>{say(desk.name)}</span>
            <span className={classes.product}>
              {say(desk.product)} · {m.workspace.roles[desk.role]}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
