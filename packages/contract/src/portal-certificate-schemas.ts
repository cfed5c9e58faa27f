import { z } from 'zod';
import { certificatePage, certificateSummary } from './certificate-schemas.ts';
import { entitlement } from './entitlement-schemas.ts';
import { releases } from './release-schemas.ts';
import { inquiryState, inquiryTopic } from './sales-schemas.ts';
import { attachment, channel, id, instantText, lineText, text, typedText } from './schemas.ts';

const sentence = (max: number) =>
  typedText(max, 1).refine((typed) => typed.trim() !== '', { error: 'required' });
const line = (max: number) => lineText(max, 1).refine((typed) => typed.trim() !== '', { error: 'required' });
const other = z.object({ certificateId: id, number: z.string() });
const staffView = certificatePage.shape.certificate.shape;

/** What the regulation gives in the personal cabinet, by what the customer holds. */
export const portalCabinet = z.object({
  /** false: no package of theirs has one. */
  open: z.boolean(),
  /** Whether certificates and keys are registered in it; else on the page without an account. */
  registers: z.boolean(),
  clause: z.string().nullable(),
  /** Names of the packages that have one; empty: none is left without. */
  packages: z.array(text),
});

/** A certificate of the customer's own company, in a list. */
export const portalCertificate = certificateSummary.omit({ version: true }).extend({
  /** Whether support of its package works at this minute; null: it does not serve now. */
  isOpenNow: z.boolean().nullable(),
  /** An act that was named for its renewal waits to be looked at. */
  actWaits: z.boolean(),
});
export type PortalCertificate = z.infer<typeof portalCertificate>;

export const portalCertificates = z.object({
  certificates: z.array(portalCertificate),
  cabinet: portalCabinet,
  /** Whether the desk knows protection keys. */
  knowsKeys: z.boolean(),
  /** Companies whose certificates are not shown until they list the customer as somebody who may ask (AO-1.4). */
  unlisted: z.array(z.string()),
});
export type PortalCertificates = z.infer<typeof portalCertificates>;

export const portalCertificatePage = z.object({
  certificate: portalCertificate.extend({
    cause: staffView.cause,
    beginsOn: staffView.beginsOn,
    term: staffView.term,
    bought: staffView.bought,
    products: staffView.products,
    installationType: staffView.installationType,
    visitsPerTicket: staffView.visitsPerTicket,
    /** What the regulation says of the price; null: nothing. */
    price: text.nullable(),
    /** Those of the desk whom the certificate names. */
    people: z.array(z.object({ role: text, name: z.string(), clause: z.string().nullable() })),
    renews: other.nullable(),
    renewedBy: other.nullable(),
    upgradeLicences: staffView.upgradeLicences,
    declaredAt: instantText.nullable(),
    edition: z.string(),
  }),
  covers: certificatePage.shape.covers,
  /** Whether its support works now, a line for each of its schedules; empty: it does not serve. */
  opening: z.array(
    z.object({
      isOpen: z.boolean(),
      /** When it opens next; null: it is open, or never does. */
      opensAt: instantText.nullable(),
      priorities: z.array(text).nullable(),
    }),
  ),
  /** Which releases it opens; null: the regulation does not speak of them. */
  releases: releases.nullable(),
  renewal: certificatePage.shape.renewal,
  /** Whether it may be renewed now, and whether by the number of an act. */
  mayRenew: z.enum(['by-act', 'by-sales', 'no']),
  /** What a declared wish to renew would bring now; null: it can't be declared. */
  intent: z
    .object({ endsAt: instantText, loyaltyUntil: instantText, clause: z.string().nullable() })
    .nullable(),
  /** The act that was named for its renewal and is being looked at; null: none. */
  waitingAct: z.object({ namedAt: instantText, ticketNumber: z.number().int() }).nullable(),
  /** What happened, the latest first; who did it and in which words stays with the desk. */
  history: z.array(z.object({ at: instantText, says: text, clause: z.string().nullable() })),
  /** Letters about it that went to the customer, the latest first. */
  letters: z.array(z.object({ letterId: id, at: instantText, subject: z.string() })),
});
export type PortalCertificatePage = z.infer<typeof portalCertificatePage>;

/** An act that renews a certificate. */
export const portalAct = z.strictObject({
  number: line(100),
  /** Whose act it is. */
  issuer: z.enum(['vendor', 'partner']),
  /** Whether it names the support. */
  namesSupport: z.boolean(),
  /** How long the support is, by the act. */
  months: z.number().int().min(1).max(120),
});

export const portalActPreview = z.object({
  startsAt: instantText.nullable(),
  endsAt: instantText.nullable(),
  /** Days of the certificate as it stands that are not added; null: none are left. */
  unusedDays: z.number().int().nullable(),
});

export const portalRegistration = z.strictObject({
  what: z.enum(['certificate', 'key']),
  number: line(100),
  /** null: the only company. */
  companyId: id.nullable(),
});

/** What became of a registration. `kept`: staff look at it under the number of a request. */
export const portalRegistered = z.object({
  kind: z.enum(['registered', 'begun', 'kept']),
  number: z.string(),
});

/** "Would my question be covered", answered for this minute; nothing is kept. */
export const portalCoverage = z.object({
  answer: z.enum(['yes', 'no', 'unknown']),
  says: text,
  clause: z.string().nullable(),
  deadlines: z.array(z.object({ name: text, says: text, clause: z.string() })),
  next: text.nullable(),
  /** Whether a wish to be called back is taken with it. */
  takesCalls: z.boolean(),
  why: entitlement,
});
export type PortalCoverage = z.infer<typeof portalCoverage>;

export const portalCoverageQuery = z.strictObject({
  companyId: id.optional(),
  product: typedText(200).default(''),
  priority: typedText(60).default(''),
  /** Absent: the portal where the regulation has one. */
  channel: channel.optional(),
});

export const portalQuestion = z.strictObject({
  topic: inquiryTopic,
  text: sentence(10_000),
  /** null: the only company. */
  companyId: id.nullable(),
});

/** A purchase inquiry of the customer's own. */
export const portalInquiry = z.object({
  number: z.number().int(),
  subject: z.string(),
  state: inquiryState,
  topic: inquiryTopic,
  company: z.string().nullable(),
  receivedAt: instantText,
  lastMessageAt: instantText,
});
export type PortalInquiry = z.infer<typeof portalInquiry>;

export const portalInquiryPage = portalInquiry.extend({
  messages: z.array(
    z.object({
      messageId: id,
      at: instantText,
      from: z.enum(['customer', 'sales']),
      author: z.string(),
      text: z.string(),
      attachments: z.array(attachment.pick({ attachmentId: true, name: true, size: true })),
    }),
  ),
});
export type PortalInquiryPage = z.infer<typeof portalInquiryPage>;

export const portalAnswer = z.strictObject({ text: sentence(10_000) });
