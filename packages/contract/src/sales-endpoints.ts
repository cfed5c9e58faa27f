import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  inquiryCommand,
  inquiryNumber,
  inquiryPage,
  inquirySummary,
  inquiryTopic,
  inquiryView,
  newInquiry,
} from './sales-schemas.ts';
import { deskSlug, id, ticketNumber, typedText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofInquiry = inDesk.extend({ inquiryNumber });
const opened = z.object({ inquiryId: id, number: z.number().int(), version: z.number().int() });

/** Purchase inquiries: requests to sales, with numbers of their own and no clocks. */
export const salesEndpoints = {
  getInquiries: endpoint({
    id: 'getInquiries',
    method: 'GET',
    path: '/api/desks/{desk}/inquiries',
    permission: 'staff',
    params: inDesk,
    summary: 'Purchase inquiries of a list, the latest word first.',
    query: z.strictObject({
      view: inquiryView.default('open'),
      /** A number, or a part of the subject, the company’s name, the contact’s name or address. */
      search: typedText(200).default(''),
      companyId: id.optional(),
      /** Number of a ticket: inquiries that it became, or was. */
      ticket: ticketNumber.optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ inquiries: z.array(inquirySummary), next: z.string().nullable() }),
  }),
  getInquiry: endpoint({
    id: 'getInquiry',
    method: 'GET',
    path: '/api/desks/{desk}/inquiries/{inquiryNumber}',
    permission: 'staff',
    params: ofInquiry,
    summary: 'Everything about one purchase inquiry. The ETag is its version.',
    reply: inquiryPage,
  }),
  openInquiry: endpoint({
    id: 'openInquiry',
    method: 'POST',
    path: '/api/desks/{desk}/inquiries',
    permission: 'staff',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Keep a purchase inquiry that reached staff by phone or another channel.',
    body: newInquiry,
    reply: opened,
  }),
  commandInquiry: endpoint({
    id: 'commandInquiry',
    method: 'POST',
    path: '/api/desks/{desk}/inquiries/{inquiryNumber}/commands',
    permission: 'sales',
    params: ofInquiry,
    idempotent: true,
    versioned: true,
    summary: 'Do something to a purchase inquiry: answer, hand over, choose where it goes, close...',
    body: inquiryCommand,
    /** `ticketNumber`: the ticket that it became. */
    reply: z.object({ version: z.number().int(), ticketNumber: z.number().int().optional() }),
  }),
  sendTicketToSales: endpoint({
    id: 'sendTicketToSales',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/inquiry',
    permission: 'support',
    params: inDesk.extend({ number: ticketNumber }),
    idempotent: true,
    status: 201,
    summary: 'Open a purchase inquiry with what the customer wrote in a ticket.',
    body: z.strictObject({
      topic: inquiryTopic,
      /** Resolves the ticket with these words; null: it stays as it is. Markdown. */
      answer: typedText(100_000, 1).nullable().default(null),
    }),
    reply: opened,
  }),
} as const;
