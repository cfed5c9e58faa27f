import { z } from 'zod';
import { attachment, id, instantText, lineText, text, ticketState, typedText } from './schemas.ts';

/** Whose turn it is: `mine` is the customer's, `theirs` support's; `over` and `off`: nobody works on it. */
export const standing = z.object({ tone: z.enum(['mine', 'theirs', 'over', 'off']), name: text, turn: text });

/** A deadline as customers read it, counted by the same rules as for staff. */
export const portalDeadline = z.object({
  clock: z.string(),
  name: text,
  status: z.enum(['running', 'paused', 'missed', 'met', 'met-late', 'never']),
  /** The deadline, or how it ended. */
  says: text,
  /** What is left of it, in the time that it is counted in; null: nothing, or not counted. */
  left: text.nullable(),
  /** Share of the target that is used up, 0 to 1; null where it can't be told. */
  used: z.number().nullable(),
});
export type PortalDeadline = z.infer<typeof portalDeadline>;

/** A piece of plain text; `hit`: it was asked for. */
const segments = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const portalTicketView = z.enum(['open', 'waiting', 'closed', 'all']);
export type PortalTicketView = z.infer<typeof portalTicketView>;

/** A ticket in the customer's list. */
export const portalTicketRow = z.object({
  number: z.number().int(),
  subject: z.string(),
  state: ticketState,
  standing,
  /** Whether the customer asked it themselves, and not a colleague. */
  isOwn: z.boolean(),
  requester: z.string(),
  company: z.object({ companyId: id, name: z.string() }).nullable(),
  registeredAt: instantText,
  lastMessage: z.object({ at: instantText, from: z.enum(['customer', 'staff', 'system']) }),
  /** The nearest that runs or was missed; null: none does. */
  deadline: portalDeadline.nullable(),
  /** Written by support since the customer last looked at their news. */
  isNews: z.boolean(),
  /** What was searched for, marked: in the subject, and a place of the conversation that shows it; null: nothing was searched. */
  found: z.object({ subject: segments, snippet: segments.nullable() }).nullable(),
});
export type PortalTicketRow = z.infer<typeof portalTicketRow>;

export const portalTicketQuery = z.object({
  view: portalTicketView.default('open'),
  /** Asked by themselves, by colleagues too, where the company lets them see these. */
  whose: z.enum(['own', 'all']).default('all'),
  /** Number of a ticket, or words of its subject and of what was said in it, in any form. */
  search: typedText(200).default(''),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const portalTicketList = z.object({
  tickets: z.array(portalTicketRow),
  next: z.string().nullable(),
  /** Counted up to 100. */
  counts: z.object({ open: z.number().int(), waiting: z.number().int() }),
  /** What was searched for meant this on the other keyboard layout; null: it was taken as typed. */
  lookedFor: z.string().nullable(),
  /** Nothing has the words: those found are spelled nearly so. */
  isNear: z.boolean(),
  now: instantText,
});

const notice = z.object({
  title: text,
  sentences: z.array(text),
  /** Each on its line. */
  ways: z.array(text),
});

/** What saying yes would change. */
const proposalEffect = z.object({
  proposalId: id,
  rows: z.array(z.object({ name: text, was: text, becomes: text })),
  /** What else it means; null: nothing. */
  also: text.nullable(),
  /** The rule behind it, whole. */
  why: text,
  /** What support wrote with it, one of `messages`; null: nothing that is shown. */
  messageId: id.nullable(),
});

const choice = z.object({ id: z.string(), name: text, definition: text });

/** One question of the regulation that nobody has answered. */
export const portalQuestionField = z.object({
  id: z.string(),
  name: text,
  hint: text.nullable(),
  isLong: z.boolean(),
  /** null: answered in one's own words. */
  choices: z.array(choice).nullable(),
});
export type PortalQuestionField = z.infer<typeof portalQuestionField>;

export const portalMessage = z.object({
  messageId: id,
  at: instantText,
  kind: z.enum([
    'customer',
    'objection',
    'reply',
    'information-request',
    'resolution',
    'refusal',
    'explanation',
  ]),
  side: z.enum(['customer', 'staff']),
  isOwn: z.boolean(),
  /** Empty: known by nothing but an address. */
  author: z.string(),
  /** Customers' as plain text, staff's as Markdown. */
  text: z.string(),
  /** Only its beginning stands in `text`. */
  isCut: z.boolean(),
  quoted: z.string(),
  files: z.array(attachment),
});
export type PortalMessage = z.infer<typeof portalMessage>;

export const ticketRating = z.object({
  /** 1 to 5. */
  score: z.number().int(),
  words: z.string(),
  ratedAt: instantText,
});
export type TicketRating = z.infer<typeof ticketRating>;

/** A ticket as the customer sees it: no word of staff among themselves. */
export const portalTicket = z.object({
  number: z.number().int(),
  subject: z.string(),
  state: ticketState,
  standing,
  isOwn: z.boolean(),
  requester: z.string(),
  registeredAt: instantText,
  /** The ticket that goes on for it; null: it goes on by itself, or the customer may not see the other. */
  mergedInto: z.number().int().nullable(),
  notices: z.array(notice),
  deadlines: z.array(
    portalDeadline.extend({
      /** How it came about, a sentence each. */
      reasons: z.object({ ru: z.array(z.string()), en: z.array(z.string()) }),
      clause: z.object({ id: z.string(), place: z.string(), says: text }).nullable(),
      /** A CountedTrace of @reglament/desk, for its picture; plain data. */
      trace: z.looseObject({ clock: z.string() }),
    }),
  ),
  /** Why there is no deadline; null: there is one. */
  noDeadlines: text.nullable(),
  priorityProposal: proposalEffect.nullable(),
  dateProposal: proposalEffect.nullable(),
  /** A solution, or a refusal, that waits for a yes or no; null: none does. */
  solution: z
    .object({
      isDeclined: z.boolean(),
      title: text,
      sentences: z.array(text),
      /** What becomes of the ticket without an answer. */
      closing: text,
      /** The rules behind all this, a sentence each. */
      why: z.array(text),
      /** The solution or the refusal itself, one of `messages`; null: not among what is shown. */
      messageId: id.nullable(),
      objectionNeedsReason: z.boolean(),
      /** A page with the desk's partners, where the refusal sends there. */
      partnersPath: z.string().nullable(),
    })
    .nullable(),
  /** What the regulation asks for and nobody has told. */
  missing: z.array(portalQuestionField),
  /** Priorities, while one can still be named; null: it can't. */
  mayNamePriority: z.array(choice).nullable(),
  /** What becomes of an answer. */
  answer: z.enum(['answer', 'reopens', 'follows', 'merged']),
  /** Whether a wish to be called back is taken. */
  takesCalls: z.boolean(),
  about: z.array(z.object({ name: text, value: text })),
  /** Why it is served so, a sentence each with its clause; empty: not known. */
  why: z.array(z.object({ says: text, clause: z.string().nullable() })),
  messages: z.array(portalMessage),
  /** Older messages than these are not shown. */
  hasOlder: z.boolean(),
  rating: ticketRating.nullable(),
  /** Whether it can be rated, or the rating changed, now. */
  mayRate: z.boolean(),
  now: instantText,
});
export type PortalTicket = z.infer<typeof portalTicket>;

const files = z.array(id).max(10).default([]);

/** What a customer may do with a ticket. The desk decides whether it is allowed now. */
export const portalCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('answer'), text: typedText(100_000), attachments: files }),
  z.strictObject({ command: z.literal('confirm') }),
  /** Said in the conversation, and a task for whoever calls. */
  z.strictObject({ command: z.literal('ask-callback'), phone: lineText(60, 1) }),
  z.strictObject({ command: z.literal('object'), text: typedText(100_000), attachments: files }),
  z.strictObject({ command: z.literal('answer-proposal'), proposalId: id, accepted: z.boolean() }),
  z.strictObject({ command: z.literal('answer-date'), proposalId: id, accepted: z.boolean() }),
  /** Answers to questions of the page's `missing`, by their ids; a priority of `mayNamePriority`. */
  z.strictObject({
    command: z.literal('state-fields'),
    fields: z.record(z.string().max(60), typedText(500)),
    priority: z.string().max(60).nullable().default(null),
  }),
]);
export type PortalCommand = z.input<typeof portalCommand>;

