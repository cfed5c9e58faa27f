import { z } from 'zod';
import { callersReply } from './call-schemas.ts';
import { endpoint } from './endpoint.ts';
import { portalCoverage } from './portal-certificate-schemas.ts';
import { deskSlug, id, lineText } from './schemas.ts';

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
} as const;
