import type { Notice } from '@reglament/desk';
import type { NoticeFacts } from '../../reactions/notice-facts.ts';
import { renderNotice } from '../../reactions/render-notice.ts';
import { contactsWithout, type OptionalLetter, subscriber } from '../../store/queries/contact-profiles.ts';
import { ticketToken } from '../../tokens/ticket-token.ts';
import { noteCommissioning } from '../../use-cases/note-commissioning.ts';
import { partnersToday } from '../../use-cases/partners-today.ts';
import { receiptHeldBack } from './automatic-answers.ts';
import type { Parcel } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';
import { awaitsNumber, ticketFacts, type TicketItem, type TicketTold } from './ticket-told.ts';
import { unsubscribeUrl } from './unsubscribe-url.ts';

/**
 * Which letters a customer may do without: a further answer, which they find in the portal, and a priority that was set without a
 * word. What stops a clock, asks, refuses, solves or tells the number is owed by the regulation: null.
 */
const optionalLetter = ({ owed: { notice } }: TicketItem, tellsNumber: boolean): OptionalLetter | null => {
  if (tellsNumber) return null;
  if (notice.kind === 'reply' && notice.clause === undefined) return 'answer';
  return notice.kind === 'classification' && notice.reasonMessageId === null ? 'deadline' : null;
};

/** Whether the customer may do without the letter and said so, and where they can say so. */
interface Choice {
  readonly isUnwanted: boolean;
  /** null: it is owed to them, or they have no portal in which to read it. */
  readonly unsubscribeUrl: string | null;
}

const choiceOf = async (told: TicketTold): Promise<Choice> => {
  const { context, options, item, desk, about } = told;
  const { deskId } = item;
  const { contactId } = about.ticket;
  const kind = optionalLetter(item, await awaitsNumber(told));
  if (kind === null) return { isUnwanted: false, unsubscribeUrl: null };
  const [unwanted, reader] = await context.db.inDesk(deskId, async (q) => [
    await contactsWithout(q, deskId, kind, [contactId]),
    await subscriber(q, deskId, contactId),
  ]);
  const language = about.requester.language ?? 'ru';
  const to = { kind, contactId, recipient: reader?.email ?? '', language };
  return {
    isUnwanted: unwanted.has(contactId),
    unsubscribeUrl: reader?.hasAccount === true ? unsubscribeUrl(context, options.baseUrl, desk, to) : null,
  };
};

/** Why a letter does not go; null: it does. The customer's own choice, and of automatic answers what the limits say (R8, R9). */
const suppression = async (
  { context, item, about }: TicketTold,
  address: string,
  { isUnwanted }: Choice,
): Promise<string | null> => {
  if (isUnwanted) return 'choice: the customer reads it in the portal';
  if (item.owed.notice.kind !== 'registration') return null;
  const { firstLetter, requester } = about;
  const verified = requester.companyKnown || firstLetter === null || firstLetter.authentication === 'pass';
  return receiptHeldBack(context, item, { address, ticketId: item.owed.ticketId, firstLetter, verified });
};

/** What a letter about being served says of a product that was never commissioned. */
const commissioningOf = async ({
  context,
  item: { deskId, owed },
  about: { ticket },
}: TicketTold): Promise<Pick<NoticeFacts, 'commissioning'>> => {
  if (owed.notice.kind !== 'registration' && owed.notice.kind !== 'coverage') return {};
  const { regulation } = await context.regulations.ofTicket(deskId, ticket);
  const found = await context.db.inDesk(deskId, (q) =>
    noteCommissioning(q, deskId, ticket, regulation, context.now()),
  );
  return found === null ? {} : { commissioning: found.note };
};

/** Whoever is declined is shown the vendor's partners, where it has any today. */
const partnersOf = async (
  { context, item: { deskId, owed } }: TicketTold,
  partnersUrl: string,
): Promise<Pick<NoticeFacts, 'partnersUrl'>> =>
  owed.notice.kind === 'declined' && (await partnersToday(context, deskId)).length > 0 ? { partnersUrl } : {};

const isByPerson = ({ kind }: Notice): boolean =>
  kind === 'reply' ||
  kind === 'information-request' ||
  kind === 'resolution' ||
  kind === 'declined' ||
  kind === 'proposal' ||
  kind === 'date-proposal' ||
  kind === 'date-agreed';

/** The letter to the customer; null when there is no address to write to. */
export const customerParcel = async (told: TicketTold): Promise<Parcel | null> => {
  const { context, options, item, desk, about } = told;
  const { notice, ticketId } = item.owed;
  const address = about.requester.email;
  if (address === null) return null;
  const language = about.requester.language ?? 'ru';
  const query = language === 'ru' ? '' : `?lang=${language}`;
  const subject = { deskId: item.deskId, ticketId, recipient: address };
  const statusUrl = (number: number, of: typeof subject): string =>
    `${options.baseUrl}/t/${desk.slug}/${ticketToken(context.secret, 'status', number, of)}${query}`;
  const supportUrl = `${options.baseUrl}/c/${desk.slug}`;
  const { facts, attachments } = await ticketFacts(told);
  const kept = about.mergedInto;
  const words = renderNotice(
    notice,
    {
      ...facts,
      staff: null,
      statusUrl: statusUrl(about.number, subject),
      mergedInto:
        kept === null
          ? null
          : {
              number: kept.number,
              statusUrl: statusUrl(kept.number, { ...subject, ticketId: kept.ticketId }),
            },
      supportUrl: `${supportUrl}${query}`,
      ...(await partnersOf(told, `${supportUrl}/partners${query}`)),
      ...(await commissioningOf(told)),
    },
    language,
  );
  const choice = await choiceOf(told);
  return parcelOf(desk, item, {
    about: {
      token: ticketToken(context.secret, 'thread', about.number, subject),
      first: about.firstLetter?.messageId ?? null,
    },
    to: { name: '', address },
    language,
    words,
    unsubscribeUrl: choice.unsubscribeUrl,
    byPerson: isByPerson(notice),
    attachments,
    suppressed: await suppression(told, address, choice),
    countsAsAutomatic: notice.kind === 'registration',
    messageId: 'messageId' in notice ? notice.messageId : null,
  });
};
