import type { DeskId, TicketId } from '@reglament/desk';
import { markAdopted } from '../store/production-calendars.ts';
import {
  openAdoptions,
  type OpenAdoption,
  ticketsOfOtherEditions,
} from '../store/queries/production-calendars.ts';
import { runCommand } from './command-ticket.ts';
import type { Context } from './context.ts';

const PAGE = 100;
/** Another node may still register tickets by the edition before, as long as it believes its list. */
const SETTLED_MS = 15_000;

export interface AdoptOptions {
  /** A ticket that can't go over keeps nobody else from it. */
  readonly onError: (error: unknown) => void;
  /** Asked between pages: true ends the round, the next one goes on. */
  readonly isOver?: () => boolean;
}

const adopt = async (context: Context, deskId: DeskId, ticketId: TicketId): Promise<void> => {
  await runCommand(context, {
    deskId,
    ticketId,
    command: { type: 'AdoptCalendars' },
    actorId: null,
    messages: [],
    seenVersion: null,
    idempotency: null,
  });
};

/** True: gone through to the end, and no ticket failed. */
const adoptInDesk = async (
  context: Context,
  { deskId, edition }: OpenAdoption,
  { onError, isOver = () => false }: AdoptOptions,
): Promise<boolean> => {
  let after: TicketId | null = null;
  let failed = false;
  for (;;) {
    const from: TicketId | null = after;
    const page: readonly TicketId[] = await context.db.inDesk(deskId, (q) =>
      ticketsOfOtherEditions(q, deskId, edition, from, PAGE),
    );
    for (const ticketId of page)
      await adopt(context, deskId, ticketId).catch((error: unknown) => {
        failed = true;
        onError(error);
      });
    if (page.length < PAGE) return !failed;
    if (isOver()) return false;
    after = page.at(-1) ?? null;
  }
};

/**
 * Brings the open deadlines of every desk to the latest edition of each production calendar (working-time row 14): one
 * transaction a ticket, each once, since a ticket that has gone over says so itself. Killed in the middle it goes on with
 * the tickets that are left.
 */
export const adoptCalendars = async (context: Context, options: AdoptOptions): Promise<void> => {
  for (const adoption of await context.db.everyDesk(openAdoptions)) {
    if (options.isOver?.() === true) return;
    const begun = context.now();
    if (!(await adoptInDesk(context, adoption, options))) continue;
    if (begun - adoption.createdAt < SETTLED_MS) continue;
    await context.db.inDesk(adoption.deskId, (q) => markAdopted(q, adoption.deskId, adoption, context.now()));
  }
};
