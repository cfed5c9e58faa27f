import type { DeskId, TicketId } from '@reglament/desk';
import {
  type StatusDesk,
  statusDesk,
  statusTicket,
  type StatusTicket,
} from '../store/queries/status-page.ts';
import { readToken, recipientOfToken } from '../tokens/ticket-token.ts';
import type { Context } from '../use-cases/context.ts';

export interface OpenedLink {
  readonly desk: StatusDesk;
  readonly found: StatusTicket;
  /** Address that the link was given to. */
  readonly email: string;
}

const nobody = {
  deskId: '00000000-0000-0000-0000-000000000000' as DeskId,
  ticketId: '00000000-0000-0000-0000-000000000000' as TicketId,
};

/** The ticket behind a signed link; null for every fault alike, be it the desk, the number or the signature. */
export const openStatusLink = async (
  context: Context,
  slug: string,
  token: string,
): Promise<OpenedLink | null> => {
  const read = readToken(token);
  if (read === null) return null;
  const desk = await statusDesk(context.db.plain, slug);
  if (desk === null) return null;
  const found = await context.db.inDesk(desk.deskId, (q) => statusTicket(q, desk.deskId, read.number));
  const recipients = [found?.contactEmail ?? '—'];
  // A number that is not there costs the same reckoning as one that is.
  const subject = found === null ? nobody : { deskId: desk.deskId, ticketId: found.ticketId };
  const email = recipientOfToken(context.secret, 'status', read, subject, recipients);
  return found === null || found.contactEmail === null || email === null ? null : { desk, found, email };
};
