import type { Role, StaffMember } from '@reglament/contract';
import { ActionIcon, Menu, Select } from '@mantine/core';
import { IconDots, IconShieldCheck, IconShieldOff, IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Initials } from '../../../ui/initials.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { toast } from '../../../ui/toast.ts';
import classes from './people.module.css';
import { SureDialog } from './sure-dialog.tsx';
import { useGiveRole, useRemove, useResetFactor } from './use-people.ts';
import { usePeopleWords } from './use-words.ts';

interface Props {
  readonly person: StaffMember;
  readonly writeTime: (at: string) => string;
}

/** Somebody who works here; administrators change their part in it. */
export function StaffRow({ person, writeTime }: Props) {
  const w = usePeopleWords();
  const { m } = useI18n();
  const { session, summary } = useDesk();
  const give = useGiveRole();
  const isYou = person.personId === session.person.personId;
  const mayChange = summary.role === 'administrator';
  const roles = Object.keys(m.workspace.roles) as readonly Role[];
  const handleRole = (value: string | null) => {
    const role = roles.find((one) => one === value);
    if (role === undefined || role === person.role) return;
    const done = () => toast(w.roleGiven(person.name, m.workspace.roles[role]));
    give.mutate({ personId: person.personId, role }, { onSuccess: done });
  };
  return (
    <li className={classes.person}>
      <Initials name={person.name} />
      <div className={classes.words}>
        <span className={classes.name}>
          {person.name} {isYou && <span className={classes.you}>{w.you}</span>}
        </span>
        <span className={`${classes.meta} ${classes.facts}`}>
          <span>{person.email}</span>
          <span>{person.seenAt === null ? w.neverSeen : w.seen(writeTime(person.seenAt))}</span>
        </span>
        {give.error !== null && <ProblemNotice error={give.error} onDismiss={give.reset} />}
      </div>
      <Mark person={person} />
      <span className={classes.role}>
        {mayChange ? (
          <Select
            size="xs"
            aria-label={w.roleOf(person.name)}
            data={roles.map((one) => ({ value: one, label: m.workspace.roles[one] }))}
            value={give.isPending ? give.variables.role : person.role}
            allowDeselect={false}
            disabled={give.isPending}
            onChange={handleRole}
          />
        ) : (
          m.workspace.roles[person.role]
        )}
      </span>
      {mayChange && !isYou ? <More person={person} /> : <span />}
    </li>
  );
}

function Mark({ person }: { readonly person: StaffMember }) {
  const w = usePeopleWords();
  if (person.isDisabled)
    return (
      <span className={classes.mark} data-tone="danger">
        {w.disabled}
      </span>
    );
  return person.hasSecondFactor ? (
    <span className={classes.mark} data-tone="ok">
      <IconShieldCheck size={13} aria-hidden />
      {w.factor}
    </span>
  ) : (
    <span className={classes.mark}>
      <IconShieldOff size={13} aria-hidden />
      {w.noFactor}
    </span>
  );
}

function More({ person }: { readonly person: StaffMember }) {
  const w = usePeopleWords();
  const [open, setOpen] = useState<'reset' | 'remove' | null>(null);
  const reset = useResetFactor();
  const remove = useRemove();
  const close = () => {
    reset.reset();
    remove.reset();
    setOpen(null);
  };
  const after = (words: string) => ({
    onSuccess: () => {
      toast(words);
      close();
    },
  });
  return (
    <span className={classes.menu}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={w.more(person.name)}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconShieldOff size={15} aria-hidden />}
            disabled={!person.hasSecondFactor}
            onClick={() => setOpen('reset')}
          >
            {w.reset}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconUserMinus size={15} aria-hidden />}
            onClick={() => setOpen('remove')}
          >
            {w.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'reset' && (
        <SureDialog
          title={w.resetTitle(person.name)}
          about={w.resetAbout}
          submit={w.reset}
          isPending={reset.isPending}
          error={reset.error}
          onSubmit={() => reset.mutate(person.personId, after(w.resetDone))}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <SureDialog
          title={w.removeTitle(person.name)}
          about={w.removeAbout}
          submit={w.remove}
          isPending={remove.isPending}
          error={remove.error}
          onSubmit={() => remove.mutate(person.personId, after(w.removed(person.name)))}
          onClose={close}
        />
      )}
    </span>
  );
}
