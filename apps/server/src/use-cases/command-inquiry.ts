import {
  decideInquiry,
  type DeskId,
  evolveInquiry,
  type Inquiry,
  type InquiryCommand,
  type InquiryEvent,
  type InquiryId,
  inquiryNoticesOf,
  type InquiryRefusal,
  type PersonId,
  type Regulation,
} from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import {
  type LockedInquiry,
  lockInquiry,
  type NewInquiryMessage,
  updateInquiry,
} from '../store/inquiries.ts';
import type { Context } from './context.ts';
import { tellOfInquiry } from './tell-of-inquiry.ts';

export type InquiryOutcome =
  | {
      readonly kind: 'done';
      readonly inquiry: Inquiry;
      readonly number: number;
      readonly version: number;
      readonly events: readonly InquiryEvent[];
    }
  | { readonly kind: 'refused'; readonly refusal: InquiryRefusal; readonly inquiry: Inquiry }
  /** Somebody changed it since `seenVersion`. */
  | { readonly kind: 'stale'; readonly version: number; readonly inquiryId: InquiryId }
  | { readonly kind: 'not-found' };

/** Letters that events owe, each by the place of its event. */
export const owedBy = (
  events: readonly InquiryEvent[],
  regulation: Regulation,
): Parameters<typeof updateInquiry>[1]['notices'] =>
  events.flatMap((one, event) => inquiryNoticesOf(one, regulation).map((notice) => ({ event, notice })));

/** Decides a command on a locked inquiry and writes what it did. */
export const applyToInquiry = async (
  context: Context,
  q: Queries,
  locked: LockedInquiry,
  input: {
    readonly command: InquiryCommand;
    readonly messages: readonly NewInquiryMessage[];
    readonly actorId: PersonId | null;
    readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
  },
): Promise<InquiryOutcome> => {
  const at = context.now();
  const { deskId, inquiry: before, number } = locked;
  const { regulation } = await context.regulations.inForce(deskId, at);
  const decision = decideInquiry(input.command, before, { regulation });
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal, inquiry: before };
  const events = decision.value;
  const inquiry = events.reduce<Inquiry>(evolveInquiry, before);
  const { messages, actorId } = input;
  const version = await updateInquiry(q, {
    deskId,
    inquiry,
    events,
    messages,
    notices: owedBy(events, regulation),
    at,
    actorId,
    newId: context.newId,
    version: locked.version,
  });
  await tellOfInquiry(context, q, { deskId, inquiry, events, at, actorId });
  if (input.idempotency !== null)
    await insertResponse(q, { deskId, ...input.idempotency, response: { version }, at });
  return { kind: 'done', inquiry, number, version, events };
};

/** One command inside the caller's transaction: lock, decide, write. */
export const commandInquiry = async (
  context: Context,
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly inquiryId: InquiryId;
    readonly command: InquiryCommand;
    readonly messages: readonly NewInquiryMessage[];
    readonly actorId: PersonId | null;
  },
): Promise<InquiryOutcome> => {
  const locked = await lockInquiry(q, input.deskId, { inquiryId: input.inquiryId });
  if (locked === null) return { kind: 'not-found' };
  return applyToInquiry(context, q, locked, { ...input, idempotency: null });
};

/** What open screens are to hear once a command on an inquiry is kept. */
export const hintInquiry = (context: Context, deskId: DeskId, number: number): void => {
  context.hint({ deskId, kind: 'notification', number: 0 });
  context.hint({ deskId, kind: 'inquiry', number });
};
