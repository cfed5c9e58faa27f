import { z } from 'zod';
import { clockRecord, countedSchedule, warningMark } from './clock-schemas.ts';
import { entitlement } from './entitlement-schemas.ts';
import { answerMeans, declineGround } from './handling-schemas.ts';
import { notCommissioned } from './not-commissioned.ts';
import { numberInPath } from './number-in-path.ts';
import { productOfTicket } from './product-of-ticket.ts';
import { statedCompany } from './stated-company.ts';
import { staffRelation, tagOfTicket } from './tag-schemas.ts';
import { stepRefusal } from './ticket-step.ts';

/** No NUL and no lone surrogate: PostgreSQL and JSON can't keep them. */
const isWellFormed = (text: string): boolean =>
  !text.includes('\u0000') &&
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

/** Text a person typed: `invalid-text` when it holds NUL or half a surrogate pair. */
export const typedText = (max: number, min = 0) =>
  z.string().min(min).max(max).refine(isWellFormed, { error: 'invalid-text' });

/** Text of one line that may stand in a header of a letter: nothing in it ends a line. */
export const lineText = (max: number, min = 0) =>
  typedText(max, min).refine((line) => !/[^\P{Cc}\t]|[\u2028\u2029]/u.test(line), {
    error: 'invalid-text',
  });

/** What somebody is called: one line that turns nothing after it the other way round, and so does not read as another name. */
export const personName = (max: number, min = 0) =>
  lineText(max, min).refine((name) => !/[\u202a-\u202e\u2066-\u2069]/u.test(name), { error: 'invalid-text' });

export const id = z.uuid();
/** RFC 3339 in UTC. */
export const instantText = z.iso.datetime({ offset: true });
export const text = z.object({ ru: z.string(), en: z.string() });
export const deskSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const ticketNumber = numberInPath;
export const email = z.email().max(254);

export const role = z.enum(['dispatcher', 'engineer', 'lead', 'administrator', 'sales']);
export type Role = z.infer<typeof role>;

export const ticketState = z.enum([
  'new',
  'in-progress',
  'waiting-for-customer',
  'resolved',
  'closed',
  'not-entitled',
]);
export const channel = z.enum(['email', 'phone', 'portal', 'web-form', 'messenger', 'social']);
export const queueView = z.enum([
  'open',
  'mine',
  'unassigned',
  'classify',
  'waiting',
  'snoozed',
  'resolved',
  'not-entitled',
  'unidentified',
  'closed',
]);
export type QueueView = z.infer<typeof queueView>;
/** Views of tickets that are worked on: these can be asked for by line. */
export const lineViews = [
  'open',
  'mine',
  'unassigned',
  'classify',
  'waiting',
] as const satisfies readonly QueueView[];
/** What whoever receives tickets has still to do with one. */
export const firstWork = z.enum(['classification', 'type', 'priority', 'company', 'fields']);

export const personRef = z.object({ personId: id, name: z.string() });

export const priorityOfTicket = z.object({
  id: z.string(),
  rank: z.number().int(),
  name: text,
  /** true: assumed by the regulation or stated by the customer, not yet set. */
  supposed: z.boolean(),
});

export const dueClock = z.object({
  clock: z.string(),
  name: text,
  dueAt: instantText,
  /** Schedule of the regulation the clock counts in; null: plain hours. */
  schedule: z.string().nullable(),
  /** The hours it was counted by, among the queue page's `schedules`; null: plain hours. */
  hours: z.string().nullable(),
  breached: z.boolean(),
});

export const queueTicket = z.object({
  ticketId: id,
  number: z.number().int(),
  subject: z.string(),
  state: ticketState,
  channel,
  type: z.object({ id: z.string(), name: text }).nullable(),
  priority: priorityOfTicket.nullable(),
  company: z.object({ companyId: id, name: z.string() }).nullable(),
  /** `phone`: empty: none on record. */
  requester: z.object({ contactId: id, name: z.string(), email: z.string(), phone: z.string() }),
  package: z.object({ id: z.string(), name: text }).nullable(),
  assignee: personRef.nullable(),
  /** The line of support that has it; null: the regulation knows none, or none was found. */
  line: z.object({ id: z.string(), name: text }).nullable(),
  /** Empty: classified, identified and told enough of. */
  firstWork: z.array(firstWork),
  registeredAt: instantText,
  nextDue: dueClock.nullable(),
  lastMessage: z.object({ at: instantText, from: z.enum(['customer', 'staff', 'system']) }).nullable(),
  tags: z.array(tagOfTicket),
  version: z.number().int(),
});
export type QueueTicket = z.infer<typeof queueTicket>;

export const attachment = z.object({
  attachmentId: id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
});

