import type { DeskId, LetterId, MessageId, Notice } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { OutgoingLetter } from '../channels/mail/send-letter.ts';
import type { NoticeFacts } from '../reactions/notice-facts.ts';
import { renderNotice } from '../reactions/render-notice.ts';
import { withUnsubscribe } from '../reactions/unsubscribe.ts';
import { alarmRecipients } from '../store/alarms.ts';
import { countAutomatic } from '../store/letters.ts';
import type { ItemAbout } from '../store/outbox.ts';
import { contactsWithout, type OptionalLetter, subscriber } from '../store/queries/contact-profiles.ts';
import { type Desk, peopleByIds } from '../store/queries/desks.ts';
import { tellingsOf } from '../store/queries/notification-settings.ts';
import { messageForLetter, type TicketForLetter, ticketForLetter } from '../store/queries/tickets.ts';
import { ticketToken } from '../tokens/ticket-token.ts';
import { runCommand } from '../use-cases/command-ticket.ts';
import { noteCommissioning } from '../use-cases/note-commissioning.ts';
import { partnersToday } from '../use-cases/partners-today.ts';
import type { Context } from '../use-cases/context.ts';
import { tellColleaguesOf } from './colleague-letters.ts';
import {
  type Compose,
  copyId,
  type DeliverOutboxOptions,
  domainOf,
  type Parcel,
  plusAddress,
} from './outgoing.ts';
import { unsubscribeUrl } from './unsubscribe-url.ts';

type TicketItem = ItemAbout<'ticket'>;

const HOUR_MS = 3_600_000;
const AUTOMATIC_PER_HOUR = 3;

const factsOf = async (
  context: Context,
  item: TicketItem,
  desk: Desk,
  about: TicketForLetter,
  statusUrl: string,
) => {
  const pinned = await context.regulations.ofTicket(item.deskId, about.ticket);
  const { notice } = item.owed;
  const messageId =
    'messageId' in notice
      ? notice.messageId
      : notice.kind === 'classification'
        ? notice.reasonMessageId
        : null;
  const message =
    messageId === null
      ? null
      : await context.db.inDesk(item.deskId, (q) => messageForLetter(q, item.deskId, messageId));
  return {
    message,
    notice: {
      regulation: pinned.regulation,
      calendars: pinned.calendars,
      ticket: about.ticket,
      number: about.number,
      deskName: desk.name,
      requester: { name: about.requester.name },
      statusUrl,
      now: context.now(),
      message: message === null ? null : { ...message, attachments: message.fileNames },
      mergedInto: null,
      staff: null,
    },
  };
};

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

const choiceOf = async (
  context: Context,
  baseUrl: string,
  desk: Desk,
  item: TicketItem,
  about: TicketForLetter,
): Promise<Choice> => {
  const { deskId } = item;
  const { contactId } = about.ticket;
  const kind = optionalLetter(item, await awaitsNumber(context, item, about));
  if (kind === null) return { isUnwanted: false, unsubscribeUrl: null };
  const [unwanted, reader] = await context.db.inDesk(deskId, async (q) => [
    await contactsWithout(q, deskId, kind, [contactId]),
    await subscriber(q, deskId, contactId),
  ]);
  const language = about.requester.language ?? 'ru';
  const to = { kind, contactId, recipient: reader?.email ?? '', language };
  return {
    isUnwanted: unwanted.has(contactId),
    unsubscribeUrl: reader?.hasAccount === true ? unsubscribeUrl(context, baseUrl, desk, to) : null,
  };
};

