import type { CertificateId } from '../ids.ts';
import { judgeCondition } from '../regulation/judge-condition.ts';
import type { ClauseId, Regulation, Text } from '../regulation/regulation.ts';
import { conditionFactsOf } from '../ticket/condition-facts.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** What a request about a product that was never commissioned, as far as is on record, is answered with (FL-NOTE). */
export interface CommissioningNote {
  readonly name: Text;
  /** What to do about it; null: the regulation names nothing. */
  readonly instead: Text | null;
  readonly clause: ClauseId;
}

/** The certificate that a ticket is served by, or would be if it had begun; null: there is none. */
export const certificateOfNote = ({ coverage }: Ticket): CertificateId | null =>
  coverage.kind === 'covered' || (coverage.kind === 'not-entitled' && coverage.reason === 'not-started')
    ? coverage.certificateId
    : null;

/**
 * The regulation's note for a ticket under a certificate while no commissioning is on record; null: it has none for this ticket.
 * The note is said, it decides nothing: a ticket that is served is served meanwhile.
 */
export const commissioningNote = ({ exclusions }: Regulation, ticket: Ticket): CommissioningNote | null => {
  if (ticket.state === 'closed' || certificateOfNote(ticket) === null) return null;
  const known = conditionFactsOf(ticket);
  const facts = { ...known, facts: { ...known.facts, commissioned: 'no' } };
  const rule = exclusions.find(
    ({ when }) =>
      when !== null && 'commissioned' in when.facts && judgeCondition(when, facts).kind === 'holds',
  );
  if (rule === undefined) return null;
  const { name, instead, clause } = rule;
  return { name, instead, clause };
};
