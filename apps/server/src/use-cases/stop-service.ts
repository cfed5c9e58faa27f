import {
  type ContactId,
  type DeskId,
  judgeReversal,
  judgeStop,
  type PersonId,
  type StopRefusal,
} from '@reglament/desk';
import { insertAudit } from '../store/audit.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { stopThatHolds } from '../store/queries/service-stops.ts';
import {
  insertStop,
  lockContact,
  oweServiceLetter,
  reverseStop,
  type ServiceNotice,
} from '../store/service-stops.ts';
import type { Context } from './context.ts';

export interface StopRequest {
  readonly deskId: DeskId;
  readonly contactId: ContactId;
  readonly personId: PersonId;
  /** Leads, and administrators in their place. */
  readonly isLead: boolean;
  /** What speaks for it: evidence, or a reason to take it back. */
  readonly words: string;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
  /** For the audit. */
  readonly clientAddress: string;
  readonly requestId: string;
}

export type StopOutcome =
  | { readonly kind: 'done'; readonly stopId: string }
  | { readonly kind: 'refused'; readonly refusal: StopRefusal }
  | { readonly kind: 'unknown-contact' };

/** On record, in the audit, and owed to the contact by letter, as far as there is an address. */
const tell = async (
  context: Context,
  q: Queries,
  request: StopRequest & { readonly email: string | null },
  notice: ServiceNotice,
): Promise<StopOutcome> => {
  const at = context.now();
  const { deskId, contactId, personId, clientAddress, requestId, idempotency } = request;
  await insertAudit(q, {
    auditId: context.newId(),
    at,
    action: 'request',
    outcome: notice.kind,
    personId,
    target: contactId,
    clientAddress,
    requestId,
  });
  if (request.email !== null)
    await oweServiceLetter(q, { deskId, outboxId: context.newId(), contactId, notice, at });
  const response = { stopId: notice.stopId };
  await insertResponse(q, { deskId, ...idempotency, response, at });
  return { kind: 'done', ...response };
};

/** Service is stopped for a contact: requests are registered from then on without a promise, until the lead takes it back (CN-L5). */
export const stopService = (context: Context, request: StopRequest): Promise<StopOutcome> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, contactId, isLead, personId } = request;
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    const { abuse } = regulation.entitlement;
    const contact = await lockContact(q, deskId, contactId);
    if (contact === null) return { kind: 'unknown-contact' };
    const isStopped = (await stopThatHolds(q, deskId, contactId)) !== null;
    const refusal = judgeStop(abuse, { isLead, isStopped });
    if (refusal !== null || abuse === null)
      return { kind: 'refused', refusal: refusal ?? { code: 'stop-not-foreseen', clause: null } };
    const stopId = context.newId();
    const { clause } = abuse;
    const evidence = request.words.trim();
    await insertStop(q, { deskId, stopId, contactId, clause, at: context.now(), by: personId, evidence });
    return tell(context, q, { ...request, ...contact }, { kind: 'service-stopped', stopId });
  });

/** Requests of the contact are served again; those that came meanwhile stay as they were registered. */
export const resumeService = (context: Context, request: StopRequest): Promise<StopOutcome> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, contactId, isLead, personId } = request;
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    const contact = await lockContact(q, deskId, contactId);
    if (contact === null) return { kind: 'unknown-contact' };
    const stopId = await stopThatHolds(q, deskId, contactId);
    const refusal = judgeReversal(regulation.entitlement.abuse, { isLead, isStopped: stopId !== null });
    if (refusal !== null || stopId === null)
      return { kind: 'refused', refusal: refusal ?? { code: 'not-stopped', clause: null } };
    const reason = request.words.trim();
    await reverseStop(q, { deskId, stopId, at: context.now(), by: personId, reason });
    return tell(context, q, { ...request, ...contact }, { kind: 'service-resumed', stopId });
  });
