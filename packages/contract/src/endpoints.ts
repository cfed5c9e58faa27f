import { z } from 'zod';
import { accountEndpoints } from './account-endpoints.ts';
import { apiKeyEndpoints } from './api-key-endpoints.ts';
import { administrationEndpoints } from './administration-endpoints.ts';
import { boardEndpoints } from './board-endpoints.ts';
import { callEndpoints } from './call-endpoints.ts';
import { certificateEndpoints } from './certificate-endpoints.ts';
import { countedSchedule } from './clock-schemas.ts';
import { companyEndpoints } from './company-endpoints.ts';
import { deskEndpoints } from './desk-endpoints.ts';
import { draftEndpoints } from './draft-endpoints.ts';
import { endpoint } from './endpoint.ts';
import { instanceEndpoints } from './instance-endpoints.ts';
import { companyPortalEndpoints } from './company-portal-endpoints.ts';
import { portalEndpoints } from './portal-endpoints.ts';
import { portalTicketEndpoints } from './portal-ticket-endpoints.ts';
import { mailboxEndpoints } from './mailbox-endpoints.ts';
import { productEndpoints } from './product-endpoints.ts';
import { queueFilter } from './queue-filter.ts';
import { salesEndpoints } from './sales-endpoints.ts';
import { notificationEndpoints } from './notification-endpoints.ts';
import {
  attachment,
  channel,
  deskSlug,
  email,
  id,
  instantText,
  letterSummary,
  lineText,
  personName,
  queueTicket,
  queueView,
  ticketNumber,
  ticketPage,
  ticketState,
  typedText,
} from './schemas.ts';
import { session } from './session-schemas.ts';
import { searchEndpoints } from './search-endpoints.ts';
import { staffEndpoints } from './staff-endpoints.ts';
import { setupEndpoints } from './setup-endpoints.ts';
import { stopEndpoints } from './stop-endpoints.ts';
import { templateEndpoints } from './template-endpoints.ts';
import { ticketCommand } from './ticket-command.ts';
import { viewEndpoints } from './view-endpoints.ts';
import { wayInEndpoints } from './way-in-endpoints.ts';
import { webhookEndpoints } from './webhook-endpoints.ts';
import { workspaceEndpoints } from './workspace-endpoints.ts';

const none = z.object({});
const inDesk = z.object({ desk: deskSlug });
const ofTicket = inDesk.extend({ number: ticketNumber });
const registered = z.object({
  ticketId: id,
  number: z.number().int(),
  state: ticketState,
  version: z.number().int(),
});

