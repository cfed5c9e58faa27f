import type { TicketPage } from '@reglament/contract';
import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { TagChip } from '../../desk/tag-chip.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { KeptCheckbox } from '../../ui/kept-checkbox.tsx';
import classes from './ticket-extras.module.css';
import { tagsQuery, useTagTicket } from './use-extras.ts';

/** The ticket's tags, and a list to put others on. */
export function TagEditor({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { summary } = useDesk();
  const { tags } = page.ticket;
  const [isOpen, setIsOpen] = useState(false);
  const mayChange = summary.role !== 'sales';
  return (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <TagChip key={tag.tagId} tag={tag} />
      ))}
      {mayChange && (
        <Popover
          opened={isOpen}
          onChange={setIsOpen}
          position="bottom-start"
          width={260}
          shadow="md"
          trapFocus
        >
          <Popover.Target>
            <UnstyledButton
              className={classes.addTag}
              aria-label={tags.length === 0 ? `${m.tags.add}: ${m.tags.change}` : m.tags.change}
              onClick={() => setIsOpen(!isOpen)}
            >
              <IconTag size={14} stroke={1.7} aria-hidden />
              {tags.length === 0 && m.tags.add}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown p={10} aria-label={m.tags.change}>
            <Choices page={page} />
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}

/** From so many on a list is searched, not read. */
const SEARCHED_FROM = 8;

function Choices({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { data } = useQuery(tagsQuery(slug));
  const [typed, setTyped] = useState('');
  const has = new Set(page.ticket.tags.map(({ tagId }) => tagId));
  if (data === undefined) return <p className={classes.quiet}>{m.common.loading}</p>;
  const offered = data.tags.filter(({ retired, tagId }) => !retired || has.has(tagId));
  if (offered.length === 0) return <p className={classes.quiet}>{m.tags.none}</p>;
  const found = offered.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <>
      {offered.length >= SEARCHED_FROM && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={m.tags.find}
          placeholder={m.tags.find}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul className={classes.choices}>
        {found.map((tag) => (
          <li key={tag.tagId}>
            <Choice number={page.ticket.number} tag={tag} isOn={has.has(tag.tagId)} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={classes.quiet}>{m.tags.nothingFound}</p>}
    </>
  );
}

function Choice({
  number,
  tag,
  isOn,
}: {
  readonly number: number;
  readonly tag: TicketPage['ticket']['tags'][number];
  readonly isOn: boolean;
}) {
  const change = useTagTicket(number);
  const keep = (isWanted: boolean) =>
    change.mutateAsync(isWanted ? { add: [tag.tagId], remove: [] } : { add: [], remove: [tag.tagId] });
  return <KeptCheckbox size="xs" checked={isOn} label={<TagChip tag={tag} />} onKeep={keep} />;
}
