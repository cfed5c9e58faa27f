import type { Instant } from '@reglament/working-time';
import { markOf, warningKey } from '../clock/warning-mark.ts';
import type { ClockId, WarningMark } from '../regulation/regulation.ts';
import { expiresAt } from './decide/expiry.ts';
import type { Ticket } from './ticket.ts';

/** An instant at which the ticket must be looked at again. `key` is unique within the ticket. */
export type Alarm =
  | (WarningMark & {
      readonly kind: 'warning';
      readonly key: string;
      readonly at: Instant;
      readonly clock: ClockId;
    })
  | { readonly kind: 'breach'; readonly key: string; readonly at: Instant; readonly clock: ClockId }
  | {
      readonly kind: 'closing-warning' | 'closing' | 'expiry';
      readonly key: string;
      readonly at: Instant;
    };

/** All alarms that the ticket's state asks for: the store keeps exactly these. */
export const alarmsOf = (ticket: Ticket): readonly Alarm[] => {
  if (ticket.state === 'closed') return [];
  const alarms: Alarm[] = ticket.warnings.map((w) => ({
    kind: 'warning',
    key: `warning:${w.clock}:${warningKey(w)}`,
    at: w.at,
    clock: w.clock,
    ...markOf(w),
  }));
  for (const c of ticket.clocks) {
    // One millisecond past the deadline: at the deadline itself it is still met.
    if (c.status === 'running' && c.dueAt !== null && c.breachedAt === null)
      alarms.push({ kind: 'breach', key: `breach:${c.id}`, at: (c.dueAt + 1) as Instant, clock: c.id });
  }
  if (ticket.state === 'resolved' && ticket.resolution !== null) {
    const { warnAt, closesAt } = ticket.resolution;
    if (warnAt !== null) alarms.push({ kind: 'closing-warning', key: 'closing-warning', at: warnAt });
    if (closesAt !== null) alarms.push({ kind: 'closing', key: 'closing', at: closesAt });
  }
  const endsAt = expiresAt(ticket);
  if (endsAt !== null) alarms.push({ kind: 'expiry', key: 'expiry', at: endsAt });
  return alarms;
};
