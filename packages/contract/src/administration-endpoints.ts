import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, instantText, lineText, text } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** What is looked for in the audit log; each part may be left out. */
const auditFilter = {
  personId: id.optional(),
  /** Id of an endpoint. */
  action: lineText(60, 1).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** What it was about: a kind of things, a name, both (“company Oak”), or a part of the address, taken literally. */
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
  /** Method and address, and what was written beside it. */
  target: z.string(),
  /** The same in words; null: of nothing that has any. */
  object: z
    .object({
      says: text,
      /** Its number or name, and what it is a part of; empty: neither is known. */
      name: z.string(),
      /** Where the application shows it, after the address of the desk; null: nowhere. */
      page: z.string().nullable(),
    })
    .nullable(),
  clientAddress: z.string(),
});
export type AuditEntryShown = z.infer<typeof auditEntry>;

/** A regulation file, as written. */
export const regulationText = z.string().min(1).max(600_000);

/** What there is to say of a place in the file. */
export const findingShown = z.object({
  /** `error` and `contradiction` keep the file from being used, the latter unless it was accepted in the file. */
  level: z.enum(['error', 'contradiction', 'warning', 'note']),
  code: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  says: text,
  accepted: z.boolean(),
  blocking: z.boolean(),
});
export type FindingShown = z.infer<typeof findingShown>;

const edition = z.object({
  editionId: id,
  label: z.string(),
  from: instantText,
  /** `withdrawn`: another text took its place before its day came. */
  state: z.enum(['in-force', 'planned', 'earlier', 'withdrawn']),
  givenAt: instantText,
  /** null: it came from a file of the server. */
  givenBy: z.string().nullable(),
});
export type EditionShown = z.infer<typeof edition>;

export const editionCheck = z.object({
  findings: z.array(findingShown),
  /** null: something keeps the text from being used. */
  edition: z
    .object({
      label: z.string(),
      from: instantText,
      startsNow: z.boolean(),
      /** The desk goes by this very text already. */
      same: z.boolean(),
      withdraws: z.array(z.string()),
      /** What it says otherwise than the text in force; clause: id of the clause. */
      changes: z.array(z.object({ kind: z.string(), says: text, clause: z.string().nullable() })),
      openTicketsFollow: z.boolean(),
    })
    .nullable(),
});
export type EditionCheckShown = z.infer<typeof editionCheck>;

/** Tables that go out whole. */
export const exportTables = [
  'tickets',
  'messages',
  'attachments',
  'history',
  'links',
  'time',
  'companies',
  'sites',
  'standings',
  'contacts',
  'certificates',
  'instances',
  'licences',
  'inquiries',
  'inquiry-messages',
  'products',
  'letters',
  'missed-calls',
  'templates',
] as const;
export type ExportTable = (typeof exportTables)[number];

export const administrationEndpoints = {
  exportTable: endpoint({
    id: 'exportTable',
    method: 'GET',
    path: '/api/desks/{desk}/export/{table}',
    permission: 'administrator',
    params: inDesk.extend({ table: z.enum(exportTables) }),
    summary: 'Everything of one table of the desk as a file, CSV or JSON. It stands in the audit log.',
    query: z.strictObject({ format: z.enum(['csv', 'json']).default('csv') }),
    reply: z.unknown(),
  }),
  getEditions: endpoint({
    id: 'getEditions',
    method: 'GET',
    path: '/api/desks/{desk}/regulation/editions',
    permission: 'lead',
    params: inDesk,
    summary: 'Editions of the regulation: in force, planned, earlier; the latest first.',
    reply: z.object({ editions: z.array(edition) }),
  }),
  getEdition: endpoint({
    id: 'getEdition',
    method: 'GET',
    path: '/api/desks/{desk}/regulation/editions/{editionId}',
    permission: 'lead',
    params: inDesk.extend({ editionId: id }),
    summary: 'The text of one edition, as written.',
    reply: edition.extend({ source: z.string() }),
  }),
  checkEdition: endpoint({
    id: 'checkEdition',
    method: 'POST',
    path: '/api/desks/{desk}/regulation/check',
    permission: 'administrator',
    params: inDesk,
    summary:
      'What the desk says of a text before it is given: findings, the day it begins, what it changes. Keeps nothing.',
    body: z.strictObject({ source: regulationText }),
    reply: editionCheck,
  }),
  giveEdition: endpoint({
    id: 'giveEdition',
    method: 'POST',
    path: '/api/desks/{desk}/regulation/editions',
    permission: 'administrator',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Put a text in force, on the day that it names or now. A text that the check blocks is refused.',
    body: z.strictObject({ source: regulationText }),
    reply: z.object({ edition: z.string(), from: instantText }),
  }),
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
