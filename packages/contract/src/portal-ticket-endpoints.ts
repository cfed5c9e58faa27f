import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  newPortalTicket,
  portalCommand,
  portalNews,
  portalRating,
  portalTicket,
  portalTicketForm,
  portalTicketList,
  portalTicketQuery,
  ticketRating,
} from './portal-ticket-schemas.ts';
import { attachment, deskSlug, id, ticketNumber } from './schemas.ts';

const inPortal = z.object({ desk: deskSlug });
const ofTicket = inPortal.extend({ number: ticketNumber });

/** What customers with an account see of their tickets, and do with them. */
export const portalTicketEndpoints = {
  getPortalTickets: endpoint({
    id: 'getPortalTickets',
    method: 'GET',
    path: '/api/portal/{desk}/tickets',
    permission: 'customer',
    params: inPortal,
    summary:
      'The customer’s tickets, and those of colleagues that their company lets them see; newest first, of the open ones those before that wait for the customer. Searched by words in any form, half a word, words misspelled or typed on the other keyboard layout, by numbers.',
    query: portalTicketQuery,
    reply: portalTicketList,
  }),
  getPortalTicket: endpoint({
    id: 'getPortalTicket',
    method: 'GET',
    path: '/api/portal/{desk}/tickets/{number}',
    permission: 'customer',
    params: ofTicket,
    summary:
      'A ticket that the customer may see: conversation, deadlines with reasons, what is asked of them.',
    reply: portalTicket,
  }),
  commandPortalTicket: endpoint({
    id: 'commandPortalTicket',
    method: 'POST',
    path: '/api/portal/{desk}/tickets/{number}/commands',
    permission: 'customer',
    params: ofTicket,
    idempotent: true,
    summary:
      'Answer, confirm, object, answer a proposal, tell what is missing. Wants no version: a word is never stale.',
    body: portalCommand,
    /** The ticket that it became part of: another one where the ticket was closed. */
    reply: z.object({ number: z.number().int() }),
  }),
  ratePortalTicket: endpoint({
    id: 'ratePortalTicket',
    method: 'POST',
    path: '/api/portal/{desk}/tickets/{number}/rating',
    permission: 'customer',
    params: ofTicket,
    summary: 'Rate a closed ticket, or change the rating within seven days.',
    body: portalRating,
    reply: ticketRating,
  }),
  getPortalFile: endpoint({
    id: 'getPortalFile',
    method: 'GET',
    path: '/api/portal/{desk}/tickets/{number}/files/{attachmentId}',
    permission: 'customer',
    params: ofTicket.extend({ attachmentId: id }),
    summary: 'A file of the ticket’s public conversation. Always an attachment, never shown inline.',
    reply: z.unknown(),
  }),
  uploadPortalFile: endpoint({
    id: 'uploadPortalFile',
    method: 'POST',
    path: '/api/portal/{desk}/files',
    permission: 'customer',
    params: inPortal,
    bodyKind: 'multipart',
    status: 201,
    summary: 'Upload one file (form field `file`, at most 50 MiB) to be named by a later word.',
    reply: attachment,
  }),
  getPortalTicketForm: endpoint({
    id: 'getPortalTicketForm',
    method: 'GET',
    path: '/api/portal/{desk}/ticket-form',
    permission: 'customer',
    params: inPortal,
    summary:
      'What a new ticket can be about: companies, products, what they run, and whether their packages take the portal.',
    reply: portalTicketForm,
  }),
  registerPortalTicket: endpoint({
    id: 'registerPortalTicket',
    method: 'POST',
    path: '/api/portal/{desk}/tickets',
    permission: 'customer',
    params: inPortal,
    idempotent: true,
    status: 201,
    summary: 'Register a ticket. It is always kept; whether it is served the regulation decides.',
    body: newPortalTicket,
    reply: z.object({ number: z.number().int() }),
  }),
  getPortalNews: endpoint({
    id: 'getPortalNews',
    method: 'GET',
    path: '/api/portal/{desk}/news',
    permission: 'customer',
    params: inPortal,
    summary: 'What support wrote and which deadlines moved in the customer’s tickets, newest first.',
    reply: z.object({ news: z.array(portalNews), unread: z.number().int() }),
  }),
  readPortalNews: endpoint({
    id: 'readPortalNews',
    method: 'POST',
    path: '/api/portal/{desk}/news/read',
    permission: 'customer',
    params: inPortal,
    status: 204,
    summary: 'The customer has looked at their news.',
    body: z.strictObject({}),
    reply: z.unknown(),
  }),
};

/** Server-sent events of a customer's tickets; `{desk}` as in paths. Event `ticket`: `{"number": 7}`. */
export const portalLivePath = '/api/portal/{desk}/live';