/** Why a letter does not go; null: it does. The customer's own choice, and of automatic answers what the limits say (R8, R9). */
const suppression = async (
  context: Context,
  item: TicketItem,
  about: TicketForLetter,
  address: string,
  { isUnwanted }: Choice,
): Promise<string | null> => {
  if (isUnwanted) return 'choice: the customer reads it in the portal';
  if (item.owed.notice.kind !== 'registration') return null;
  const { firstLetter, requester } = about;
  if (firstLetter !== null && firstLetter.nature !== 'human')
    return `robot: ${firstLetter.nature ?? 'unread'}`;
  const verified = requester.companyKnown || firstLetter === null || firstLetter.authentication === 'pass';
  const windowMs = verified ? HOUR_MS : 24 * HOUR_MS;
  const limit = verified ? AUTOMATIC_PER_HOUR : 1;
  const sent = await context.db.inDesk(item.deskId, (q) =>
    countAutomatic(q, {
      deskId: item.deskId,
      address,
      ticketId: item.owed.ticketId,
      since: (context.now() - windowMs) as Instant,
      except: item.outboxId as LetterId,
    }),
  );
  if (sent.ofTicket >= 1) return 'limit: one automatic answer a ticket';
  return sent.toAddress >= limit ? `limit: ${limit} automatic answers in ${windowMs / HOUR_MS} h` : null;
};

/** What a letter about being served says of a product that was never commissioned. */
const commissioningOf = async (
  context: Context,
  { deskId, owed: { notice } }: TicketItem,
  { ticket }: TicketForLetter,
): Promise<Pick<NoticeFacts, 'commissioning'>> => {
  if (notice.kind !== 'registration' && notice.kind !== 'coverage') return {};
  const { regulation } = await context.regulations.ofTicket(deskId, ticket);
  const found = await context.db.inDesk(deskId, (q) =>
    noteCommissioning(q, deskId, ticket, regulation, context.now()),
  );
  return found === null ? {} : { commissioning: found.note };
};

/** The letter to the customer; null when there is no address to write to. */
const customerParcel = async (
  context: Context,
  options: DeliverOutboxOptions,
  item: TicketItem,
  about: TicketForLetter,
): Promise<Parcel | null> => {
  const recipient = about.requester.email;
  if (recipient === null) return null;
  const desk = options.desk(item.deskId);
  const subject = { deskId: item.deskId, ticketId: item.owed.ticketId, recipient };
  const token = ticketToken(context.secret, 'thread', about.number, subject);
  const language = about.requester.language ?? 'ru';
  const query = language === 'ru' ? '' : `?lang=${language}`;
  const statusUrl = `${options.baseUrl}/t/${desk.slug}/${ticketToken(context.secret, 'status', about.number, subject)}${query}`;
  const facts = await factsOf(context, item, desk, about, statusUrl);
  const kept = about.mergedInto;
  const mergedInto =
    kept === null
      ? null
      : {
          number: kept.number,
          statusUrl: `${options.baseUrl}/t/${desk.slug}/${ticketToken(context.secret, 'status', kept.number, { ...subject, ticketId: kept.ticketId })}${query}`,
        };
  const supportUrl = `${options.baseUrl}/c/${desk.slug}${query}`;
  const isShown =
    item.owed.notice.kind === 'declined' && (await partnersToday(context, item.deskId)).length > 0;
  const partners = isShown ? { partnersUrl: `${options.baseUrl}/c/${desk.slug}/partners${query}` } : {};
  const words = renderNotice(
    item.owed.notice,
    {
      ...facts.notice,
      mergedInto,
      supportUrl,
      ...partners,
      ...(await commissioningOf(context, item, about)),
    },
    language,
  );
  const choice = await choiceOf(context, options.baseUrl, desk, item, about);
  const first = about.firstLetter?.messageId ?? null;
  const to = { name: '', address: recipient };
  const letter: OutgoingLetter = {
    from: { name: desk.name[language], address: desk.mailAddress },
    replyTo: plusAddress(desk.mailAddress, token),
    to,
    ...(choice.unsubscribeUrl === null
      ? words
      : {
          ...withUnsubscribe(words, choice.unsubscribeUrl, language),
          unsubscribeUrl: choice.unsubscribeUrl,
        }),
    messageId: `${token}.${item.outboxId}@${domainOf(desk.mailAddress)}`,
    inReplyTo: first,
    references: first === null ? [] : [first],
    automatic: !isByPerson(item.owed.notice),
    loopMark: desk.slug,
    attachments: facts.message?.attachments ?? [],
    date: item.createdAt,
  };
  return {
    letterId: item.outboxId as LetterId,
    to,
    letter,
    suppressed: await suppression(context, item, about, recipient, choice),
    countsAsAutomatic: item.owed.notice.kind === 'registration',
    messageId: messageOf(item.owed.notice),
  };
};

