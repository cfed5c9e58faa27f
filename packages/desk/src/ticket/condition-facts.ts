import type { ConditionFacts } from '../regulation/judge-condition.ts';
import type { Ticket } from './ticket.ts';

/** A stranger without a promise may turn out to hold anything; who is not entitled holds nothing. */
const packageFact = ({ coverage }: Ticket): Pick<ConditionFacts, 'package'> =>
  coverage.kind === 'unidentified' && coverage.packageId === null ? {} : { package: coverage.packageId };

/** What the certificate that serves it is known to have been bought with; nothing noted is nothing known. */
const boughtFact = ({ coverage }: Ticket): Pick<ConditionFacts, 'bought'> =>
  coverage.kind === 'covered' && coverage.agreed !== undefined && coverage.agreed.bought.length > 0
    ? { bought: coverage.agreed.bought }
    : {};

/** What its certificate is for; one for every type says nothing of this installation. */
const installationFact = ({ coverage }: Ticket): Pick<ConditionFacts, 'installationType'> =>
  coverage.kind === 'covered' && coverage.agreed?.installationType !== undefined
    ? { installationType: coverage.agreed.installationType }
    : {};

/** How the version that it is about was supported on the day of the request, and whether it is for that platform. */
const productFacts = ({ about }: Ticket): { readonly version?: string; readonly platform?: string } => ({
  ...(about === undefined || about.support === null ? {} : { version: about.support }),
  ...(about?.platform === undefined ? {} : { platform: about.platform }),
});

/**
 * What the desk knows of a ticket by itself. What it doesn't know yet (the installation, the company's standing) is absent: a condition on it is asked of the person who decides.
 */
export const conditionFactsOf = (ticket: Ticket): ConditionFacts => ({
  ...packageFact(ticket),
  ...(ticket.type === null ? {} : { type: ticket.type }),
  priority: ticket.priority ?? ticket.supposedPriority,
  channel: ticket.channel,
  ...boughtFact(ticket),
  ...installationFact(ticket),
  facts: {
    ...productFacts(ticket),
    ticket: ticket.state === 'closed' ? 'closed' : 'open',
  },
});
