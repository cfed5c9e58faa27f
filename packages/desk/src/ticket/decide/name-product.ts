import { explainEntitlement } from '../../certificate/entitle.ts';
import { sameFacts } from '../../certificate/life/same-facts.ts';
import type { NamedProduct } from '../../product/named-product.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import type { TicketCommand } from '../commands.ts';
import { accept, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { answeredByCoverage } from './answered-by-coverage.ts';
import { armClocks } from './arm-clocks.ts';
import { type Facts, inTurn, say } from './facts.ts';
import { assignLine } from './lines.ts';
import { missingFields } from './missing-fields.ts';
import { assignNamed } from './named-people.ts';
import { retargetClocks } from './retarget-clocks.ts';
import { withdrawClocks } from './run-clocks.ts';
import { serves } from './serves.ts';
import type { Decided } from './staff.ts';

type NameProduct = Extract<TicketCommand, { readonly type: 'NameProduct' }>;

/** Fields that a named product answers. */
const answered = ({ intake }: Regulation, { version }: NamedProduct): readonly string[] =>
  intake
    .filter(({ source }) => source === 'product' || (source === 'version' && version !== null))
    .map(({ id }) => id);

/**
 * What the ticket is about becomes known, or turns out to be another product: what the company holds is tried again by it
 * (AO-3.3), as of the moment when the request was received. What staff took on without coverage stays taken on.
 */
export const nameProduct = (command: NameProduct, ticket: Ticket, facts: Facts): Decided => {
  const { about, certificates, known } = command;
  if (ticket.state === 'closed') return refuse('already-closed');
  if (sameFacts(ticket.about, about)) return accept([]);
  const { coverage: before } = ticket;
  // Begun by this very request, at its registration: before that instant it served nobody.
  const hasBegun = certificates.some(
    ({ startsAt }) => startsAt > ticket.receivedAt && startsAt <= ticket.registeredAt,
  );
  const { coverage: found, trail: tried } = explainEntitlement(facts.regulation, {
    companyKnown: ticket.companyId !== null,
    certificates,
    ...known,
    product: about.name,
    channel: ticket.channel,
    priority: ticket.priority ?? ticket.supposedPriority,
    at: hasBegun ? ticket.registeredAt : ticket.receivedAt,
    ticketType: ticket.type,
    calendars: facts.calendars,
  });
  const coverage = before.kind === 'lifted' && !serves(found) ? before : found;
  const statedFields = [
    ...new Set([
      ...ticket.statedFields,
      ...answered(facts.regulation, about),
      ...answeredByCoverage(facts.regulation, coverage),
    ]),
  ];
  const of = { type: ticket.type, packageId: coverage.packageId };
  return accept(
    inTurn(ticket, facts, [
      say({
        type: 'ProductNamed',
        about,
        coverage,
        tried,
        statedFields,
        missingFields: missingFields(facts.regulation, of, statedFields),
        ...(serves(coverage) === serves(before) && coverage.packageId === before.packageId
          ? {}
          : { changes: true as const }),
      }),
      assignLine,
      assignNamed,
      withdrawClocks,
      retargetClocks('package'),
      armClocks,
    ]),
  );
};
