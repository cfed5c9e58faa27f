import type { ContactId, DeskId, InquiryRefusal, MessageId } from '@reglament/desk';
import { lockInquiry } from '../store/inquiries.ts';
import { keptResponse } from '../store/queries/idempotency.ts';
import { applyToInquiry, hintInquiry } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { onceMore } from './once-more.ts';
import type { FormKey } from './page-task.ts';

export interface OwnAnswer {
  readonly deskId: DeskId;
  readonly contact: { readonly contactId: ContactId; readonly name: string };
  readonly number: number;
  readonly text: string;
  readonly idempotency: FormKey;
}

export type OwnAnswerOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: InquiryRefusal }
  /** The contact asked no such thing. */
  | { readonly kind: 'not-found' };

/** The customer goes on with their own purchase inquiry, by the same rule as a letter in its thread. */
export const answerOwnInquiry = async (context: Context, input: OwnAnswer): Promise<OwnAnswerOutcome> => {
  const { deskId, contact, number, text, idempotency } = input;
  const outcome = await onceMore(() =>
    context.db.inDesk(deskId, async (q): Promise<OwnAnswerOutcome> => {
      const locked = await lockInquiry(q, deskId, { number });
      if (locked === null || locked.inquiry.contactId !== contact.contactId) return { kind: 'not-found' };
      const kept = await keptResponse(q, deskId, idempotency.key);
      if (kept?.requestHash === idempotency.requestHash) return { kind: 'done' };
      const messageId = context.newId() as MessageId;
      const { contactId, name: author } = contact;
      const done = await applyToInquiry(context, q, locked, {
        command: { type: 'CustomerWrites', messageId, contactId },
        messages: [
          { messageId, kind: 'customer', personId: null, author, text, letterId: null, attachmentIds: [] },
        ],
        actorId: null,
        idempotency,
      });
      if (done.kind === 'done') return { kind: 'done' };
      return done.kind === 'refused' ? { kind: 'refused', refusal: done.refusal } : { kind: 'not-found' };
    }),
  );
  if (outcome.kind === 'done') hintInquiry(context, deskId, number);
  return outcome;
};
