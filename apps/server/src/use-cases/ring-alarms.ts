import type { Certificate } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type AlarmedTicket, type ClaimedTicket, claimDueAlarms, staffOf } from '../store/alarms.ts';
import { type PostponedAlarm, type RungTicket, writeRung } from '../store/alarms-rung.ts';
import { companyCertificates } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { tellFollowers } from '../store/followers.ts';
import { regulationAfter, regulationOf } from './command-ticket.ts';
import type { Context } from './context.ts';
import { ringAlarmsOf, toldOf } from './ring-alarm.ts';

/** Those that can't be rung are tried again after this: not at every round, and not before those that can. */
export const AGAIN_MS = 30_000;

/** A node that hangs in the middle lets go of its claims after this; one that dies, at once. */
const HELD_AT_MOST = '5s';

interface Decided {
  readonly rung: readonly (RungTicket & { readonly number: number })[];
  readonly postponed: readonly PostponedAlarm[];
}

/** What a ticket's company holds now, where its certificate is about to have ended. */
const certificatesFor = async (
  q: Queries,
  { deskId, ticket, alarms }: ClaimedTicket,
): Promise<readonly Certificate[]> => {
  const { companyId } = ticket;
  if (companyId === null || !alarms.some(({ kind }) => kind === 'expiry')) return [];
  return (await companyCertificates(q, deskId, companyId)) ?? [];
};

const decideAll = async (
  context: Context,
  q: Queries,
  claimed: readonly ClaimedTicket[],
  now: Instant,
  onError: (error: unknown) => void,
): Promise<Decided> => {
  const rung: Decided['rung'][number][] = [];
  const postponed: PostponedAlarm[] = [];
  for (const one of claimed) {
    const { deskId, ticketId, number, version } = one;
    try {
      const pinned = await regulationOf(context, deskId, one.ticket);
      const later = await context.regulations.laterEditions(deskId, one.ticket, now);
      const { ticket, events } = ringAlarmsOf(one, pinned, later, now, await certificatesFor(q, one));
      const regulation = regulationAfter(ticket, pinned, later);
      if (events.length > 0) rung.push({ deskId, ticket, regulation, version, events, number });
    } catch (error) {
      onError(error);
      const at = (now + AGAIN_MS) as Instant;
      postponed.push(...one.alarms.map((alarm) => ({ deskId, ticketId, alarm, at })));
    }
  }
  return { rung, postponed };
};

const ringInTransaction = async (
  context: Context,
  q: Queries,
  tickets: readonly AlarmedTicket[],
  onError: (error: unknown) => void,
): Promise<{ claimed: number; rung: Decided['rung'] }> => {
  const now = context.now();
  // Travels with the claim: nobody waits for its answer.
  const limited = q.query(
    'alarm-patience',
    `set local idle_in_transaction_session_timeout = '${HELD_AT_MOST}'`,
  );
  limited.catch(() => undefined);
  const claimed = await claimDueAlarms(q, tickets, now);
  await limited;
  if (claimed.length === 0) return { claimed: 0, rung: [] };
  const asked = staffOf(q, [...new Set(claimed.map((c) => c.deskId))]);
  asked.catch(() => undefined);
  const { rung, postponed } = await decideAll(context, q, claimed, now, onError);
  const staff = await asked;
  const told = rung.flatMap((one) => toldOf({ ...one, at: now }, staff, context.newId));
  for (const { deskId, ticket, events } of rung)
    if (events.some(({ type }) => type === 'TicketClosed'))
      await tellFollowers(q, deskId, {
        ticketId: ticket.ticketId,
        word: { kind: 'followed-changed', threshold: `${ticket.state}:${now}` },
        actorId: null,
        at: now,
      });
  if (rung.length > 0 || postponed.length > 0)
    await writeRung(q, { at: now, tickets: rung, told, postponed, newId: context.newId });
  return { claimed: claimed.reduce((sum, c) => sum + c.alarms.length, 0), rung };
};

/**
 * Rings the due alarms of those tickets that nobody is at: claimed, decided, written and told to people in one transaction, so
 * each exactly once, whatever dies in the middle. What cannot be decided is reported and postponed; the others ring.
 *
 * @returns how many alarms were claimed.
 */
export const ringAlarmsOfTickets = async (
  context: Context,
  tickets: readonly AlarmedTicket[],
  onError: (error: unknown) => void,
): Promise<number> => {
  const { claimed, rung } = await context.db.everyDesk((q) =>
    ringInTransaction(context, q, tickets, onError),
  );
  // People hear first of what they are told, then of what changed.
  for (const deskId of new Set(rung.map((r) => r.deskId)))
    context.hint({ deskId, kind: 'notification', number: 0 });
  for (const { deskId, number } of rung) context.hint({ deskId, kind: 'ticket', number });
  return claimed;
};
