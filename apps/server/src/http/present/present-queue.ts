import type { QueueTicket } from '@reglament/contract';
import type { Regulation, Text } from '@reglament/desk';
import type { QueueRow } from '../../store/queries/queue.ts';

const iso = (at: number): string => new Date(at).toISOString();
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

const nextDueOf = (row: QueueRow, regulation: Regulation): QueueTicket['nextDue'] =>
  row.dueClock === null
    ? null
    : {
        clock: row.dueClock,
        name: named(regulation.clocks, row.dueClock),
        dueAt: iso(row.dueAt),
        schedule: row.dueElapsed ? null : row.dueSchedule,
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
  requester: { contactId: row.contactId, name: row.requesterName, email: row.requesterEmail ?? '' },
  package:
    row.packageId === null ? null : { id: row.packageId, name: named(regulation.packages, row.packageId) },
  assignee: row.assigneeId === null ? null : { personId: row.assigneeId, name: row.assigneeName ?? '' },
  registeredAt: iso(row.registeredAt),
  nextDue: nextDueOf(row, regulation),
  lastMessage: { at: iso(row.lastMessageAt), from: row.lastMessageFrom },
  version: row.version,
});
