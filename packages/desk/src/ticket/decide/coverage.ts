import { type Coverage, explainEntitlement } from '../../certificate/entitle.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import type { TicketCommand } from '../commands.ts';
import { accept, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { type Facts, inTurn, say } from './facts.ts';
import { answeredByCoverage } from './answered-by-coverage.ts';
import { armClocks } from './arm-clocks.ts';
import { assignLine } from './lines.ts';
import { missingFields } from './missing-fields.ts';
import { adoptLocalTime, factsAt, ticketZone, zoneChanged } from './local-time.ts';
import { moveClosing } from './auto-close.ts';
import { assignNamed } from './named-people.ts';
import { retargetClocks } from './retarget-clocks.ts';
import { withdrawClocks } from './run-clocks.ts';
import { serves } from './serves.ts';
import type { Decided } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

/** Which answers are known and which are missing once the company is known: by what its package asks (OW-2). */
const answersOf = (ticket: Ticket, { regulation }: Facts, coverage: Coverage) => {
  const { packageId } = coverage;
  const company = regulation.intake.filter(({ source }) => source === 'company').map(({ id }) => id);
  const statedFields = [
    ...new Set([...ticket.statedFields, ...company, ...answeredByCoverage(regulation, coverage)]),
  ];
  return {
    statedFields,
    missingFields: missingFields(regulation, { type: ticket.type, packageId }, statedFields),
  };
};

/**
 * The company is found: the ticket gets what that company holds, clocks count from receipt and are recalculated (CN-L4).
 * What staff took on without coverage stays taken on.
 */
export const identify = (command: CommandOf<'Identify'>, ticket: Ticket, given: Facts): Decided => {
  if (ticket.state === 'closed') return refuse('already-closed');
  if (ticket.companyId !== null) return refuse('already-identified');
  const zone = ticketZone(given, command.place ?? null, ticket.siteId ?? null);
  const facts = factsAt(given, zone);
  const { coverage: found, trail: tried } = explainEntitlement(facts.regulation, {
    companyKnown: true,
    certificates: command.certificates,
    ...command.known,
    ...(ticket.about === undefined ? {} : { product: ticket.about.name }),
    channel: ticket.channel,
    priority: ticket.priority ?? ticket.supposedPriority,
    at: ticket.receivedAt,
    ticketType: ticket.type,
    calendars: facts.calendars,
  });
  const coverage = ticket.coverage.kind === 'lifted' && !serves(found) ? ticket.coverage : found;
  return accept(
    inTurn(ticket, facts, [
      say(
        {
          type: 'CustomerIdentified',
          companyId: command.companyId,
          coverage,
          tried,
          ...answersOf(ticket, facts, coverage),
        },
        ...zoneChanged(ticket, facts, zone, 'company'),
      ),
      adoptLocalTime,
      moveClosing(given.regulation.zone),
      assignLine,
      assignNamed,
      withdrawClocks,
      retargetClocks('package'),
      armClocks,
    ]),
  );
};

/** The package to serve an uncovered ticket under: its own, else the least of the regulation. */
const liftedPackage = (ticket: Ticket, regulation: Regulation): string | null =>
  ticket.coverage.packageId ?? regulation.packages.toSorted((a, b) => a.rank - b.rank)[0]?.id ?? null;

/** Staff serve a ticket that the regulation does not cover: its clocks start now, not in the past. */
export const acceptUncovered = (
  command: CommandOf<'AcceptUncovered'>,
  ticket: Ticket,
  facts: Facts,
): Decided => {
  if (ticket.state === 'closed') return refuse('already-closed');
  const packageId = liftedPackage(ticket, facts.regulation);
  if (ticket.state !== 'not-entitled' || packageId === null) return refuse('nothing-to-lift');
  return accept(
    inTurn(ticket, facts, [
      say({
        type: 'CoverageLifted',
        coverage: { kind: 'lifted', packageId, clause: null },
        reasonMessageId: command.reasonMessageId,
        missingFields: missingFields(facts.regulation, { type: ticket.type, packageId }, ticket.statedFields),
      }),
      assignLine,
      armClocks,
    ]),
  );
};
