import type { Invitation } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { toast } from '../../../ui/toast.ts';
import classes from './people.module.css';
import { type HandedLink, useInvite, useWithdraw } from './use-people.ts';
import { usePeopleWords } from './use-words.ts';

interface Props {
  readonly invitations: readonly Invitation[];
  readonly writeTime: (at: string) => string;
  readonly onLink: (handed: HandedLink) => void;
}

/** Who was invited and has not answered yet. */
export function Invitations({ invitations, writeTime, onLink }: Props) {
  const w = usePeopleWords();
  const { m, language } = useI18n();
  const invite = useInvite(onLink);
  const withdraw = useWithdraw();
  const error = invite.error ?? withdraw.error;
  const again = ({ email, name, role }: Invitation) => invite.send({ email, name, role, language });
  return (
    <>
      <h3 className={classes.heading}>{w.waiting}</h3>
      {error !== null && <ProblemNotice error={error} />}
      <ul className={classes.list}>
        {invitations.map((one) => (
          <li key={one.invitationId} className={classes.person} data-kind="invitation">
            <IconMailForward size={22} stroke={1.5} aria-hidden />
            <div className={classes.words}>
              <span className={classes.name}>{one.name === '' ? one.email : one.name}</span>
              <span className={classes.meta}>
                {[
                  ...(one.name === '' ? [] : [one.email]),
                  m.workspace.roles[one.role],
                  one.isOver ? w.over : w.until(writeTime(one.until)),
                  ...(one.invitedBy === null ? [] : [w.by(one.invitedBy)]),
                ].join(' · ')}
              </span>
            </div>
            <div className={classes.actions}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={w.againFor(one.email)}
                loading={invite.isPending && invite.variables.email === one.email}
                onClick={() => again(one)}
              >
                {w.again}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={w.withdrawFor(one.email)}
                loading={withdraw.isPending && withdraw.variables === one.invitationId}
                onClick={() => withdraw.mutate(one.invitationId, { onSuccess: () => toast(w.withdrawn) })}
              >
                {w.withdraw}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
