import type { TicketPage } from '@reglament/contract';
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconEye, IconEyeOff, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Initials } from '../../ui/initials.tsx';
import classes from './ticket-extras.module.css';
import { extrasQuery, useFollow, usePeople } from './use-extras.ts';

/** Who follows, whether oneself does, and who else may be asked to. */
export function Followers({
  page,
  isFollowing,
  me,
}: {
  readonly page: TicketPage;
  readonly isFollowing: boolean;
  readonly me: string | undefined;
}) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { number } = page.ticket;
  const followers = useQuery(extrasQuery(slug, number)).data?.followers ?? [];
  const follow = useFollow(number);
  const known = new Set<string | undefined>([me, ...followers.map(({ personId }) => personId)]);
  const others = usePeople().filter(({ personId }) => !known.has(personId));
  return (
    <>
      <Button
        fullWidth
        variant={isFollowing ? 'default' : 'filled'}
        leftSection={isFollowing ? <IconEyeOff size={15} stroke={1.7} /> : <IconEye size={15} stroke={1.7} />}
        loading={follow.isPending}
        onClick={() => follow.mutate({ personId: null, following: !isFollowing })}
      >
        {isFollowing ? m.followers.unfollow : m.followers.follow}
      </Button>
      <p className={classes.quiet}>{m.followers.about}</p>
      {followers.length > 0 && (
        <ul className={classes.people} aria-label={m.followers.title}>
          {followers.map(({ personId, name }) => (
            <li key={personId}>
              <Initials name={name} small />
              <span className={classes.personName}>{name}</span>
              <ActionIcon
                size="sm"
                aria-label={m.followers.remove(name)}
                onClick={() => follow.mutate({ personId, following: false })}
              >
                <IconX size={14} stroke={1.7} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Select
          size="xs"
          searchable
          aria-label={m.followers.add}
          placeholder={m.followers.add}
          comboboxProps={{ withinPortal: false }}
          data={others.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={null}
          onChange={(personId) => personId !== null && follow.mutate({ personId, following: true })}
        />
      )}
    </>
  );
}
