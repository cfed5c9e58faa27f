import {
  reopens,
  type ChannelId,
  type CompanyId,
  type ContactId,
  decide,
  type DeskId,
  type Language,
  type MessageId,
  type PersonId,
  type PriorityId,
  type ProposalId,
  readStatedFields,
  type Refusal,
  type Regulation,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketId,
} from '@reglament/desk';
import { claimUploads, insertAttachment } from '../store/attachments.ts';
import { contactByEmail, noteLanguage } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { deleteSentDrafts } from '../store/drafts.ts';
import { insertCallback } from '../store/missed-calls.ts';
import { keptResponse } from '../store/queries/idempotency.ts';
import { AttachmentMissing, type LockedTicket, lockTicket, type NewMessage } from '../store/tickets.ts';
import { cutText } from '../text/clean-text.ts';
import { applyCommand, type CommandInput } from './command-ticket.ts';
import type { Context } from './context.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { registerTicket } from './register-ticket.ts';
import { hintDone } from './tell-people.ts';

/** Where the customer did it. */
export type CustomerMeans = 'status-page' | 'portal';

export interface CustomerFile {
  /** Clean, for people. */
  readonly name: string;
  readonly originalName: string;
  readonly type: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

/** What a customer can do with a ticket, by its status link or signed in. Texts are clean: no NUL, no lone surrogates. */
export type CustomerAction =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly files: readonly CustomerFile[];
      /** The number on which they want to be called back. */
      readonly callback?: string;
    }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'object'; readonly text: string; readonly files: readonly CustomerFile[] }
  | { readonly kind: 'answer-proposal'; readonly proposalId: ProposalId; readonly accepted: boolean }
  | { readonly kind: 'answer-date'; readonly proposalId: ProposalId; readonly accepted: boolean }
  /** `text` says the answers as lines of the conversation. */
  | {
      readonly kind: 'state-fields';
      readonly text: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly priority: PriorityId | null;
    };

