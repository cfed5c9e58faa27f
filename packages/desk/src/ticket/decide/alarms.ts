import type { Instant } from '@reglament/working-time';
import { breachClock, markOf, sameMark } from '../../clock/index.ts';
import type { TicketCommand } from '../commands.ts';
import { pastOf } from '../past.ts';
import { accept } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { type Facts, inTurn, say } from './facts.ts';
import { stopClocks, withdrawNoticeStop } from './run-clocks.ts';
import type { Decided } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

const nothing: Decided = accept([]);

/** An alarm told this much after its instant is marked as late: the desk was not running. */
const LATE_AFTER_MS = 60_000;

/** `lateMs` of what is told now and was due at `instant`; nothing while that is in time. */
export const lateness = (instant: Instant, now: Instant): { readonly lateMs?: number } =>
  now - instant >= LATE_AFTER_MS ? { lateMs: now - instant } : {};

/**
 * A warning rings once, and only while its clock still runs towards the same deadline. When that has passed already,
 * nobody is warned of it: the breach is told instead.
 */
export const ringWarning = (command: CommandOf<'RingWarning'>, ticket: Ticket, facts: Facts): Decided => {
  if (ticket.state === 'closed') return nothing;
  const due = ticket.warnings.find(
    (w) => w.clock === command.clock && sameMark(w, command) && w.at <= facts.now,
  );
  const clock = ticket.clocks.find((c) => c.id === command.clock);
  if (due === undefined || clock === undefined || clock.status !== 'running' || clock.dueAt === null)
    return nothing;
  if (facts.now > clock.dueAt) return nothing;
  return accept([
    {
      type: 'ClockWarned',
      clockId: clock.id,
      ...markOf(command),
      dueAt: clock.dueAt,
      ...lateness(due.at, facts.now),
    },
  ]);
};

/** A running clock past its deadline is missed; stopped at the deadline itself it was met (working-time rule 9). */
export const ringBreach = (command: CommandOf<'RingBreach'>, ticket: Ticket, facts: Facts): Decided => {
  const clock = ticket.clocks.find((c) => c.id === command.clock);
  if (
    ticket.state === 'closed' ||
    clock === undefined ||
    clock.status !== 'running' ||
    clock.dueAt === null ||
    clock.breachedAt !== null ||
    facts.now <= clock.dueAt
  )
    return nothing;
  const untold = ticket.warnings.filter((w) => w.clock === clock.id).map(markOf);
  return accept([
    {
      type: 'ClockBreached',
      clock: breachClock(clock, clock.dueAt),
      dueAt: clock.dueAt,
      ...lateness(clock.dueAt, facts.now),
      ...(untold.length === 0 ? {} : { untold }),
    },
  ]);
};

/** Not of a day that is over: the closing itself is due then. */
export const ringClosingWarning = (ticket: Ticket, facts: Facts): Decided => {
  const { resolution } = ticket;
  if (
    ticket.state !== 'resolved' ||
    resolution === null ||
    resolution.closesAt === null ||
    resolution.warnAt === null ||
    resolution.warnAt > facts.now ||
    resolution.closesAt <= facts.now
  )
    return nothing;
  return accept([{ type: 'ClosingWarned', closesAt: resolution.closesAt }]);
};

/** No answer within the days of the regulation: closed (OW-9). */
export const ringClosing = (ticket: Ticket, facts: Facts): Decided => {
  const closesAt = ticket.resolution?.closesAt ?? null;
  if (ticket.state !== 'resolved' || closesAt === null || closesAt > facts.now) return nothing;
  return accept([{ type: 'TicketClosed', cause: 'no-answer', at: facts.now }]);
};

/** The receiving server took the notice with the number (CN-REACT, R34). */
export const recordNoticeAccepted = (
  command: CommandOf<'RecordNoticeAccepted'>,
  ticket: Ticket,
  facts: Facts,
): Decided =>
  accept(
    inTurn(ticket, facts, [
      say({ type: 'NoticeAccepted', notice: 'registration', at: command.at }),
      stopClocks('registration-notice', command.at),
    ]),
  );

/** When the notice was accepted, if a clock of this regulation stays stopped by it however it ended (R34). */
const acceptedAt = (ticket: Ticket, { regulation }: Facts): { readonly acceptedAt?: Instant } => {
  const at = pastOf(ticket).first['registration-notice'];
  const stays = regulation.clocks.some(({ onBounce }) => onBounce === 'leave');
  return stays && at !== undefined ? { acceptedAt: at } : {};
};

/** The notice came back: the stop is withdrawn (R34). Clocks of a closed or uncovered ticket stand as they are. */
export const recordNoticeBounced = (
  command: CommandOf<'RecordNoticeBounced'>,
  ticket: Ticket,
  facts: Facts,
): Decided =>
  accept(
    inTurn(ticket, facts, [
      say({
        type: 'NoticeBounced',
        notice: 'registration',
        messageId: command.messageId,
        ...acceptedAt(ticket, facts),
      }),
      withdrawNoticeStop,
    ]),
  );
