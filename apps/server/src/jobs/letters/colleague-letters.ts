import { colleagueNews, colleagueTicketLetter } from '../../reactions/letters/colleague-ticket.ts';
import { type ColleagueNotice, oweColleagues } from '../../store/colleague-letters.ts';
import type { ItemAbout } from '../../store/outbox.ts';
import { colleagueForLetter, colleaguesToTell } from '../../store/queries/colleague-letters.ts';
import type { TicketForLetter } from '../../store/queries/tickets.ts';
import type { Context } from '../../use-cases/context.ts';
import { isInSight, sightOf } from '../../use-cases/portal-sight.ts';
import { type Compose, copyId, nothing, only } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';
import { unsubscribeUrl } from './unsubscribe-url.ts';

/**
 * Owes a word to those colleagues of the requester who asked for it. Whether they may see the ticket is looked at when their letter
 * goes. What is owed again after a fault goes under the same ids, so that nobody is told twice.
 */
export const tellColleaguesOf = async (
  context: Context,
  { deskId, outboxId, owed }: ItemAbout<'ticket'>,
  { ticket, firstLetter }: TicketForLetter,
): Promise<void> => {
  const { companyId, contactId } = ticket;
  const news = colleagueNews.find((one) => one === owed.notice.kind);
  if (news === undefined || companyId === null) return;
  // What a robot wrote is not worth telling.
  if (firstLetter !== null && firstLetter.nature !== 'human') return;
  const notice: ColleagueNotice = { kind: 'colleague-ticket', ticketId: ticket.ticketId, news };
  await context.db.inDesk(deskId, async (q) => {
    const people = await colleaguesToTell(q, deskId, companyId, contactId);
    if (people.length === 0) return;
    const letters = people.map((one) => ({ outboxId: copyId(outboxId, one), contactId: one }));
    await oweColleagues(q, deskId, letters, notice, context.now());
  });
};

/** Word of a colleague's ticket, to somebody who may see it now and still wants it. */
export const composeColleagueLetter: Compose<ItemAbout<'contact'>> = async (context, options, item) => {
  const { deskId } = item;
  const { contactId } = item.owed;
  const { ticketId, news } = item.owed.notice as ColleagueNotice;
  const told = colleagueNews.find((one) => one === news);
  const found = await context.db.inDesk(deskId, (q) => colleagueForLetter(q, deskId, contactId, ticketId));
  if (told === undefined || found === null || !found.isWanted) return nothing;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const { ticket, companies, email } = found;
  if (!isInSight(sightOf({ contactId, companies }, regulation), ticket)) return nothing;
  const desk = options.desk(deskId);
  const language = found.language ?? 'ru';
  const unsubscribe = unsubscribeUrl(context, options.baseUrl, desk, {
    kind: 'colleague',
    contactId,
    recipient: email,
    language,
  });
  const words = colleagueTicketLetter(
    {
      deskName: desk.name,
      news: told,
      number: ticket.number,
      subject: ticket.subject,
      requesterName: ticket.requesterName,
      url: `${options.baseUrl}/p/${desk.slug}/t/${ticket.number}`,
    },
    language,
  );
  return only(
    parcelOf(desk, item, {
      about: 'colleague',
      to: { name: found.name, address: email },
      language,
      words,
      unsubscribeUrl: unsubscribe,
    }),
  );
};
