import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, instantText, lineText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** What is looked for in the audit log; each part may be left out. */
const auditFilter = {
  personId: id.optional(),
  /** Id of an endpoint. */
  action: lineText(60, 1).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** A part of the address of what was changed, taken literally. */
  target: lineText(300, 1).optional(),
  /** From this instant on. */
  from: instantText.optional(),
  /** Before this instant. */
  until: instantText.optional(),
};

export const auditEntry = z.object({
  auditId: id,
  at: instantText,
  /** null: the server by itself. */
  person: z.object({ personId: id, name: z.string() }).nullable(),
  /** Id of the endpoint that was called. */
  action: z.string(),
  /** `done`, or the code of the problem that it was refused with. */
  outcome: z.string(),
  /** Method and address. */
  target: z.string(),
  clientAddress: z.string(),
});
export type AuditEntryShown = z.infer<typeof auditEntry>;

export const administrationEndpoints = {
  getAudit: endpoint({
    id: 'getAudit',
    method: 'GET',
    path: '/api/desks/{desk}/audit',
    permission: 'administrator',
    params: inDesk,
    summary: 'Who changed what at the desk, or was refused it, newest first.',
    query: z.strictObject({
      ...auditFilter,
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      entries: z.array(auditEntry),
      next: z.string().nullable(),
      /** Who works at the desk: whom one can ask about. */
      people: z.array(z.object({ personId: id, name: z.string() })),
    }),
  }),
  getAuditTable: endpoint({
    id: 'getAuditTable',
    method: 'GET',
    path: '/api/desks/{desk}/audit.csv',
    permission: 'administrator',
    params: inDesk,
    summary: 'The audit log as a table (CSV), of the same filter, at most 100,000 rows.',
    query: z.strictObject(auditFilter),
    reply: z.unknown(),
  }),
} as const;
