import { z } from 'zod';
import { callersReply, missedCall } from './call-schemas.ts';
import { endpoint } from './endpoint.ts';
import { portalCoverage } from './portal-certificate-schemas.ts';
import { deskSlug, id, instantText, lineText, personRef } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** A call while it is being talked: who it is, and what their request would be. */
export const callEndpoints = {
  getCallers: endpoint({
    id: 'getCallers',
    method: 'GET',
    path: '/api/desks/{desk}/callers',
    permission: 'support',
    params: inDesk,
    summary:
      'Who may be calling: by a telephone in any spelling, by a contact or a company of the desk; with certificates, stops of service and open tickets.',
    query: z.strictObject({
      phone: lineText(60).default(''),
      contactId: id.optional(),
      companyId: id.optional(),
    }),
    reply: callersReply,
  }),
  previewCall: endpoint({
    id: 'previewCall',
    method: 'GET',
    path: '/api/desks/{desk}/callers/preview',
    permission: 'support',
    params: inDesk,
    summary:
      'What a request by telephone would be, were it registered now: the package with the deadlines, or why it is not served, by the rules that register it.',
    query: z.strictObject({
      contactId: id.optional(),
      companyId: id.optional(),
      product: lineText(200).default(''),
      type: lineText(60).default(''),
      priority: lineText(60).default(''),
    }),
    reply: portalCoverage,
  }),
  getMissedCalls: endpoint({
    id: 'getMissedCalls',
    method: 'GET',
    path: '/api/desks/{desk}/missed-calls',
    permission: 'support',
    params: inDesk,
    summary:
      'Calls that nobody answered and customers who want to be called back, until somebody has: those with a deadline first, then the longest waiting, at most 100.',
    reply: z.object({ calls: z.array(missedCall) }),
  }),
  addMissedCall: endpoint({
    id: 'addMissedCall',
    method: 'POST',
    path: '/api/desks/{desk}/missed-calls',
    permission: 'support',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary:
      'Put down a call that nobody answered, by hand or from a telephone exchange: it waits to be called back.',
    body: z.strictObject({
      /** Empty: withheld. */
      phone: lineText(60).default(''),
      /** Not after now; absent: now. */
      at: instantText.optional(),
      note: lineText(300).default(''),
    }),
    reply: z.object({ callId: id }),
  }),
  changeMissedCall: endpoint({
    id: 'changeMissedCall',
    method: 'PATCH',
    path: '/api/desks/{desk}/missed-calls/{callId}',
    permission: 'support',
    params: inDesk.extend({ callId: id }),
    summary:
      'Take a missed call to call back, give it back, mark it handled or waiting again; a wish to be called back is handled without a call only with a reason. `done` false: a colleague has it or has handled it, and stays with it.',
    body: z.strictObject({
      act: z.enum(['take', 'release', 'handle', 'reopen']),
      /** Why nobody has to call. */
      reason: lineText(300).default(''),
    }),
    reply: z.object({
      done: z.boolean(),
      /** Who has it, or has handled it. */
      by: personRef.nullable(),
    }),
  }),
} as const;
