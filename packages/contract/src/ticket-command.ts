import { z } from 'zod';
import { answerMeans, declineGround } from './handling-schemas.ts';
import { id, lineText, typedText } from './schemas.ts';

const markdown = typedText(100_000, 1);
const places = z.array(z.number().int().min(0).max(99)).max(100);
const files = z.array(id).max(20).default([]);

/** What staff may do to a ticket. The desk decides whether it is allowed now. */
export const ticketCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('take') }),
  /** Give it to a colleague; null: to nobody. */
  z.strictObject({ command: z.literal('assign'), personId: id.nullable() }),
  z.strictObject({
    command: z.literal('classify'),
    type: z.string().max(60),
    priority: z.string().max(60).nullable(),
    reason: typedText(2000).optional(),
  }),
  /** Ask the customer to agree to another priority, where the regulation wants consent. */
  z.strictObject({
    command: z.literal('propose-priority'),
    priority: z.string().max(60),
    reason: typedText(2000, 1),
  }),
  z.strictObject({
    command: z.literal('request-information'),
    text: markdown,
    attachments: files,
    /** What is asked for: places in the page's `checklist`, from 0. */
    items: places.optional(),
  }),
  /** `mentions`: colleagues who are told of it. */
  z.strictObject({
    command: z.literal('add-note'),
    text: markdown,
    attachments: files,
    mentions: z.array(id).max(20).optional(),
  }),
  z.strictObject({
    command: z.literal('reply'),
    text: markdown,
    attachments: files,
    means: answerMeans.optional(),
  }),
  z.strictObject({
    command: z.literal('resolve'),
    text: markdown,
    attachments: files,
    /** Id of one of the page's `outcomes`: what it turned out to be. */
    outcome: z.string().max(60).optional(),
    /** How the answer reached the customer. */
    means: answerMeans.optional(),
  }),
  /** Not done, by a rule that the customer is told; they may object as to a solution. */
  z.strictObject({
    command: z.literal('decline'),
    ground: declineGround,
    text: markdown,
    attachments: files,
  }),
  /** To another line of support, with a note for it. */
  z.strictObject({
    command: z.literal('hand-over'),
    toLine: z.string().max(60),
    /** What it is given: places in that hand-over's `needs`, from 0. */
    given: places.default([]),
    text: typedText(10_000),
  }),
  /** The customer confirmed by phone; who said so is recorded. */
  z.strictObject({ command: z.literal('record-confirmation'), who: lineText(200, 1) }),
  z.strictObject({
    command: z.literal('record-objection'),
    who: lineText(200, 1),
    reason: typedText(10_000),
  }),
  /** A date for a clock, in the desk's zone; a proposal where the regulation wants consent, unless given on the phone. */
  z.strictObject({
    command: z.literal('agree-date'),
    clock: z.string().max(60),
    /** `2026-11-23T12:00`; with an offset, `+03:00`, when the time comes twice on that day. */
    date: z.string().max(40),
    /** For the customer: why, and what to expect. */
    reason: typedText(2000, 1),
    /** Who agreed on the phone; absent: nobody was asked yet. */
    agreedBy: lineText(200, 1).optional(),
  }),
  /** The customer's word about a proposed date, taken by phone. */
  z.strictObject({
    command: z.literal('record-date-answer'),
    proposalId: id,
    accepted: z.boolean(),
    who: lineText(200, 1),
  }),
  /** Whose ticket it is: for letters of unknown senders. */
  z.strictObject({ command: z.literal('identify'), companyId: id }),
  /** Which of the company's sites it is about; null: none in particular. */
  z.strictObject({ command: z.literal('name-site'), siteId: id.nullable() }),
  /** Which product of the catalogue it is about, and which of its versions; what serves it is decided again. */
  z.strictObject({
    command: z.literal('name-product'),
    product: lineText(200, 1),
    productVersion: lineText(80, 1).nullable(),
  }),
  /** Serve a ticket that the regulation does not cover; its clocks start now. */
  z.strictObject({ command: z.literal('accept-uncovered'), reason: typedText(2000, 1) }),
  /** A call to the customer, or an attempt: only a talk discharges a promised callback, only in a talk the number is told. */
  z.strictObject({
    command: z.literal('record-call'),
    who: lineText(200, 1),
    reached: z.boolean(),
    toldNumber: z.boolean(),
    text: typedText(10_000),
    /** The missed call that was answered by this one: it waits no more. */
    missedCallId: id.nullable().optional(),
  }),
]);
export type TicketCommandBody = z.infer<typeof ticketCommand>;