export const endpoints = {
  ...administrationEndpoints,
  ...deskEndpoints,
  ...mailboxEndpoints,
  ...setupEndpoints,
  ...companyEndpoints,
  ...certificateEndpoints,
  ...instanceEndpoints,
  ...salesEndpoints,
  ...productEndpoints,
  ...stopEndpoints,
  ...searchEndpoints,
  ...apiKeyEndpoints,
  ...webhookEndpoints,
  ...workspaceEndpoints,
  ...templateEndpoints,
  ...portalEndpoints,
  ...portalTicketEndpoints,
  ...companyPortalEndpoints,
  ...boardEndpoints,
  ...callEndpoints,
  ...viewEndpoints,
  ...draftEndpoints,
  ...notificationEndpoints,
  ...wayInEndpoints,
  ...accountEndpoints,
  ...staffEndpoints,
  signIn: endpoint({
    id: 'signIn',
    method: 'POST',
    path: '/api/session',
    permission: 'public',
    params: none,
    summary: 'Sign in with e-mail and password; the session is a cookie.',
    body: z.strictObject({ email, password: z.string().min(1).max(200) }),
    reply: session,
  }),
  getSession: endpoint({
    id: 'getSession',
    method: 'GET',
    path: '/api/session',
    permission: 'signed-in',
    params: none,
    summary: 'Who is signed in, and in which desks.',
    reply: session,
  }),
  signOut: endpoint({
    id: 'signOut',
    method: 'DELETE',
    path: '/api/session',
    permission: 'signed-in',
    params: none,
    summary: 'End the session.',
    reply: z.null(),
    status: 204,
  }),
  getRegulation: endpoint({
    id: 'getRegulation',
    method: 'GET',
    path: '/api/desks/{desk}/regulation',
    permission: 'staff',
    params: inDesk,
    summary: 'The regulation in force, parsed: what the browser counts deadlines and names things by.',
    /** The Regulation of @reglament/desk; plain data. */
    reply: z.looseObject({ id: z.string() }),
  }),
  getQueue: endpoint({
    id: 'getQueue',
    method: 'GET',
    path: '/api/desks/{desk}/queue',
    permission: 'staff',
    params: inDesk,
    summary:
      'Tickets in the order of the regulation in force: unless it says otherwise by priority, then nearest deadline.',
    query: z.strictObject({
      view: queueView.default('open'),
      /** Id of a line of support: its tickets only. Not for tickets that are over or promised nothing. */
      line: lineText(60, 1).optional(),
      ...queueFilter,
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      tickets: z.array(queueTicket),
      /** The hours that the deadlines of this page were counted by, each once; what a key stands for never changes. */
      schedules: z.array(countedSchedule),
      next: z.string().nullable(),
      now: instantText,
    }),
  }),
  getQueueCounts: endpoint({
    id: 'getQueueCounts',
    method: 'GET',
    path: '/api/desks/{desk}/queue/counts',
    permission: 'staff',
    params: inDesk,
    summary:
      'How many tickets stand in each view and in the queue of each line, counted up to 100; kept views up to 1,000.',
    reply: z.object({
      counts: z.record(queueView, z.number().int()),
      /** By the lines of the regulation in force. */
      lines: z.record(z.string(), z.number().int()),
      /** By the ids of the views that the person or the desk keeps; `isMore`: at least so many. */
      kept: z.record(id, z.object({ count: z.number().int(), isMore: z.boolean() })),
      /** Purchase inquiries that wait for an answer. */
      inquiries: z.number().int(),
      /** Missed calls that nobody has called back. */
      missedCalls: z.number().int(),
    }),
  }),
  getTicket: endpoint({
    id: 'getTicket',
    method: 'GET',
    path: '/api/desks/{desk}/tickets/{number}',
    permission: 'staff',
    params: ofTicket,
    summary: 'Everything about one ticket. The ETag is its version.',
    reply: ticketPage,
  }),
  registerTicket: endpoint({
    id: 'registerTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets',
    permission: 'support',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Register a request that reached staff by phone or another channel.',
    body: z.strictObject({
      channel,
      /** Whoever asks, where the desk knows them: then no other contact is made. null: the address says, or nobody does. */
      contactId: id.nullable().default(null),
      requesterEmail: email.nullable(),
      requesterName: personName(200),
      requesterPhone: lineText(40).default(''),
      companyId: id.nullable(),
      /** Of the company's sites; null: none in particular. */
      siteId: id.nullable().default(null),
      /** Of the catalogue; null: what the answers name. */
      product: lineText(200, 1).nullable().default(null),
      productVersion: lineText(80, 1).nullable().default(null),
      subject: lineText(300, 1),
      text: typedText(100_000),
      type: z.string().max(60).nullable(),
      priority: z.string().max(60).nullable(),
      fields: z.record(z.string().max(60), typedText(2000)).default({}),
      attachments: z.array(id).max(20).default([]),
      /** The number on which they want to be called back: a task for whoever calls; null: they don't. */
      callback: lineText(60).nullable().default(null),
      /** The missed call that was answered by this one: it waits no more. */
      missedCallId: id.nullable().default(null),
    }),
    reply: registered,
  }),
  commandTicket: endpoint({
    id: 'commandTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/commands',
    permission: 'support',
    params: ofTicket,
    idempotent: true,
    versioned: true,
    summary: 'Do something to a ticket: take, classify, ask, answer, resolve...',
    body: ticketCommand,
    reply: z.object({ version: z.number().int() }),
  }),
  mergeTicket: endpoint({
    id: 'mergeTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/merge',
    permission: 'support',
    params: ofTicket,
    idempotent: true,
    versioned: true,
    summary: 'Merge a ticket into another one of the same person, which goes on for both.',
    body: z.strictObject({
      /** Number of the ticket that goes on. */
      into: z.number().int().min(1).max(999_999_999_999_999),
    }),
    reply: z.object({ version: z.number().int() }),
  }),
  splitTicket: endpoint({
    id: 'splitTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/split',
    permission: 'support',
    params: ofTicket,
    idempotent: true,
    versioned: true,
    status: 201,
    summary: 'Make a second problem a ticket of its own; answers with the new one.',
    body: z.strictObject({
      subject: lineText(300, 1),
      /** The second problem, in the customer's words. */
      text: typedText(100_000, 1),
      type: z.string().max(60).nullable(),
      priority: z.string().max(60).nullable(),
    }),
    reply: registered,
  }),
  uploadAttachment: endpoint({
    id: 'uploadAttachment',
    method: 'POST',
    path: '/api/desks/{desk}/attachments',
    permission: 'staff',
    params: inDesk,
    bodyKind: 'multipart',
    status: 201,
    summary: 'Upload one file (form field `file`, at most 50 MiB) to be named by a later command.',
    reply: attachment,
  }),
  getAttachment: endpoint({
    id: 'getAttachment',
    method: 'GET',
    path: '/api/desks/{desk}/attachments/{attachmentId}',
    permission: 'staff',
    params: inDesk.extend({ attachmentId: id }),
    summary: 'Download a file. Always an attachment, never shown inline.',
    reply: z.unknown(),
  }),
  getLetters: endpoint({
    id: 'getLetters',
    method: 'GET',
    path: '/api/desks/{desk}/letters',
    permission: 'administrator',
    params: inDesk,
    summary: 'Letters in and out, newest first, with what became of each.',
    query: z.strictObject({
      direction: z.enum(['in', 'out']).optional(),
      /** Only those that could not be sent or read. */
      troubled: z.enum(['only']).optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ letters: z.array(letterSummary), next: z.string().nullable() }),
  }),
  getLetter: endpoint({
    id: 'getLetter',
    method: 'GET',
    path: '/api/desks/{desk}/letters/{letterId}',
    permission: 'administrator',
    params: inDesk.extend({ letterId: id }),
    summary: 'One letter, read: headers, text, files.',
    reply: letterSummary.extend({
      text: z.string(),
      html: z.string().nullable(),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
      attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.number().int() })),
      sha256: z.string(),
    }),
  }),
  getLetterRaw: endpoint({
    id: 'getLetterRaw',
    method: 'GET',
    path: '/api/desks/{desk}/letters/{letterId}/raw',
    permission: 'administrator',
    params: inDesk.extend({ letterId: id }),
    summary: 'The letter byte for byte as .eml.',
    reply: z.unknown(),
  }),
  dropLetter: endpoint({
    id: 'dropLetter',
    method: 'POST',
    path: '/api/desks/{desk}/letters',
    permission: 'administrator',
    params: inDesk,
    bodyKind: 'message/rfc822',
    status: 201,
    summary: 'Hand in a raw letter (.eml); it takes the same path as one from the mailbox.',
    reply: z.object({ letterId: id }),
  }),
  writeLetter: endpoint({
    id: 'writeLetter',
    method: 'POST',
    path: '/api/desks/{desk}/letters/written',
    permission: 'administrator',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Hand in a letter written in a form; it takes the same path as one from the mailbox.',
    body: z.strictObject({
      fromName: lineText(200),
      fromAddress: email,
      subject: lineText(998),
      text: typedText(100_000),
      /** To the desk's address of sales: it becomes a purchase inquiry. */
      forSales: z.boolean().default(false),
    }),
    reply: z.object({ letterId: id }),
  }),
  retryLetter: endpoint({
    id: 'retryLetter',
    method: 'POST',
    path: '/api/desks/{desk}/letters/{letterId}/retry',
    permission: 'administrator',
    params: inDesk.extend({ letterId: id }),
    summary: 'Read a quarantined letter again, or send a failed one again.',
    body: z.strictObject({}),
    reply: z.null(),
    status: 204,
  }),
} as const;
/** Server-sent events of a desk (`GET /api/desks/{desk}/live`): `event: ticket`, `data: {"number": 12}`; `event: notification`. Cookie session. */
export const livePath = '/api/desks/{desk}/live';
