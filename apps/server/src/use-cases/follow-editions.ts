import type { DeskId, TicketId } from '@reglament/desk';
import { ticketsBehind } from '../store/queries/tickets-behind.ts';
import { runCommand } from './command-ticket.ts';
import type { Context, FollowedEdition } from './context.ts';

const PAGE = 100;

export interface FollowOptions {
  /** A ticket that can't go over keeps nobody else from it. */
  readonly onError: (error: unknown) => void;
  /** Asked between pages: true ends the round, the next one goes on. */
  readonly isOver?: () => boolean;
}

/** True: it goes by a later edition now. */
const follow = async (context: Context, deskId: DeskId, ticketId: TicketId): Promise<boolean> => {
  const outcome = await runCommand(context, {
    deskId,
    ticketId,
    command: { type: 'FollowEditions' },
    actorId: null,
    messages: [],
    seenVersion: null,
    idempotency: null,
  });
  return outcome.kind === 'done' && outcome.events.some(({ type }) => type === 'EditionFollowed');
};

/**
 * Takes the open tickets of a desk over to the edition in force where its text says that they follow it (R43, `current`): one
 * transaction a ticket, each once, since a ticket that has gone over, or can't, says so itself. Killed in the middle it goes
 * on with the tickets that are left; how late it comes makes no difference to what is counted.
 *
 * @returns how many tickets went over; `more`: the round was over before all tickets were gone through.
 */
export const followEditionsOfDesk = async (
  context: Context,
  deskId: DeskId,
  edition: FollowedEdition,
  { onError, isOver = () => false }: FollowOptions,
): Promise<{ readonly outcome: 'done' | 'more' | 'failed'; readonly gone: number }> => {
  let failed = false;
  let gone = 0;
  let after: TicketId | null = null;
  for (;;) {
    const from: TicketId | null = after;
    const page: readonly TicketId[] = await context.db.inDesk(deskId, (q) =>
      ticketsBehind(q, deskId, edition, from, PAGE),
    );
    for (const ticketId of page)
      await follow(context, deskId, ticketId).then(
        (went) => (gone += went ? 1 : 0),
        (error: unknown) => {
          failed = true;
          onError(error);
        },
      );
    if (page.length < PAGE) return { outcome: failed ? 'failed' : 'done', gone };
    if (isOver()) return { outcome: 'more', gone };
    after = page.at(-1) ?? null;
  }
};
