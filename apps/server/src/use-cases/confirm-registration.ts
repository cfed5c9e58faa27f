import type { ContactId, DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { lockPageRequest, usePageRequest } from '../store/page-requests.ts';
import { pageContact } from '../store/queries/support-page.ts';
import type { Context } from './context.ts';
import { onceMore } from './once-more.ts';
import { type PlacedRegistration, placeRegistration } from './place-registration.ts';

export interface ConfirmRegistration {
  readonly deskId: DeskId;
  readonly pageRequestId: string;
  /** Of the form that was shown: pressed twice it is one confirmation. */
  readonly key: string;
}

export type Confirmed =
  | { readonly kind: 'done'; readonly contactId: ContactId; readonly placed: PlacedRegistration }
  /** There is no such request, or its link was used. */
  | { readonly kind: 'over' };

interface Outcome {
  readonly key: string;
  readonly placed: PlacedRegistration;
}

const confirm = async (context: Context, q: Queries, c: ConfirmRegistration): Promise<Confirmed> => {
  const { deskId, pageRequestId, key } = c;
  const request = await lockPageRequest(q, deskId, pageRequestId);
  if (request === null || request.kind !== 'register') return { kind: 'over' };
  const { contactId } = request;
  if (request.usedAt !== null) {
    const before = request.outcome as Outcome;
    return before.key === key ? { kind: 'done', contactId, placed: before.placed } : { kind: 'over' };
  }
  const contact = await pageContact(q, deskId, contactId);
  if (contact === null) return { kind: 'over' };
  const placed = await placeRegistration(context, q, {
    deskId,
    contact,
    typed: request.typed,
    via: 'link',
  });
  const outcome: Outcome = { key, placed };
  await usePageRequest(q, deskId, pageRequestId, context.now(), outcome);
  return { kind: 'done', contactId, placed };
};

/** The owner of the address confirms that it was they who asked: once. */
export const confirmRegistration = async (context: Context, c: ConfirmRegistration): Promise<Confirmed> => {
  const done = await onceMore(() => context.db.inDesk(c.deskId, (q) => confirm(context, q, c)));
  if (done.kind === 'done' && done.placed.kind === 'kept')
    context.hint({ deskId: c.deskId, kind: 'ticket', number: done.placed.number });
  return done;
};
