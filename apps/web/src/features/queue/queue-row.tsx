import type { QueueTicket } from '@reglament/contract';
import type { Calendar } from '@reglament/working-time';
import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, type Ref } from 'react';
import { Countdown } from '../../desk/countdown.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { PriorityMark } from '../../desk/priority-mark.tsx';
import { TagChip } from '../../desk/tag-chip.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { StateLabel } from '../../ui/state-label.tsx';
import classes from './queue.module.css';

/** What stands before the customer's name: what is still to be classified, the line that has it, or nothing. */
export type RowTags = 'work' | 'line' | 'none';

interface Props {
  readonly ticket: QueueTicket;
  /** The hours its deadline was counted by; null: plain time. */
  readonly calendar: Calendar | null;
  readonly tags: RowTags;
  /** Chosen for a common change; null: nobody may change it. */
  readonly isChosen: boolean | null;
  readonly onChoose: (number: number, through: boolean) => void;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly onFocus: (index: number) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** More would crowd out whose ticket it is. */
const SHOWN_TAGS = 2;

export const QueueRow = memo(function QueueRow({
  ticket,
  calendar,
  tags,
  isChosen,
  onChoose,
  index,
  top,
  onFocus,
  ref,
}: Props) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const isFresh = ticket.lastMessage?.from === 'customer' && ticket.state !== 'closed';
  return (
    <div
      ref={ref}
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-fresh={isFresh}
      data-chosen={isChosen === true}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className={`${classes.priority} ${classes.hinted}`}>
        <PriorityMark priority={ticket.priority} />
        {isChosen !== null && (
          <input
            type="checkbox"
            className={classes.choose}
            aria-label={m.bulk.choose(ticket.number)}
            checked={isChosen}
            tabIndex={-1}
            onClick={(event) => onChoose(ticket.number, event.shiftKey)}
            onChange={() => undefined}
          />
        )}
      </span>
      <span role="cell" className={classes.number}>
        {ticket.number}
      </span>
      <span role="cell" className={`${classes.channel} ${classes.hinted}`}>
        <ChannelIcon channel={ticket.channel} />
      </span>
      <span role="cell" className={classes.subject}>
        <Link
          to="/d/$desk/t/$number"
          params={{ desk: slug, number: String(ticket.number) }}
          className={classes.open}
          preload="intent"
          onFocus={() => onFocus(index)}
        >
          {isFresh && (
            <>
              <i className={classes.fresh} />
              <VisuallyHidden>{m.queue.customerWroteLast}: </VisuallyHidden>
            </>
          )}
          {ticket.subject || m.queue.noSubject}
        </Link>
        <span className={classes.client}>
          <span className={classes.who}>
            <Tags ticket={ticket} tags={tags} />
            {ticket.company === null ? (
              m.queue.noCompany
            ) : (
              <span className={classes.company}>{ticket.company.name}</span>
            )}
            {` · ${ticket.requester.name || ticket.requester.email}`}
          </span>
          {ticket.tags.length > 0 && (
            <span className={classes.tagsOfStaff}>
              {ticket.tags.slice(0, SHOWN_TAGS).map((tag) => (
                <TagChip key={tag.tagId} tag={tag} />
              ))}
              {ticket.tags.length > SHOWN_TAGS && <span>+{ticket.tags.length - SHOWN_TAGS}</span>}
            </span>
          )}
        </span>
      </span>
      <span role="cell" className={`${classes.state} ${classes.cut}`}>
        <StateLabel state={ticket.state} />
      </span>
      <span
        role="cell"
        className={`${classes.package} ${classes.cut} ${ticket.package === null ? classes.dim : ''}`}
      >
        {ticket.package === null ? m.queue.noPackage : say(ticket.package.name)}
      </span>
      <span
        role="cell"
        className={`${classes.assignee} ${classes.cut} ${ticket.assignee === null ? classes.dim : ''}`}
      >
        {ticket.assignee?.name ?? m.queue.unassigned}
      </span>
      <span role="cell" className={`${classes.due} ${classes.hinted}`}>
        <Due ticket={ticket} calendar={calendar} />
      </span>
    </div>
  );
});

function Tags({ ticket, tags }: Pick<Props, 'ticket' | 'tags'>) {
  const { m, say } = useI18n();
  const told =
    tags === 'work'
      ? ticket.firstWork.map((work) => m.queue.firstWork[work])
      : tags === 'line' && ticket.line !== null
        ? [say(ticket.line.name)]
        : [];
  return told.map((text) => (
    <span key={text} className={classes.tag}>
      {text}
    </span>
  ));
}

function Due({ ticket, calendar }: Pick<Props, 'ticket' | 'calendar'>) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  const due = ticket.nextDue;
  if (due === null) return <span className={classes.dim}>{m.queue.noDue}</span>;
  return (
    <>
      <Countdown dueAt={due.dueAt} schedule={due.schedule} calendar={calendar} />
      <span className={`${classes.clock} ${classes.cut}`}>
        {dates.short(due.dueAt)} · {say(due.name)}
      </span>
    </>
  );
}