export const portalRating = z.strictObject({
  score: z.number().int().min(1).max(5),
  words: typedText(2000).default(''),
});

/** What a new ticket can be about, and how it counts. */
export const portalTicketForm = z.object({
  /** How a ticket of the portal counts by the regulation. */
  channel: z.enum(['portal', 'web-form']),
  companies: z.array(
    z.object({
      companyId: id,
      name: z.string(),
      /** Whether what it holds now takes tickets of the portal; null: it holds nothing. */
      takesPortal: z.boolean().nullable(),
      /** What would serve it, were nothing else said; null: nothing, or without a number. */
      certificate: z.object({ number: z.string(), package: text }).nullable(),
      /** The ways its package is open, or, where it holds nothing, where to buy. */
      ways: z.array(text),
      /** What it runs, as is on record. */
      installations: z.array(
        z.object({ product: z.string(), version: z.string().nullable(), key: z.string().nullable() }),
      ),
    }),
  ),
  products: z.array(z.object({ name: z.string(), versions: z.array(z.string()) })),
  /** No ticket is taken without a priority. */
  needsPriority: z.boolean(),
});
export type PortalTicketForm = z.infer<typeof portalTicketForm>;

export const newPortalTicket = z.strictObject({
  /** One of the customer's own; null: none of them. */
  companyId: id.nullable(),
  subject: lineText(300, 1).refine((line) => line.trim() !== '', { error: 'required' }),
  text: typedText(100_000, 1).refine((typed) => typed.trim() !== '', { error: 'required' }),
  type: z.string().max(60).nullable().default(null),
  priority: z.string().max(60).nullable().default(null),
  product: lineText(200, 1).nullable().default(null),
  productVersion: lineText(80, 1).nullable().default(null),
  fields: z.record(z.string().max(60), typedText(2000)).default({}),
  attachments: files,
  /** The telephone on which they want to be called back; null: they don't. */
  callback: lineText(60, 1).nullable().default(null),
});
export type NewPortalTicket = z.input<typeof newPortalTicket>;

/** One thing that happened in the customer's tickets. */
export const portalNews = z.object({
  /** `deadline`: it moved. `asked`: support waits for an answer. */
  kind: z.enum(['answered', 'asked', 'solved', 'declined', 'proposed', 'deadline']),
  at: instantText,
  number: z.number().int(),
  subject: z.string(),
  isRead: z.boolean(),
});
export type PortalNews = z.infer<typeof portalNews>;