const messageOf = (notice: Notice): MessageId | null => ('messageId' in notice ? notice.messageId : null);

const isByPerson = (notice: Notice): boolean =>
  notice.kind === 'reply' ||
  notice.kind === 'information-request' ||
  notice.kind === 'resolution' ||
  notice.kind === 'declined' ||
  notice.kind === 'proposal' ||
  notice.kind === 'date-proposal' ||
  notice.kind === 'date-agreed';

/** Who is told of a deadline by mail: whoever is told of it and has not said no to such letters. */
const alarmReaders = (context: Context, deskId: DeskId, { ticket }: TicketForLetter) =>
  context.db.everyDesk(async (q) => {
    const people = await alarmRecipients(q, deskId, ticket.assigneeId);
    const tellings = await tellingsOf(q, deskId, people);
    return peopleByIds(
      q,
      people.filter((personId) => tellings(personId).deadline.byMail),
    );
  });

const staffParcels = async (
  context: Context,
  options: DeliverOutboxOptions,
  item: TicketItem,
  about: TicketForLetter,
): Promise<readonly Parcel[]> => {
  const desk = options.desk(item.deskId);
  const people = await alarmReaders(context, item.deskId, about);
  const facts = await factsOf(context, item, desk, about, '');
  const ticketUrl = `${options.baseUrl}/d/${desk.slug}/t/${about.number}`;
  return people.map((person) => {
    const words = renderNotice(
      item.owed.notice,
      { ...facts.notice, staff: { recipientName: person.name, ticketUrl, subject: about.subject } },
      'ru',
    );
    const letterId = copyId(item.outboxId, person.personId);
    const to = { name: person.name, address: person.email };
    const letter: OutgoingLetter = {
      from: { name: desk.name.ru, address: desk.mailAddress },
      replyTo: null,
      to,
      ...words,
      messageId: `alarm.${letterId}@${domainOf(desk.mailAddress)}`,
      inReplyTo: null,
      references: [],
      automatic: true,
      loopMark: desk.slug,
      attachments: [],
      date: item.createdAt,
    };
    return { letterId, to, letter, suppressed: null, countsAsAutomatic: false, messageId: null };
  });
};

/**
 * Whether a clock still runs that being told the number stops (CN-REACT): the notice was held back, did not go, or the ticket
 * was not covered then. Every letter to the customer carries the number, so the first one accepted tells it.
 */
const awaitsNumber = async (
  context: Context,
  item: TicketItem,
  { ticket }: TicketForLetter,
): Promise<boolean> => {
  const { regulation } = await context.regulations.ofTicket(item.deskId, ticket);
  return ticket.clocks.some(
    (c) =>
      c.status !== 'stopped' &&
      regulation.clocks.some((rule) => rule.id === c.id && rule.stops.includes('registration-notice')),
  );
};

/** Letters about a ticket: to the customer, or a copy of an alarm to each of the staff. */
export const composeTicketLetters: Compose<TicketItem> = async (context, options, item) => {
  const { deskId } = item;
  const { ticketId, notice } = item.owed;
  const about = await context.db.inDesk(deskId, (q) => ticketForLetter(q, deskId, ticketId));
  if (about === null) throw new Error(`ticket ${ticketId} of a notice is gone`);
  if (notice.to !== 'requester')
    return { parcels: await staffParcels(context, options, item, about), onAccepted: null };
  await tellColleaguesOf(context, item, about);
  const parcel = await customerParcel(context, options, item, about);
  const tellsNumber = notice.kind === 'registration' || (await awaitsNumber(context, item, about));
  const tell = async (): Promise<void> => {
    await runCommand(context, {
      deskId,
      ticketId,
      command: { type: 'RecordNoticeAccepted', at: context.now() },
      actorId: null,
      messages: [],
      seenVersion: null,
      idempotency: null,
    });
  };
  return { parcels: parcel === null ? [] : [parcel], onAccepted: tellsNumber ? tell : null };
};