export interface CustomerActionInput {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  /** Who holds the link, or is signed in. */
  readonly contact: { readonly contactId: ContactId; readonly email: string };
  readonly action: CustomerAction;
  /** Absent: on the status page. */
  readonly means?: CustomerMeans;
  /** Files sent before, by somebody who is signed in; they come after those of the action. */
  readonly uploads?: { readonly personId: PersonId; readonly attachmentIds: readonly string[] };
  /** The company that a new ticket after a closed one is for; absent: the contact's first. */
  readonly companyId?: CompanyId | null;
  /** Chosen on the page: letters go out in it from now on; absent: nothing was chosen. */
  readonly language?: Language;
  /** One key for each form that was shown: pressing twice does it once. */
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

export type CustomerActionOutcome =
  | { readonly kind: 'done'; readonly number: number; readonly events: readonly TicketEvent[] }
  /** The ticket was closed: a new one follows it (R21). */
  | { readonly kind: 'continued'; readonly number: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The key was used for something else. */
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'not-found' }
  /** A file that was named is not there, or has gone out already. */
  | { readonly kind: 'unknown-attachment' };

interface Prepared {
  readonly command: TicketCommand;
  readonly message: NewMessage | null;
  readonly files: readonly CustomerFile[];
  readonly fields: Readonly<Record<string, string>>;
}

const messageFor = (
  input: CustomerActionInput,
  author: string,
  kind: 'customer' | 'objection',
  text: string,
  messageId: MessageId,
): NewMessage => ({
  messageId,
  kind,
  personId: null,
  contactId: input.contact.contactId,
  author,
  text,
  html: null,
  quoted: '',
  letterId: null,
  attachmentIds: [],
});

/** Yes or no to what support proposed. */
const answerOf = (
  { kind, proposalId, accepted }: Extract<CustomerAction, { readonly proposalId: ProposalId }>,
  contactId: ContactId,
  means: CustomerMeans,
): TicketCommand => {
  const word = { contactId, proposalId, accepted, means };
  return kind === 'answer-date'
    ? { type: 'AnswerDate', ...word, messageId: null }
    : { type: 'AnswerProposal', ...word };
};

/** The command that an action stands for; answers in its text count as they do in a letter. */
const prepare = (
  context: Context,
  input: CustomerActionInput,
  author: string,
  regulation: Regulation,
): Prepared => {
  const { action } = input;
  const { contactId } = input.contact;
  const { means = 'status-page' } = input;
  const said = { contactId, means };
  const messageId = context.newId() as MessageId;
  switch (action.kind) {
    case 'answer': {
      const stated = readStatedFields(regulation, action.text);
      return {
        command: {
          type: 'CustomerWrites',
          ...said,
          messageId,
          statedFields: Object.keys(stated.values),
          priority: stated.priority,
        },
        message: messageFor(input, author, 'customer', action.text, messageId),
        files: action.files,
        fields: stated.values,
      };
    }
    case 'state-fields':
      return {
        command: {
          type: 'CustomerWrites',
          ...said,
          messageId,
          statedFields: Object.keys(action.fields),
          priority: action.priority,
        },
        message: messageFor(input, author, 'customer', action.text, messageId),
        files: [],
        fields: action.fields,
      };
    case 'object':
      return {
        command: { type: 'Object', ...said, messageId, hasReason: action.text.trim() !== '' },
        message: messageFor(input, author, 'objection', action.text, messageId),
        files: action.files,
        fields: {},
      };
    case 'confirm':
      return { command: { type: 'Confirm', ...said, messageId: null }, message: null, files: [], fields: {} };
    case 'answer-proposal':
    case 'answer-date':
      return { command: answerOf(action, contactId, means), message: null, files: [], fields: {} };
  }
};

const keepFiles = async (
  context: Context,
  q: Queries,
  { deskId, uploads }: CustomerActionInput,
  files: readonly CustomerFile[],
): Promise<readonly string[]> => {
  const ids: string[] = [];
  if (uploads !== undefined) {
    await claimUploads(q, { deskId, ...uploads });
    ids.push(...uploads.attachmentIds);
  }
  for (const file of files) {
    const attachmentId = context.newId();
    await insertAttachment(q, { deskId, attachmentId, uploadedBy: null, ...file, at: context.now() });
    ids.push(attachmentId);
  }
  return ids;
};

/** A page of ours that the package takes requests over, else the way the first request came. */
const channelAfter = (ticket: Ticket, regulation: Regulation): ChannelId => {
  const open =
    regulation.packages
      .find(({ id }) => id === ticket.coverage.packageId)
      ?.channels.filter(({ priorities }) => priorities === null) ?? [];
  return (
    open.find(({ channel }) => channel === 'portal' || channel === 'web-form')?.channel ?? ticket.channel
  );
};

/** Whoever wants to be called back becomes a task beside the missed calls. */
const keepWish = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  action: CustomerAction,
  ticketId: TicketId,
): Promise<void> => {
  if (action.kind !== 'answer' || action.callback === undefined) return;
  const { callback: phone } = action;
  await insertCallback(q, { deskId, callId: context.newId(), ticketId, phone, at: context.now() });
};

/** What somebody who is signed in says now is their draft no more. */
const dropSent = async (
  q: Queries,
  { deskId, action, uploads }: CustomerActionInput,
  { number }: LockedTicket,
): Promise<void> => {
  if (uploads === undefined || (action.kind !== 'answer' && action.kind !== 'object')) return;
  const owner = { deskId, personId: uploads.personId, side: 'customer' } as const;
  await deleteSentDrafts(q, owner, `ticket.${number}`, [action.text]);
};