export const ticketMessage = z.object({
  messageId: id,
  at: instantText,
  kind: z.enum([
    'customer',
    'reply',
    'information-request',
    'resolution',
    'refusal',
    'objection',
    'note',
    'system',
  ]),
  author: z.object({ name: z.string(), email: z.string().nullable() }),
  /** The message as plain text or Markdown source. */
  text: z.string(),
  /** Sanitised HTML, safe to show; null for customers' plain text. */
  html: z.string().nullable(),
  /** Quoted tail of a letter, shown folded. */
  quoted: z.string(),
  attachments: z.array(attachment),
  /** The raw letter it came from or went out as. */
  letterId: id.nullable(),
  /** What became of the letter: accepted by the mail server, bounced... null for messages that were not mailed. */
  delivery: z.enum(['waiting', 'accepted', 'kept', 'failed', 'bounced', 'suppressed']).nullable(),
});
export type TicketMessage = z.infer<typeof ticketMessage>;

export const clockView = z.object({
  clock: z.string(),
  name: text,
  status: z.enum(['running', 'paused', 'stopped']),
  startedAt: instantText,
  countsFrom: instantText.nullable(),
  dueAt: instantText.nullable(),
  lastDueAt: instantText.nullable(),
  stoppedAt: instantText.nullable(),
  outcome: z.enum(['met', 'missed']).nullable(),
  breachedAt: instantText.nullable(),
  schedule: z.string().nullable(),
  clause: z.object({ id: z.string(), place: z.string(), says: text }),
  /** Share of the target that is used, 0..1 and beyond. */
  usedFraction: z.number().nullable(),
  explanation: z.object({ ru: z.array(z.string()), en: z.array(z.string()) }),
  /** What it is counted from, to be counted on by the same engine; its hours are among the page's `schedules`. */
  record: clockRecord,
  warnAt: z.array(warningMark),
});
export type ClockView = z.infer<typeof clockView>;

export const historyEntry = z.object({
  seq: z.number().int(),
  at: instantText,
  actor: z.string().nullable(),
  type: z.string(),
  says: text,
  clause: z.string().nullable(),
});

export const commandName = z.enum([
  'take',
  'assign',
  'classify',
  'propose-priority',
  'request-information',
  'add-note',
  'reply',
  'resolve',
  'decline',
  'hand-over',
  'split',
  'merge',
  'record-confirmation',
  'record-objection',
  'identify',
  'name-site',
  'name-product',
  'accept-uncovered',
  'record-call',
  'agree-date',
  'record-date-answer',
]);
export type CommandName = z.infer<typeof commandName>;

export const statedField = z.object({
  id: z.string(),
  name: text,
  value: z.string().nullable(),
  /** Where the answer is one of the regulation's priorities or types: its name. */
  named: text.nullable(),
  required: z.boolean(),
});

