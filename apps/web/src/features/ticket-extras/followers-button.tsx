import type { TicketPage } from '@reglament/contract';
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { onOpening } from '../../ui/on-opening.tsx';
import classes from './ticket-extras.module.css';
import { extrasQuery } from './use-extras.ts';

const Followers = onOpening(async () => (await import('./followers.tsx')).Followers);

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
