import {
  type Certificate,
  type ChannelId,
  type CompanyId,
  type ContactId,
  type Coverage,
  type DeskId,
  evolve,
  knownFields,
  type LetterId,
  type MessageId,
  readStatedFields,
  type PersonId,
  type ReadProduct,
  type SiteId,
  type Regulation,
  type RegisterTicket,
  registerTicket as decideRegistration,
  type Ticket,
  type TicketEvent,
  type TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { customerPlace } from '../store/queries/customer-place.ts';
import { type IdempotencyEntry, insertTicket, type NewMessage } from '../store/tickets.ts';
import { beginByContact, beginCertificate, beginsByContact, beginsCertificate } from './begin-certificate.ts';
import { certificateOf } from './certificate-of.ts';
import type { Context } from './context.ts';
import { productAnswers, productOfRequest } from './name-product.ts';
import { factsOfRequest } from './request-facts.ts';
import { tellPeople, tellsPeople } from './tell-people.ts';

export interface Requester {
  readonly contactId: ContactId;
  readonly companyId: CompanyId | null;
  readonly companyName: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly certificates: readonly Certificate[];
}

export interface Registration {
  readonly deskId: DeskId;
  /** Where another ticket names this one already; minted here unless given. */
  readonly ticketId?: TicketId;
  readonly channel: ChannelId;
  readonly requester: Requester;
  readonly receivedAt: Instant;
  readonly subject: string;
  /** The request as people read it; "Label: value" lines in it answer intake questions. */
  readonly text: string;
  /** The text is a remark of the desk itself: it answers no question. */
  readonly textIsOurs?: boolean;
  /** A page asked for everything it takes: the questions about a problem are none of it. */
  readonly asksNothing?: boolean;
  readonly html: string | null;
  readonly quoted: string;
  readonly letterId: LetterId | null;
  readonly attachmentIds: readonly string[];
  readonly ticketType: string | null;
  readonly priority: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly links: readonly {
    readonly relation: 'possibly-related' | 'follows' | 'split-from';
    readonly ticketId: TicketId;
  }[];
  readonly actorId: PersonId | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
  /** What staff chose of the catalogue; null, absent: what its answers name. */
  readonly product?: ReadProduct | null;
  /** The company's site that it is about; absent: none was named. */
  readonly siteId?: SiteId | null;
  /** Nothing follows in the caller's transaction. */
  readonly last?: boolean;
}

export interface Registered {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly state: Ticket['state'];
  readonly version: number;
}

const evolveAll = (events: readonly TicketEvent[], at: Instant): Ticket => {
  const ticket = events.reduce<Ticket | null>((state, event) => evolve(state, event, at), null);
  if (ticket === null) throw new Error('a registration without events');
  return ticket;
};

const entryOf = (registration: Registration, ticket: Ticket, version: number): IdempotencyEntry | null =>
  registration.idempotency === null
    ? null
    : { ...registration.idempotency, response: { ticketId: ticket.ticketId, state: ticket.state, version } };

const messageOf = (registration: Registration, messageId: MessageId): NewMessage => ({
  messageId,
  kind: 'customer',
  personId: null,
  contactId: registration.requester.contactId,
  author: registration.requester.name,
  text: registration.text,
  html: registration.html,
  quoted: registration.quoted,
  letterId: registration.letterId,
  attachmentIds: registration.attachmentIds,
});

/** Where it is asked from, where the regulation lets that decide (R37). */
const placeOf = async (
  q: Queries,
  { deskId, requester, siteId = null }: Registration,
  { localTime }: Regulation,
): Promise<Pick<RegisterTicket, 'place' | 'siteId'>> => ({
  ...(localTime === 'desk' || requester.companyId === null
    ? {}
    : { place: await customerPlace(q, deskId, requester.companyId) }),
  ...(siteId === null ? {} : { siteId }),
});

/** What is known of a request beside who asks: as staff put it down, or as its text says. */
const answersOf = async (
  q: Queries,
  registration: Registration,
  regulation: Regulation,
  receivedAt: Instant,
) => {
  const { requester, deskId } = registration;
  const said = registration.textIsOurs === true ? '' : registration.text;
  const stated = readStatedFields(regulation, said);
  const typed = { ...stated.values, ...registration.fields };
  const priority = registration.priority ?? stated.priority;
  const ticketType = registration.ticketType ?? stated.ticketType;
  const choice = registration.product ?? null;
  const about = await productOfRequest(q, deskId, { regulation, receivedAt, choice, stated: typed });
  const known = knownFields(regulation, {
    company: requester.companyName ?? '',
    contactName: requester.name === requester.email ? '' : requester.name,
    contactPhone: requester.phone,
    contactEmail: requester.email ?? '',
    ...productAnswers(about),
    description: said.trim(),
    priority: priority ?? '',
    ticketType: ticketType ?? '',
  });
  return {
    priority,
    ticketType,
    about,
    fields: { ...stated.values, ...known, ...registration.fields },
    typed,
  };
};

/** The question by what it is served, answered by what serves it. */
const servedBy = (
  { intake }: Regulation,
  coverage: Coverage,
  certificates: readonly Certificate[],
): Readonly<Record<string, string>> => {
  const serving = certificateOf(coverage, certificates);
  return Object.fromEntries(
    serving === null || serving.number === ''
      ? []
      : intake.flatMap(({ id, source }) => (source === 'certificate' ? [[id, serving.number]] : [])),
  );
};

/** Registers a request inside the caller's transaction: ticket, number, journal, clocks, message, notice. Never refuses. */
export const registerTicket = async (
  context: Context,
  q: Queries,
  registration: Registration,
): Promise<Registered> => {
  const { requester, deskId } = registration;
  const now = context.now();
  const inForce = await context.regulations.inForce(deskId, now);
  const { regulation } = inForce;
  // A clock of a mail server that runs ahead must not give us time that we don't have.
  const receivedAt = Math.min(registration.receivedAt, now) as Instant;
  const { priority, ticketType, about, fields, typed } = await answersOf(
    q,
    registration,
    regulation,
    receivedAt,
  );
  const facts = await factsOfRequest(q, deskId, regulation, requester, {
    product: about?.name ?? null,
    at: receivedAt,
    ticketId: null,
    stated: Object.values(typed),
  });
  const messageId = context.newId() as MessageId;
  const events = decideRegistration(
    {
      ticketId: registration.ticketId ?? (context.newId() as TicketId),
      regulationVersionId: inForce.regulationVersionId,
      channel: registration.channel,
      contactId: requester.contactId,
      companyId: requester.companyId,
      ...facts,
      ...(await placeOf(q, registration, regulation)),
      ...(about === null ? {} : { about }),
      receivedAt,
      hasAddress: requester.email !== null,
      messageId,
      letterId: registration.letterId,
      ticketType,
      priority,
      statedFields: Object.keys(fields),
      asksNothing: registration.asksNothing ?? false,
      links: registration.links,
    },
    { now, regulation, calendars: inForce.calendars },
  );
  const ticket = evolveAll(events, now);
  const isAlone = !beginsCertificate(ticket) && !beginsByContact(regulation) && !tellsPeople(events, now);
  const number = await insertTicket(q, {
    deskId,
    ticket,
    regulation,
    events,
    at: now,
    actorId: registration.actorId,
    messages: [messageOf(registration, messageId)],
    fields: { ...servedBy(regulation, ticket.coverage, facts.certificates), ...fields },
    subject: registration.subject,
    idempotency: entryOf(registration, ticket, events.length),
    newId: context.newId,
    last: (registration.last ?? false) && isAlone,
  });
  await tellPeople(context, q, { deskId, ticket, events, at: now });
  await beginCertificate(context, q, deskId, ticket);
  const { companyId, registeredAt } = ticket;
  await beginByContact(context, q, { deskId, companyId, at: registeredAt }, regulation);
  return { ticketId: ticket.ticketId, number, state: ticket.state, version: events.length };
};
