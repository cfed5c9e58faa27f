import type { RuleQuestion } from '../clock/find-rule.ts';
import type { ClockId, PackageId } from '../regulation/regulation.ts';
import type { Ticket } from './ticket.ts';

/** Figures agreed in the certificate that serves it. */
const agreedFor = ({ coverage }: Ticket, packageId: PackageId): Pick<RuleQuestion, 'byCertificate'> =>
  coverage.kind === 'covered' && coverage.packageId === packageId && coverage.agreed !== undefined
    ? { byCertificate: coverage.agreed }
    : {};

/** What a clock of this ticket is promised by: its package, the priority in force or supposed, its type. */
export const ruleQuestion = (ticket: Ticket, clock: ClockId, packageId: PackageId): RuleQuestion => ({
  clock,
  packageId,
  priority: ticket.priority ?? ticket.supposedPriority,
  type: ticket.type,
  ...agreedFor(ticket, packageId),
});