/** A ticket that is closed for good takes no more: the answer becomes a ticket of its own, linked to the old one. */
const continueClosed = async (
  context: Context,
  q: Queries,
  input: CustomerActionInput,
  action: Extract<CustomerAction, { kind: 'answer' }>,
  regulation: Regulation,
  locked: LockedTicket,
): Promise<CustomerActionOutcome> => {
  const { deskId, contact } = input;
  const known = await contactByEmail(q, { deskId, email: contact.email, name: '', newId: context.newId });
  const requester = await onBehalfOf(q, deskId, known, input.companyId ?? null);
  const firstLine = cutText(action.text.trim().split('\n', 1)[0] ?? '', 120).trim();
  await dropSent(q, input, locked);
  const { number, ticketId } = await registerTicket(context, q, {
    deskId,
    channel: channelAfter(locked.ticket, regulation),
    requester,
    receivedAt: context.now(),
    subject: firstLine === '' ? '—' : firstLine,
    text: action.text,
    html: null,
    quoted: '',
    letterId: null,
    attachmentIds: await keepFiles(context, q, input, action.files),
    ticketType: null,
    priority: null,
    fields: {},
    links: [{ relation: 'follows', ticketId: input.ticketId }],
    actorId: null,
    idempotency: input.idempotency,
  });
  await keepWish(context, q, deskId, action, ticketId);
  return { kind: 'continued', number };
};

const act = async (
  context: Context,
  q: Queries,
  input: CustomerActionInput,
): Promise<CustomerActionOutcome> => {
  const { deskId, ticketId, action } = input;
  // The lock first: of two equal requests the second finds what the first was answered.
  const locked = await lockTicket(q, deskId, ticketId);
  if (locked === null) return { kind: 'not-found' };
  const kept = await keptResponse(q, deskId, input.idempotency.key);
  if (kept !== null) {
    if (kept.requestHash !== input.idempotency.requestHash) return { kind: 'mismatch' };
    const { number } = kept.response as { readonly number: number };
    return number === locked.number ? { kind: 'done', number, events: [] } : { kind: 'continued', number };
  }
  const { mergedInto } = locked.ticket;
  // The other ticket goes on for it: what is written here belongs there.
  if (action.kind === 'answer' && mergedInto !== undefined)
    return act(context, q, { ...input, ticketId: mergedInto });
  const { regulation, calendars } = await context.regulations.ofTicket(deskId, locked.ticket);
  const isOver = locked.ticket.state === 'closed' && !reopens(locked.ticket, regulation, context.now());
  if (action.kind === 'answer' && isOver)
    return continueClosed(context, q, input, action, regulation, locked);
  const { name: author } = await contactByEmail(q, {
    deskId,
    email: input.contact.email,
    name: '',
    newId: context.newId,
  });
  const { command, message, files, fields } = prepare(context, input, author, regulation);
  // Asked before the files are kept: a refusal leaves nothing behind.
  const laterEditions = await context.regulations.laterEditions(deskId, locked.ticket, context.now());
  const decision = decide(command, locked.ticket, {
    now: context.now(),
    regulation,
    calendars,
    laterEditions,
  });
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal };
  const attachmentIds = await keepFiles(context, q, input, files);
  await dropSent(q, input, locked);
  const messages = message === null ? [] : [{ ...message, attachmentIds }];
  const written: CommandInput = {
    deskId,
    ticketId,
    command,
    actorId: null,
    messages,
    fields,
    seenVersion: null,
    idempotency: { ...input.idempotency, response: {} },
  };
  const outcome = await applyCommand(context, q, written, locked);
  if (outcome.kind === 'refused') return outcome;
  await keepWish(context, q, deskId, action, ticketId);
  return { kind: 'done', number: locked.number, events: outcome.kind === 'done' ? outcome.events : [] };
};

/** What a customer does on the status page: one transaction with its files and its key. */
export const customerAction = async (
  context: Context,
  input: CustomerActionInput,
): Promise<CustomerActionOutcome> => {
  const { language, contact } = input;
  const done = context.db.inDesk(input.deskId, async (q) => {
    // First: what this very action owes is written in it.
    if (language !== undefined) await noteLanguage(q, input.deskId, contact.contactId, language);
    return act(context, q, input);
  });
  const outcome = await done.catch((error: unknown) => {
    if (error instanceof AttachmentMissing) return { kind: 'unknown-attachment' } as const;
    throw error;
  });
  if (outcome.kind === 'done') hintDone(context, input.deskId, outcome);
  if (outcome.kind === 'continued')
    context.hint({ deskId: input.deskId, kind: 'ticket', number: outcome.number });
  return outcome.kind === 'refused' ? { kind: 'refused', refusal: outcome.refusal } : outcome;
};
