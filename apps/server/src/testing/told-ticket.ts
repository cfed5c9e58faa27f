import { readFileSync } from 'node:fs';
import {
  type Calendars,
  type Certificate,
  type CertificateId,
  type ChannelId,
  compileCalendars,
  type CompanyId,
  type ContactId,
  decide,
  evolve,
  type MessageId,
  type PersonId,
  parseRegulation,
  type ProposalId,
  registerTicket,
  type Regulation,
  type RegulationVersionId,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketId,
} from '@reglament/desk';
import { type Instant, parseInstant, type ProductionCalendar } from '@reglament/working-time';

export const deskIds = ['alteroffice', 'centaur', 'flat', 'optima', 'shtrih-m'] as const;
export type DeskName = (typeof deskIds)[number];

const root = new URL('../../../../regulations/', import.meta.url);
const russianCalendar = JSON.parse(
  readFileSync(new URL('calendars/ru.json', root), 'utf8'),
) as ProductionCalendar;

export interface Rules {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
  readonly source: string;
}

/** One of the regulations as it stands in the tree. */
export const rulesOf = (desk: DeskName): Rules => {
  const source = readFileSync(new URL(`${desk}.yaml`, root), 'utf8');
  const parsed = parseRegulation(source, { ru: russianCalendar });
  if (!parsed.ok) throw new Error(`${desk}: ${JSON.stringify(parsed.problems)}`);
  return { regulation: parsed.regulation, calendars: compileCalendars(parsed.regulation), source };
};

/** `2026-11-20T17:30+03:00`. */
export const at = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant`);
  return parsed;
};

const day = 86_400_000;

export interface Told {
  readonly receivedAt: Instant;
  readonly channel?: ChannelId;
  /** The package of the company's certificate; `none`: the company holds nothing; `stranger`: nobody knows the company. */
  readonly holds: string | 'none' | 'stranger';
  readonly priority?: string;
  readonly stated?: readonly string[];
}

const certificatesOf = (told: Told): readonly Certificate[] =>
  told.holds === 'none' || told.holds === 'stranger'
    ? []
    : [
        {
          certificateId: '00000000-0000-7000-8000-0000000000c1' as CertificateId,
          number: 'C-1',
          packageId: told.holds,
          startsAt: (told.receivedAt - 30 * day) as Instant,
          endsAt: (told.receivedAt + 300 * day) as Instant,
        },
      ];

const evolveAll = (ticket: Ticket | null, events: readonly TicketEvent[], now: Instant): Ticket => {
  const next = events.reduce<Ticket | null>((state, event) => evolve(state, event, now), ticket);
  if (next === null) throw new Error('nothing happened');
  return next;
};

/** A ticket as the rules register it. */
export const registered = ({ regulation, calendars }: Rules, told: Told): Ticket =>
  evolveAll(
    null,
    registerTicket(
      {
        ticketId: '00000000-0000-7000-8000-000000000001' as TicketId,
        regulationVersionId: '00000000-0000-7000-8000-000000000002' as RegulationVersionId,
        channel: told.channel ?? 'email',
        contactId: customer,
        companyId: told.holds === 'stranger' ? null : ('00000000-0000-7000-8000-000000000004' as CompanyId),
        certificates: certificatesOf(told),
        receivedAt: told.receivedAt,
        messageId,
        letterId: null,
        ticketType: null,
        priority: told.priority ?? null,
        statedFields: told.stated ?? [],
        links: [],
      },
      { now: told.receivedAt, regulation, calendars },
    ),
    told.receivedAt,
  );

export const customer = '00000000-0000-7000-8000-000000000003' as ContactId;
export const engineer = '00000000-0000-7000-8000-000000000005' as PersonId;
export const messageId = '00000000-0000-7000-8000-000000000006' as MessageId;
export const proposalId = '00000000-0000-7000-8000-000000000007' as ProposalId;

/** The ticket after a command; a refusal is a mistake of the test. */
export const after = (
  { regulation, calendars }: Rules,
  ticket: Ticket,
  now: Instant,
  command: TicketCommand,
): Ticket => {
  const decision = decide(command, ticket, { now, regulation, calendars });
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  return evolveAll(ticket, decision.value, now);
};
