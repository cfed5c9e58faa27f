import { retargetClock, type Clock } from '../../clock/index.ts';
import type { TicketCommand } from '../commands.ts';
import type { TicketEvent } from '../events.ts';
import { accept, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { endClocks } from './expiry.ts';
import { type Facts, inTurn, say, type Step } from './facts.ts';
import { dueOf, isDueBefore } from './retarget-clocks.ts';
import type { Decided } from './staff.ts';
import { warningsOf } from './warnings-of.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

const isOpen = ({ state }: Ticket): boolean =>
  state === 'new' || state === 'in-progress' || state === 'waiting-for-customer';

/**
 * Two tickets of one person about one problem: this one closes, the other goes on for both. Its running clocks end unjudged, a
 * miss stays on record. Tickets of different people stay apart: each would read what the other wrote.
 */
export const mergeInto = (command: CommandOf<'MergeInto'>, ticket: Ticket, facts: Facts): Decided => {
  const { kept, messageId } = command;
  if (ticket.state === 'closed') return refuse('already-closed');
  if (kept.ticketId === ticket.ticketId) return refuse('merge-into-itself');
  if (kept.contactId !== ticket.contactId) return refuse('merge-other-requester');
  if (!isOpen(kept) && !(kept.state === 'not-entitled' && ticket.state === 'not-entitled'))
    return refuse(kept.state === 'not-entitled' ? 'merge-into-uncovered' : 'merge-into-closed');
  const { now } = facts;
  return accept(
    inTurn(ticket, facts, [
      say({ type: 'TicketLinked', relation: 'merged-into', ticketId: kept.ticketId, messageId }),
      endClocks(now, 'merged'),
      say({ type: 'TicketClosed', cause: 'merged', at: now, into: kept.ticketId }),
    ]),
  );
};

/** The promise of the other ticket where it is due first and not missed yet; null: the clock's own stays. */
const earlierPromise = (clock: Clock, gone: Ticket, facts: Facts): TicketEvent | null => {
  const other = gone.clocks.find(({ id }) => id === clock.id);
  if (clock.status === 'stopped' || other === undefined || other.status === 'stopped') return null;
  const at = dueOf(other, facts);
  if (at === null || at <= facts.now || !isDueBefore(other, clock, facts)) return null;
  const rule = {
    ...clock.rule,
    target: { kind: 'agreed-date', at, pausesMoveIt: true },
    clause: facts.regulation.lifecycle.merge?.clause ?? other.rule.clause,
    merged: true,
  } as const;
  const after = retargetClock(clock, rule, facts.now, 'merge', facts.calendars);
  return {
    type: 'ClockRetargeted',
    clock: after,
    warnings: warningsOf(after, facts, facts.now),
    cause: 'merge',
    dueBefore: clock.dueAt,
  };
};

/** Where the file does not speak of merging, no promise gets worse by it. */
const keepFirstDue =
  (gone: Ticket): Step =>
  (ticket, facts) =>
    facts.regulation.lifecycle.merge?.clocks === 'of-the-kept'
      ? []
      : ticket.clocks.flatMap((clock) => earlierPromise(clock, gone, facts) ?? []);

/** The other side of a merge: whose clocks go on is what `lifecycle.merge` says. */
export const takeOver = (command: CommandOf<'TakeOver'>, ticket: Ticket, facts: Facts): Decided => {
  const { gone, messageId } = command;
  return accept(
    inTurn(ticket, facts, [
      say({ type: 'TicketLinked', relation: 'merged-from', ticketId: gone.ticketId, messageId }),
      keepFirstDue(gone),
    ]),
  );
};
