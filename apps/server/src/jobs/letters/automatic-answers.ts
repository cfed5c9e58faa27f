import type { LetterId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { countAutomatic } from '../../store/letters.ts';
import type { OutboxItem } from '../../store/outbox.ts';
import type { Context } from '../../use-cases/context.ts';

const HOUR_MS = 3_600_000;
const AUTOMATIC_PER_HOUR = 3;

/** Answers of the desk itself that went to an address within `windowMs`, and about a ticket ever; this letter is not counted. */
export const automaticTo = (
  context: Context,
  { deskId, outboxId }: OutboxItem,
  to: { readonly address: string; readonly ticketId: TicketId | null; readonly windowMs: number },
): Promise<{ readonly toAddress: number; readonly ofTicket: number }> =>
  context.db.inDesk(deskId, (q) =>
    countAutomatic(q, {
      deskId,
      address: to.address,
      ticketId: to.ticketId,
      since: (context.now() - to.windowMs) as Instant,
      except: outboxId as LetterId,
    }),
  );

/** Why the desk itself must not say that it has received something; null: it may (R8, R9). */
export const receiptHeldBack = async (
  context: Context,
  item: OutboxItem,
  asked: {
    readonly address: string;
    readonly ticketId: TicketId | null;
    /** What wrote the letter that it began with; null: no letter did. */
    readonly firstLetter: { readonly nature: string | null } | null;
    /** Whether the address is known to be the writer's own: anybody may type anybody's. */
    readonly verified: boolean;
  },
): Promise<string | null> => {
  const { address, ticketId, firstLetter, verified } = asked;
  if (firstLetter !== null && firstLetter.nature !== 'human')
    return `robot: ${firstLetter.nature ?? 'unread'}`;
  const windowMs = verified ? HOUR_MS : 24 * HOUR_MS;
  const limit = verified ? AUTOMATIC_PER_HOUR : 1;
  const sent = await automaticTo(context, item, { address, ticketId, windowMs });
  if (sent.ofTicket >= 1) return 'limit: one automatic answer a ticket';
  return sent.toAddress >= limit ? `limit: ${limit} automatic answers in ${windowMs / HOUR_MS} h` : null;
};
