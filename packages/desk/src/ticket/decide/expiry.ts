import type { Instant } from '@reglament/working-time';
import { type Coverage, explainEntitlement } from '../../certificate/entitle.ts';
import { stopClock, type Clock } from '../../clock/index.ts';
import type { ClauseId } from '../../regulation/regulation.ts';
import type { TicketCommand } from '../commands.ts';
import type { TicketEvent } from '../events.ts';
import { accept } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { armClocks } from './arm-clocks.ts';
import { type Facts, inTurn, say, type Step } from './facts.ts';
import { retargetClocks } from './retarget-clocks.ts';
import { serves } from './serves.ts';
import type { Decided } from './staff.ts';

type RingExpiry = Extract<TicketCommand, { readonly type: 'RingExpiry' }>;

/** When the ticket's certificate ends with the ticket still open; null: it is served to its own end, or is at it (R38). */
export const expiresAt = ({ state, coverage }: Ticket): Instant | null =>
  coverage.kind !== 'covered' ||
  coverage.endsAt === undefined ||
  (state !== 'new' && state !== 'in-progress' && state !== 'waiting-for-customer')
    ? null
    : coverage.endsAt;

/** Missed while it was promised, or judged in an earlier run: that stays on record. */
const isOnRecord = (clock: Clock, endedAt: Instant): boolean =>
  clock.outcome !== null ||
  (clock.firstBreachAt !== null && clock.firstBreachAt < endedAt) ||
  (clock.dueAt !== null && clock.dueAt < endedAt);

/** Nothing is promised any more: what was neither met nor missed by then ends unjudged. */
export const endClocks =
  (endedAt: Instant, why: 'certificate-ended' | 'merged'): Step =>
  (ticket, facts) =>
    ticket.clocks
      .filter((clock) => clock.status !== 'stopped')
      .map((clock): TicketEvent => {
        if (!isOnRecord(clock, endedAt)) return { type: 'ClockWithdrawn', clock, cause: why };
        const cause = 'no-longer-promised';
        return {
          type: 'ClockStopped',
          clock: stopClock(clock, endedAt, cause, facts.calendars),
          cause,
        };
      });

/** Another certificate serves on; what everybody gets without one does not carry on what a certificate began. */
const afterEnd = (found: Coverage, before: Coverage, endedAt: Instant, clause: ClauseId): Coverage => {
  if (found.kind === 'covered') return found;
  if (found.kind === 'channel') return { ...found, endedAt };
  if (found.kind === 'not-entitled' && found.certificateId !== null) return { ...found, endedAt };
  const certificateId = before.kind === 'covered' ? before.certificateId : null;
  return { kind: 'not-entitled', reason: 'expired', packageId: null, certificateId, clause, endedAt };
};

/**
 * The certificate that covers an open ticket has ended and the regulation serves it no longer (R38, its alternative): what the
 * company holds at that moment goes on serving it, nothing ends its clocks. Judged by the moment of the end, however late
 * the alarm rings.
 */
export const ringExpiry = (command: RingExpiry, ticket: Ticket, facts: Facts): Decided => {
  const endedAt = expiresAt(ticket);
  if (endedAt === null || facts.now < endedAt) return accept([]);
  const { coverage: found, trail: tried } = explainEntitlement(facts.regulation, {
    companyKnown: true,
    certificates: command.certificates ?? [],
    ...command.known,
    ...(ticket.about === undefined ? {} : { product: ticket.about.name }),
    channel: ticket.channel,
    priority: ticket.priority ?? ticket.supposedPriority,
    at: endedAt,
    ticketType: ticket.type,
    calendars: facts.calendars,
  });
  const { lifecycle, entitlement } = facts.regulation;
  const coverage = afterEnd(found, ticket.coverage, endedAt, entitlement.clause);
  const { clause } = lifecycle.afterExpiry;
  const steps = serves(coverage)
    ? [retargetClocks('package'), armClocks]
    : [endClocks(endedAt, 'certificate-ended')];
  return accept(
    inTurn(ticket, facts, [
      say({ type: 'CertificateEnded', at: endedAt, coverage, tried, clause }),
      ...steps,
    ]),
  );
};
