import { explainEntitlement } from '../../certificate/entitle.ts';
import type { PriorityId, Regulation } from '../../regulation/regulation.ts';
import type { RegisterTicket } from '../commands.ts';
import type { EventOf, TicketEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { pinnedEditions } from '../regulation-of-ticket.ts';
import { type Facts, inTurn, say } from './facts.ts';
import { missingFields } from './missing-fields.ts';
import { answeredByCoverage } from './answered-by-coverage.ts';
import { armClocks } from './arm-clocks.ts';
import { assignLine } from './lines.ts';
import { factsAt, ticketZone } from './local-time.ts';
import { assignNamed } from './named-people.ts';

interface FirstPriority {
  readonly supposed: PriorityId | null;
  readonly inForce: PriorityId | null;
  readonly source: 'stated' | 'default' | null;
}

/** The customer's value counts at once or stays supposed, as the regulation says; without one its default is assumed. */
const firstPriority = (regulation: Regulation, stated: PriorityId | null): FirstPriority => {
  const rules = regulation.priorityRules;
  if (rules === null) return { supposed: null, inForce: null, source: null };
  const known = stated !== null && regulation.priorities.some((p) => p.id === stated) ? stated : null;
  if (known !== null)
    return { supposed: known, inForce: rules.statedCounts ? known : null, source: 'stated' };
  return { supposed: rules.default, inForce: null, source: rules.default === null ? null : 'default' };
};

/** Where the number always goes by letter: what is left when nobody can be written to. By the arrival channel, who called was told. */
const leftToTell = (
  { hasAddress = true }: RegisterTicket,
  { lifecycle: { acknowledgement } }: Regulation,
): readonly TicketEvent[] =>
  acknowledgement?.over === 'email' && !hasAddress
    ? [{ type: 'NumberLeftToTell', clause: acknowledgement.clause }]
    : [];

/** A request is registered whatever it lacks: never refused, never lost. */
export const registerTicket = (command: RegisterTicket, given: Facts): readonly TicketEvent[] => {
  const zone = ticketZone(given, command.place ?? null, command.siteId ?? null);
  const calendars = pinnedEditions(given.regulation);
  const facts = factsAt(given, zone);
  const priority = firstPriority(facts.regulation, command.priority);
  const ticketType = facts.regulation.ticketTypes.some((t) => t.id === command.ticketType)
    ? command.ticketType
    : null;
  const { coverage, trail } = explainEntitlement(facts.regulation, {
    companyKnown: command.companyId !== null,
    certificates: command.certificates,
    ...command.known,
    ...(command.about === undefined ? {} : { product: command.about.name }),
    channel: command.channel,
    priority: priority.inForce ?? priority.supposed,
    at: command.receivedAt,
    ticketType,
    calendars: facts.calendars,
  });
  const byCertificate = answeredByCoverage(facts.regulation, coverage);
  const statedFields = [...new Set([...command.statedFields, ...byCertificate])];
  const registered: EventOf<'TicketRegistered'> = {
    type: 'TicketRegistered',
    ticketId: command.ticketId,
    channel: command.channel,
    contactId: command.contactId,
    companyId: command.companyId,
    regulationVersionId: command.regulationVersionId,
    ...(command.siteId === undefined ? {} : { siteId: command.siteId }),
    ...(command.about === undefined ? {} : { about: command.about }),
    ...(zone === undefined ? {} : { zone }),
    ...(calendars === null ? {} : { calendars }),
    receivedAt: command.receivedAt,
    registeredAt: facts.now,
    messageId: command.messageId,
    letterId: command.letterId,
    ticketType,
    supposedPriority: priority.supposed,
    priority: priority.inForce,
    prioritySource: priority.source,
    coverage,
    tried: trail,
    statedFields,
    missingFields:
      command.asksNothing === true
        ? []
        : missingFields(facts.regulation, { type: ticketType, packageId: coverage.packageId }, statedFields),
  };
  const ticket = evolve(null, registered, facts.now);
  const links = command.links.map((link): TicketEvent => ({ type: 'TicketLinked', ...link }));
  const rest = inTurn(ticket, facts, [assignLine, assignNamed, armClocks, say(...links)]);
  return [registered, ...leftToTell(command, facts.regulation), ...rest];
};
