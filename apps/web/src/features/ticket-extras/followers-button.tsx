import type { TicketPage } from '@reglament/contract';
import { ActionIcon, Button, Popover, Select, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Initials } from '../../ui/initials.tsx';
import classes from './ticket-extras.module.css';
import { extrasQuery, useFollow, usePeople } from './use-extras.ts';

/** Who follows the ticket; oneself and colleagues may be added. */
export function FollowersButton({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const { number } = page.ticket;
  const followers = useQuery(extrasQuery(slug, number)).data?.followers ?? [];
  const me = useQuery(sessionQuery).data?.person.personId;
  const isFollowing = followers.some(({ personId }) => personId === me);
  if (summary.role === 'sales') return null;
  const label =
    followers.length === 0
      ? m.followers.title
      : `${m.followers.title}: ${m.followers.count(followers.length)}`;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={280} shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={label} disabled={isOpen}>
          <ActionIcon
            variant="default"
            size={32}
            w={followers.length > 0 ? 46 : 32}
            aria-label={label}
            data-active={isFollowing}
            className={classes.eye}
            onClick={() => setIsOpen(!isOpen)}
          >
            <IconEye size={17} stroke={1.7} aria-hidden />
            {followers.length > 0 && <span className={classes.count}>{followers.length}</span>}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={12} aria-label={m.followers.title}>
        <Followers page={page} isFollowing={isFollowing} me={me} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Followers({
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
