import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, instantText, typedText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const words = typedText(4000, 1).refine((typed) => typed.trim() !== '', { error: 'required' });
const done = z.object({ stopId: id });

export const serviceStop = z.object({
  stopId: id,
  contact: z.object({ contactId: id, name: z.string() }),
  at: instantText,
  by: z.string(),
  evidence: z.string(),
  clause: z.string(),
  /** null: it holds. */
  reversed: z.object({ at: instantText, by: z.string(), reason: z.string() }).nullable(),
});
export type ServiceStop = z.infer<typeof serviceStop>;

/** Service stopped for a contact, and taken up again. */
export const stopEndpoints = {
  getServiceStops: endpoint({
    id: 'getServiceStops',
    method: 'GET',
    path: '/api/desks/{desk}/service-stops',
    permission: 'staff',
    params: inDesk,
    summary:
      'Stops of service, the latest first: of one contact, of everybody who speaks for a company, or all that hold; and what the person who asks may do.',
    query: z.strictObject({ contactId: id.optional(), companyId: id.optional() }),
    reply: z.object({
      /** Clause of the regulation; null: it foresees no such thing. */
      clause: z.string().nullable(),
      mayStop: z.boolean(),
      mayResume: z.boolean(),
      stops: z.array(serviceStop),
    }),
  }),
  stopService: endpoint({
    id: 'stopService',
    method: 'POST',
    path: '/api/desks/{desk}/service-stops',
    permission: 'support',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary:
      'Stop service for a contact, with evidence: requests are registered without a promise from then on.',
    body: z.strictObject({ contactId: id, evidence: words }),
    reply: done,
  }),
  resumeService: endpoint({
    id: 'resumeService',
    method: 'POST',
    path: '/api/desks/{desk}/service-stops/reversal',
    permission: 'support',
    params: inDesk,
    idempotent: true,
    summary: 'Take service for a contact up again, with a reason.',
    body: z.strictObject({ contactId: id, reason: words }),
    reply: done,
  }),
} as const;
