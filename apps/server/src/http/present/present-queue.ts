import type { QueueTicket, TicketPage } from '@reglament/contract';
import {
  type CountingRule,
  localZoneOf,
  type Regulation,
  scheduleKey,
  scheduleOfRule,
  type Text,
} from '@reglament/desk';
import type { Schedule } from '@reglament/working-time';
import type { QueueRow } from '../../store/queries/queue.ts';
import { presentHours } from './present-clock.ts';
import { iso } from './iso.ts';

type QueueHours = TicketPage['schedules'][number];

const named = (list: readonly { readonly id: string; readonly name: Text }[], id: string): Text =>
  list.find((x) => x.id === id)?.name ?? { ru: id, en: id };

const priorityOf = (row: QueueRow, regulation: Regulation): QueueTicket['priority'] =>
  row.priority === null
    ? null
    : {
        id: row.priority,
        rank: row.priorityRank,
        name: named(regulation.priorities, row.priority),
        supposed: row.supposed,
      };

type DueHours = Pick<CountingRule, 'schedule' | 'calendar' | 'zone'>;

/** The hours of a row's deadline and their key: versions of a regulation may call other hours by one name. null: plain time. */
export const hoursOf = (
  row: Pick<QueueRow, 'dueSchedule' | 'dueElapsed' | 'dueEdition' | 'regulationVersionId'>,
  regulation: Regulation,
): { readonly key: string; readonly rule: DueHours } | null => {
  if (row.dueSchedule === null || row.dueElapsed) return null;
  const calendar = row.dueEdition === null ? null : { id: '', edition: row.dueEdition };
  const zone = localZoneOf(regulation, row.dueSchedule);
  const rule = { schedule: row.dueSchedule, calendar, ...(zone === undefined ? {} : { zone }) };
  return { key: `${row.regulationVersionId}/${scheduleKey(rule)}`, rule };
};

/** The hours that a page's deadlines were counted by, each once however many rows there are. */
export const presentQueueHours = (
  page: readonly { readonly row: QueueRow; readonly regulation: Regulation }[],
): QueueHours[] => {
  const found = new Map<string, Schedule>();
  for (const { row, regulation } of page) {
    const hours = hoursOf(row, regulation);
    if (hours === null || found.has(hours.key)) continue;
    const schedule = scheduleOfRule(hours.rule, regulation);
    if (schedule !== null) found.set(hours.key, schedule);
  }
  return [...found].map(([key, schedule]) => presentHours(key, schedule));
};

const nextDueOf = (row: QueueRow, regulation: Regulation): QueueTicket['nextDue'] =>
  row.dueClock === null
    ? null
    : {
        clock: row.dueClock,
        name: named(regulation.clocks, row.dueClock),
        dueAt: iso(row.dueAt),
        schedule: row.dueElapsed ? null : row.dueSchedule,
        hours: hoursOf(row, regulation)?.key ?? null,
        breached: row.dueBreached,
      };

/** A queue row as the API shows it; names come from the ticket's own version of the regulation. */
export const presentQueueRow = (row: QueueRow, regulation: Regulation): QueueTicket => ({
  ticketId: row.ticketId,
  number: row.number,
  subject: row.subject,
  state: row.state,
  channel: row.channel as QueueTicket['channel'],
  type: row.type === null ? null : { id: row.type, name: named(regulation.ticketTypes, row.type) },
  priority: priorityOf(row, regulation),
  company: row.companyId === null ? null : { companyId: row.companyId, name: row.companyName ?? '' },
  requester: {
    contactId: row.contactId,
    name: row.requesterName,
    email: row.requesterEmail ?? '',
    phone: row.requesterPhone,
  },
  package:
    row.packageId === null ? null : { id: row.packageId, name: named(regulation.packages, row.packageId) },
  assignee: row.assigneeId === null ? null : { personId: row.assigneeId, name: row.assigneeName ?? '' },
  line: row.lineId === null ? null : { id: row.lineId, name: named(regulation.lines, row.lineId) },
  firstWork: [...row.firstWork],
  registeredAt: iso(row.registeredAt),
  nextDue: nextDueOf(row, regulation),
  tags: [...row.tags],
  lastMessage: { at: iso(row.lastMessageAt), from: row.lastMessageFrom },
  version: row.version,
});
