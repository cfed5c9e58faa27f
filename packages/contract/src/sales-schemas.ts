import { z } from 'zod';
import { federalDistrict } from './company-schemas.ts';
import { numberInPath } from './number-in-path.ts';
import {
  attachment,
  channel,
  email,
  id,
  instantText,
  lineText,
  personName,
  text,
  typedText,
} from './schemas.ts';

export const inquiryTopic = z.enum(['support', 'price-list', 'upgrade']);
export type InquiryTopicName = z.infer<typeof inquiryTopic>;

export const inquiryState = z.enum(['open', 'answered', 'won', 'lost']);

export const inquiryView = z.enum(['open', 'mine', 'unrouted', 'answered', 'won', 'lost', 'all']);
export type InquiryView = z.infer<typeof inquiryView>;

/** Numbers of inquiries are a series of their own, written `S-12`. */
export const inquiryNumber = numberInPath;

const clause = z.object({ id: z.string(), place: z.string(), says: text });

export const inquirySummary = z.object({
  inquiryId: id,
  number: z.number().int(),
  subject: z.string(),
  state: inquiryState,
  topic: inquiryTopic,
  channel,
  company: z.object({ companyId: id, name: z.string() }).nullable(),
  contact: z.object({ contactId: id, name: z.string(), email: z.string(), phone: z.string() }),
  district: federalDistrict.nullable(),
  /** The regulation's address that it goes to; null: not routed. */
  addressee: z.string().nullable(),
  owner: z.object({ personId: id, name: z.string() }).nullable(),
  receivedAt: instantText,
  lastMessageAt: instantText,
  version: z.number().int(),
});
export type InquirySummary = z.infer<typeof inquirySummary>;

export const inquiryAction = z.enum([
  'choose-district',
  'choose-addressee',
  'name-topic',
  'name-company',
  'hand-over',
  'answer',
  'add-note',
  'close-won',
  'close-lost',
  'reopen',
  'become-ticket',
]);
export type InquiryActionName = z.infer<typeof inquiryAction>;

export const inquiryPage = z.object({
  inquiry: inquirySummary.extend({
    /** Why nobody of the regulation's sales has it; null: somebody has. */
    unrouted: z.object({ says: text, clause: z.string().nullable() }).nullable(),
    fromTicket: z.number().int().nullable(),
    becameTicket: z.number().int().nullable(),
    certificate: z.object({ certificateId: id, number: z.string() }).nullable(),
    partner: z.object({ companyId: id, name: z.string() }).nullable(),
  }),
  messages: z.array(
    z.object({
      messageId: id,
      at: instantText,
      kind: z.enum(['customer', 'reply', 'note']),
      author: z.string(),
      text: z.string(),
      attachments: z.array(attachment),
      letterId: id.nullable(),
      /** What became of the letter; null: none went out for it. */
      delivery: z.enum(['waiting', 'accepted', 'kept', 'failed', 'suppressed']).nullable(),
    }),
  ),
  history: z.array(
    z.object({
      seq: z.number().int(),
      at: instantText,
      actor: z.string().nullable(),
      says: text,
      clause: z.string().nullable(),
    }),
  ),
  /** Addresses of sales to choose from, with the districts of each; null: everywhere. */
  addressees: z.array(z.object({ to: z.string(), districts: z.array(federalDistrict).nullable(), clause })),
  /** Published ways to sales: what the customer may be told (OW-CONTACT). */
  salesContacts: z.array(z.object({ channel, value: z.string(), note: text.nullable(), clause: z.string() })),
  /** How the price list is given; null: the regulation says nothing of it. */
  priceList: z.enum(['published', 'on-request', 'none']).nullable(),
  /** Whether the regulation lets partners sell. */
  partnersSell: z.boolean(),
  /** Who may have it. */
  staff: z.array(z.object({ personId: id, name: z.string() })),
  allowed: z.array(inquiryAction),
});
export type InquiryPage = z.infer<typeof inquiryPage>;
export type InquiryMessage = InquiryPage['messages'][number];

const words = (max: number) =>
  typedText(max, 1).refine((typed) => typed.trim() !== '', { error: 'required' });

export const newInquiry = z.strictObject({
  channel,
  topic: inquiryTopic,
  requesterEmail: email.nullable(),
  requesterName: personName(200),
  requesterPhone: lineText(40).default(''),
  companyId: id.nullable(),
  /** null: the company's own, where it is known. */
  district: federalDistrict.nullable(),
  subject: lineText(300, 1),
  text: typedText(100_000),
});
export type NewInquiryBody = z.input<typeof newInquiry>;

/** What staff may do to a purchase inquiry. */
export const inquiryCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('choose-district'), district: federalDistrict }),
  z.strictObject({ command: z.literal('choose-addressee'), to: lineText(300, 1) }),
  z.strictObject({ command: z.literal('name-topic'), topic: inquiryTopic }),
  z.strictObject({ command: z.literal('name-company'), companyId: id }),
  z.strictObject({ command: z.literal('hand-over'), personId: id, text: typedText(10_000).default('') }),
  /** A letter to whoever asked, in the same thread. Markdown. */
  z.strictObject({
    command: z.literal('answer'),
    text: words(100_000),
    attachments: z.array(id).max(20).default([]),
  }),
  z.strictObject({
    command: z.literal('add-note'),
    text: words(100_000),
    attachments: z.array(id).max(20).default([]),
  }),
  z.strictObject({
    command: z.literal('close-won'),
    /** The certificate that was sold; null: none of this desk. */
    certificateId: id.nullable(),
    /** The partner that sold it; null: the vendor itself. */
    partnerId: id.nullable(),
  }),
  z.strictObject({ command: z.literal('close-lost'), reason: words(10_000) }),
  z.strictObject({ command: z.literal('reopen') }),
  /** It is a request for support: a ticket goes on with it. */
  z.strictObject({ command: z.literal('become-ticket'), priority: z.string().max(60).nullable() }),
]);
export type InquiryCommandBody = z.output<typeof inquiryCommand>;
export type InquiryCommandInput = z.input<typeof inquiryCommand>;
