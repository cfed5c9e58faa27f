import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { ScreenFailure, ScreenState } from '../../../ui/screen-state.tsx';
import { SecretDialog } from '../secret-dialog.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import classes from './people.module.css';
import { StaffRow } from './staff-row.tsx';
import { type HandedLink, staffQuery } from './use-people.ts';
import { usePeopleWords } from './use-words.ts';

/** Who works at the desk, and who is invited to. */
export function PeopleSection() {
  const w = usePeopleWords();
  const { slug, dates } = useDesk();
  const { data, error, refetch } = useQuery(staffQuery(slug));
  // The first steps of a new desk lead right to the dialog.
  const { invite: isAsked } = useSearch({ strict: false }) as { readonly invite?: unknown };
  const navigate = useNavigate();
  const [isInviting, setIsInviting] = useState(isAsked === true);
  const handleClose = () => {
    setIsInviting(false);
    if (isAsked === undefined) return;
    void navigate({
      to: '/d/$desk/settings/$section',
      params: { desk: slug, section: 'people' },
      replace: true,
    });
  };
  const [handed, setHanded] = useState<HandedLink | null>(null);
  const inviteBy = (words: string) => (
    <Button
      size="sm"
      leftSection={<IconUserPlus size={16} stroke={1.8} aria-hidden />}
      onClick={() => setIsInviting(true)}
    >
      {words}
    </Button>
  );
  return (
    <SectionFrame title={w.title} about={w.about} actions={inviteBy(w.invite)} isWide>
      {data !== undefined ? (
        <>
          {data.invitations.length > 0 && (
            <Invitations invitations={data.invitations} writeTime={dates.full} onLink={setHanded} />
          )}
          <h3 className={classes.heading}>{w.working}</h3>
          <ul className={classes.list}>
            {data.staff.map((person) => (
              <StaffRow key={person.personId} person={person} writeTime={dates.full} />
            ))}
          </ul>
          {data.staff.length === 1 && data.invitations.length === 0 && (
            <ScreenState icon={IconUsers} title={w.nobody} hint={w.nobodyHint}>
              {inviteBy(w.inviteFirst)}
            </ScreenState>
          )}
        </>
      ) : error === null ? (
        [0, 1, 2].map((row) => <Skeleton key={row} height={60} mt={8} radius="md" />)
      ) : (
        <ScreenFailure title={w.failed} error={error} onRetry={() => void refetch()} />
      )}
      {isInviting && <InviteDialog onClose={handleClose} onLink={setHanded} />}
      {handed !== null && (
        <SecretDialog
          title={w.linkTitle}
          about={w.linkAbout(handed.email, dates.full(handed.until))}
          secret={handed.link}
          repeated=""
          onClose={() => setHanded(null)}
        />
      )}
    </SectionFrame>
  );
}
