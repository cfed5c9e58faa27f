import {
  type Clock,
  type DeskId,
  firstWorkOf,
  isPlainTime,
  type Regulation,
  type Ticket,
} from '@reglament/desk';
import { NEVER, toTimestamp } from './database.ts';

/** The columns of `ticket` that follow from the decider's state, in the order of the statements. */
export const stateColumns = [
  'body',
  'state',
  'coverage',
  'channel',
  'type',
  'priority',
  'priority_rank',
  'package_id',
  'company_id',
  'contact_id',
  'assignee_id',
  'line_id',
  'first_work',
  'regulation_version_id',
  'local_zone',
  'calendars',
  'received_at',
  'registered_at',
  'resolved_at',
  'closed_at',
  'due_at',
  'due_clock',
  'due_schedule',
  'due_edition',
  'due_elapsed',
  'due_breached',
] as const;

/** Last in the queue: tickets without a priority. */
const NO_PRIORITY_RANK = 99;

/** The deadline that the queue goes by: of a running clock, the missed one too. */
const dueOf = (clock: Clock): number =>
  clock.status === 'running' ? (clock.dueAt ?? clock.lastDueAt ?? NEVER) : NEVER;

const nearest = (clocks: readonly Clock[]): Clock | null =>
  clocks.reduce<Clock | null>(
    (best, c) => (dueOf(c) < (best === null ? NEVER : dueOf(best)) ? c : best),
    null,
  );

const timestampOrNull = (at: number | null): string | null => (at === null ? null : toTimestamp(at));

/** A ticket's row without number, version and texts: one function, so that row and state cannot drift apart. */
export const stateRow = (
  deskId: DeskId,
  ticket: Ticket,
  regulation: Regulation,
): Record<(typeof stateColumns)[number] | 'desk_id' | 'ticket_id', unknown> => {
  const next = nearest(ticket.clocks);
  const priority = ticket.priority ?? ticket.supposedPriority;
  return {
    desk_id: deskId,
    ticket_id: ticket.ticketId,
    body: ticket,
    state: ticket.state,
    coverage: ticket.coverage.kind,
    channel: ticket.channel,
    type: ticket.type,
    priority,
    priority_rank: regulation.priorities.find((p) => p.id === priority)?.rank ?? NO_PRIORITY_RANK,
    package_id: ticket.coverage.packageId,
    company_id: ticket.companyId,
    contact_id: ticket.contactId,
    assignee_id: ticket.assigneeId,
    line_id: ticket.line?.id ?? null,
    first_work: firstWorkOf(ticket, regulation),
    regulation_version_id: ticket.regulationVersionId,
    local_zone: ticket.zone ?? null,
    calendars: ticket.calendars ?? null,
    received_at: toTimestamp(ticket.receivedAt),
    registered_at: toTimestamp(ticket.registeredAt),
    resolved_at: timestampOrNull(ticket.resolution?.at ?? null),
    closed_at: timestampOrNull(ticket.closedAt),
    due_at: toTimestamp(next === null ? NEVER : dueOf(next)),
    due_clock: next?.id ?? null,
    due_schedule: next?.rule.schedule ?? null,
    due_edition: next?.rule.calendar?.edition ?? null,
    due_elapsed: next !== null && isPlainTime(next.rule),
    due_breached: next !== null && next.breachedAt !== null,
  };
};
