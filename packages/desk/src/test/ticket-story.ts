import type { Instant } from '@reglament/working-time';
import type { Certificate } from '../certificate/entitle.ts';
import type {
  CertificateId,
  CompanyId,
  ContactId,
  MessageId,
  PersonId,
  ProposalId,
  RegulationVersionId,
  SiteId,
  TicketId,
} from '../ids.ts';
import type { CustomerPlace } from '../customer/local-zone.ts';
import type { ChannelId } from '../regulation/regulation.ts';
import type { TicketCommand } from '../ticket/commands.ts';
import { decide } from '../ticket/decide/decide.ts';
import type { Facts } from '../ticket/decide/facts.ts';
import { registerTicket } from '../ticket/decide/register-ticket.ts';
import { regulationOfTicket } from '../ticket/regulation-of-ticket.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { evolve } from '../ticket/evolve.ts';
import type { RefusalCode } from '../ticket/refusals.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { moscow, shipped } from './shipped-regulations.ts';

export const engineer = 'person-1' as PersonId;
export const customer = 'contact-1' as ContactId;
export const message = 'message-1' as MessageId;
export const proposal = 'proposal-1' as ProposalId;
export const company = 'company-1' as CompanyId;

const YEAR_MS = 365 * 86_400_000;

export const certificateOf = (
  packageId: string,
  at: Instant,
  changes: Partial<Certificate> = {},
): Certificate => ({
  certificateId: 'certificate-1' as CertificateId,
  number: 'C-1',
  packageId,
  startsAt: (at - YEAR_MS) as Instant,
  endsAt: (at + YEAR_MS) as Instant,
  ...changes,
});

export interface Beginning {
  /** Moscow time: `2025-02-07 16:00`. */
  readonly at: string;
  /** Package of the company; `nothing`: it holds none; `stranger`: nobody knows the company. */
  readonly holds: string;
  readonly priority?: string;
  readonly channel?: ChannelId;
  readonly ticketType?: string;
  readonly stated?: readonly string[];
  /** End of the company's certificate, a year later unless said. */
  readonly until?: string;
  /** Whether the requester can be written to; yes unless said. */
  readonly hasAddress?: boolean;
  /** When the desk registered it; the moment of receipt unless said. */
  readonly registeredAt?: string;
  /** Where the company is; not known unless said. */
  readonly place?: CustomerPlace;
  readonly siteId?: SiteId;
}

export interface Story {
  readonly desk: string;
  readonly ticket: Ticket;
  readonly journal: readonly { readonly at: Instant; readonly event: TicketEvent }[];
}

export const factsAt = (desk: string, at: string | Instant): Facts => {
  const { regulation, calendars } = shipped(desk);
  return { now: typeof at === 'string' ? moscow(at) : at, regulation, calendars };
};

/** What a command on this story's ticket knows: the regulation as the ticket goes by it. */
export const factsOf = ({ desk, ticket }: Story, at: string | Instant): Facts => {
  const facts = factsAt(desk, at);
  return { ...facts, ...regulationOfTicket(facts, ticket) };
};

const told = (desk: string, before: Story | null, events: readonly TicketEvent[], now: Instant): Story => {
  const ticket = events.reduce<Ticket | null>(
    (state, event) => evolve(state, event, now),
    before?.ticket ?? null,
  );
  if (ticket === null) throw new Error('a story without events');
  return {
    desk,
    ticket,
    journal: [...(before?.journal ?? []), ...events.map((event) => ({ at: now, event }))],
  };
};

/** A ticket as the desk registers it. */
export const given = (desk: string, beginning: Beginning): Story => {
  const receivedAt = moscow(beginning.at);
  const facts = factsAt(desk, beginning.registeredAt ?? beginning.at);
  const known = beginning.holds !== 'stranger';
  const events = registerTicket(
    {
      ticketId: 'ticket-1' as TicketId,
      regulationVersionId: 'version-1' as RegulationVersionId,
      channel: beginning.channel ?? 'email',
      contactId: customer,
      companyId: known ? company : null,
      certificates:
        known && beginning.holds !== 'nothing'
          ? [
              certificateOf(
                beginning.holds,
                receivedAt,
                beginning.until === undefined ? {} : { endsAt: moscow(beginning.until) },
              ),
            ]
          : [],
      receivedAt,
      ...(beginning.hasAddress === undefined ? {} : { hasAddress: beginning.hasAddress }),
      messageId: message,
      letterId: null,
      ...(beginning.place === undefined ? {} : { place: beginning.place }),
      ...(beginning.siteId === undefined ? {} : { siteId: beginning.siteId }),
      ticketType: beginning.ticketType ?? null,
      priority: beginning.priority ?? null,
      statedFields: beginning.stated ?? [],
      links: [],
    },
    facts,
  );
  return told(desk, null, events, facts.now);
};

export interface Outcome {
  readonly story: Story;
  /** Names of what happened, in order; empty after a refusal. */
  readonly happened: readonly TicketEvent['type'][];
  readonly refused: RefusalCode | null;
  readonly clause: string | null;
}

/** One command at a moment. */
export const when = (story: Story, at: string | Instant, command: TicketCommand): Outcome => {
  const facts = factsOf(story, at);
  const decision = decide(command, story.ticket, facts);
  if (!decision.ok)
    return { story, happened: [], refused: decision.refusal.code, clause: decision.refusal.clause };
  const next = decision.value.length === 0 ? story : told(story.desk, story, decision.value, facts.now);
  return { story: next, happened: decision.value.map((e) => e.type), refused: null, clause: null };
};

/** Commands that must all be accepted. */
export const after = (
  story: Story,
  ...steps: readonly (readonly [at: string, command: TicketCommand])[]
): Story =>
  steps.reduce((state, [at, command]) => {
    const outcome = when(state, at, command);
    if (outcome.refused !== null) throw new Error(`${command.type} was refused: ${outcome.refused}`);
    return outcome.story;
  }, story);

export const clockOf = (story: Story, id: string) => {
  const clock = story.ticket.clocks.find((c) => c.id === id);
  if (clock === undefined) throw new Error(`no clock ${id}`);
  return clock;
};

/** The commands of staff and customers, short. */
export const says = {
  take: { type: 'Take', by: engineer },
  reply: { type: 'Reply', by: engineer, messageId: message },
  ask: { type: 'RequestInformation', by: engineer, messageId: message },
  resolve: { type: 'Resolve', by: engineer, messageId: message },
  note: { type: 'AddNote', messageId: message },
  customerWrites: {
    type: 'CustomerWrites',
    contactId: customer,
    messageId: message,
    means: 'email',
    statedFields: [],
    priority: null,
  },
  confirm: { type: 'Confirm', contactId: customer, means: 'status-page', messageId: null },
  object: { type: 'Object', contactId: customer, means: 'status-page', messageId: message, hasReason: true },
  objectWithoutReason: {
    type: 'Object',
    contactId: customer,
    means: 'status-page',
    messageId: message,
    hasReason: false,
  },
} as const satisfies Record<string, TicketCommand>;

export const classify = (ticketType: string, priority: string | null, reason = false): TicketCommand => ({
  type: 'Classify',
  by: engineer,
  ticketType,
  priority,
  reasonMessageId: reason ? message : null,
});

export const noticeAccepted = (at: string): TicketCommand => ({
  type: 'RecordNoticeAccepted',
  at: moscow(at),
});