export const ticketPage = z.object({
  ticket: queueTicket.extend({
    receivedAt: instantText,
    resolvedAt: instantText.nullable(),
    closedAt: instantText.nullable(),
    /** When a resolved ticket closes by itself. */
    closesAt: instantText.nullable(),
    supposedPriority: z.string().nullable(),
    fields: z.array(statedField),
    /** Why it is served, or why not. */
    coverage: z.object({
      kind: z.enum(['covered', 'fallback', 'unidentified', 'not-entitled', 'channel', 'lifted']),
      says: text,
      clause: z.string().nullable(),
    }),
    edition: z.string(),
    /** Whose wall clock it goes by, where the regulation leaves that to the customer; null: the desk's. */
    localZone: z.string().nullable(),
    /** The product of the catalogue that it is about; null: not known. */
    product: productOfTicket.nullable(),
    /** The company's site that it is about; null: none was named. */
    site: z.object({ siteId: id, name: z.string() }).nullable(),
    /** The line of support that has it; null: the regulation knows none, or none was found. */
    line: z.object({ id: z.string(), name: text, clause: z.string() }).nullable(),
    /** How it ended, until the customer objects; null: it has not, or nothing was named. */
    outcome: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('resolved'),
          /** What it turned out to be; null: not named. */
          name: text.nullable(),
          means: answerMeans.nullable(),
        }),
        z.object({
          kind: z.literal('declined'),
          name: text,
          clause: z.string(),
          instead: text.nullable(),
        }),
      ])
      .nullable(),
    /** Companies that a request of nobody known names; staff decide whether it is one of them. */
    statedCompanies: z.array(statedCompany),
    proposal: z.object({ proposalId: id, priority: z.string(), proposedAt: instantText }).nullable(),
    /** A date that waits for the customer's word. */
    dateProposal: z
      .object({ proposalId: id, clock: z.string(), name: text, date: instantText, proposedAt: instantText })
      .nullable(),
  }),
  /** Where the company is, among which a site may be named. */
  sites: z.array(z.object({ siteId: id, name: z.string(), city: z.string(), zone: z.string() })),
  messages: z.array(ticketMessage),
  clocks: z.array(clockView),
  /** Hours of all the rules that the clocks were counted by. */
  schedules: z.array(countedSchedule),
  /** Clocks for which a date may be agreed now; `needsConsent`: it waits for the customer's word. */
  agreeable: z.array(
    z.object({
      clock: z.string(),
      name: text,
      /** The deadline that the date would take the place of; null: none runs now. */
      dueAt: instantText.nullable(),
      needsConsent: z.boolean(),
      pausesMoveIt: z.boolean(),
      /** Hours in which the date must lie; null: any moment. */
      hours: text.nullable(),
      clause: z.object({ id: z.string(), place: z.string(), says: text }),
    }),
  ),
  /** Reasons by which it may be declined now, each with its rule. */
  declinable: z.array(
    z.object({
      ground: declineGround,
      name: text,
      clause: z.string(),
      /** What the customer can do instead; null: the regulation names nothing. */
      instead: text.nullable(),
      /** Facts that the desk does not know: the person who declines answers for them. */
      toJudge: z.array(text),
    }),
  ),
  /** Lines that it may be handed over to now, with what each must be given. */
  handOvers: z.array(z.object({ toLine: z.string(), name: text, needs: z.array(text), clause: z.string() })),
  /** What a solution may turn out to be; empty: nothing to choose. */
  outcomes: z.array(z.object({ id: z.string(), name: text })),
  /** How answers may reach the customer; empty: the regulation does not say. */
  answerMeans: z.array(answerMeans),
  /** What may be asked of the customer, in the regulation's order; empty: no list. */
  checklist: z.array(text),
  /** What becomes of a second problem's clocks; null: the regulation does not speak of one. */
  split: z.object({ clocks: z.enum(['own', 'inherited']), clause: z.string() }).nullable(),
  /** What becomes of the clocks of a ticket that is merged into another one; `clause` null: the regulation does not say. */
  merge: z.object({ clocks: z.enum(['of-the-kept', 'due-first']), clause: z.string().nullable() }),
  history: z.array(historyEntry),
  certificates: z.array(
    z.object({
      certificateId: id,
      number: z.string(),
      packageId: z.string(),
      packageName: text,
      /** null: it has not begun, and nobody knows when it will. */
      startsAt: instantText.nullable(),
      endsAt: instantText.nullable(),
      /** Whose wall clock its dates are of; null: the desk's. */
      zone: z.string().nullable(),
      state: z.enum(['not-begun', 'in-force', 'loyalty', 'ended', 'suspended', 'revoked']),
      /** The last instant of its loyalty; null: it has none. */
      loyaltyUntil: instantText.nullable(),
    }),
  ),
  /** Every rule that was tried for it, in order; null: registered before that was kept. */
  entitlement: entitlement.nullable(),
  /** Nothing of it is on record as commissioned; null: something is, or the regulation has no note on that. */
  notCommissioned: notCommissioned.nullable(),
  services: z.array(
    z.object({
      name: text,
      level: z.enum(['yes', 'no', 'paid', 'agreement', 'conditional']),
      clause: z.string(),
    }),
  ),
  related: z.array(
    z.object({
      number: z.number().int(),
      subject: z.string(),
      state: ticketState,
      relation: z.enum([
        'possibly-related',
        'follows',
        'split-from',
        'split-into',
        'merged-from',
        'merged-into',
        'same-person',
        'same-company',
        ...staffRelation.options,
      ]),
    }),
  ),
  allowed: z.array(commandName),
  /** Everything that may be asked of it by whoever looks, in the order of work; `refusal` null: allowed. */
  steps: z.array(z.object({ command: commandName, refusal: stepRefusal.nullable() })),
  statusLink: z.string(),
});
export type TicketPage = z.infer<typeof ticketPage>;

export const letterSummary = z.object({
  letterId: id,
  direction: z.enum(['in', 'out']),
  at: instantText,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  size: z.number().int(),
  /** What became of it. */
  outcome: z.enum([
    'waiting',
    'ticket',
    'reply',
    'inquiry',
    'bounce',
    'auto-reply',
    'suppressed',
    'duplicate',
    'quarantined',
    'accepted',
    'kept',
    'failed',
  ]),
  ticketNumber: z.number().int().nullable(),
  /** Of the purchase inquiry that it belongs to. */
  inquiryNumber: z.number().int().nullable(),
  /** The certificate that it is about. */
  certificate: z.object({ certificateId: id, number: z.string() }).nullable(),
  note: z.string().nullable(),
});
export type LetterSummary = z.infer<typeof letterSummary>;
