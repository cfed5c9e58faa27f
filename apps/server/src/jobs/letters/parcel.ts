import { createHash } from 'node:crypto';
import type { DeskId, LetterId, MessageId } from '@reglament/desk';
import type { OutgoingLetter } from '../../channels/mail/send-letter.ts';
import type { OutboxItem } from '../../store/outbox.ts';
import type { Desk } from '../../store/queries/desks.ts';
import type { Context } from '../../use-cases/context.ts';
import type { Mailer } from '../mailer.ts';

export interface DeliverOutboxOptions {
  readonly mailer: Mailer;
  readonly baseUrl: string;
  readonly desk: (deskId: DeskId) => Desk;
  readonly onError: (error: unknown) => void;
}

/** One letter to one address. */
export interface Parcel {
  readonly letterId: LetterId;
  readonly letter: OutgoingLetter;
  /** What is kept of it, where the letter holds a secret that nobody but its reader may see; absent: the letter itself. */
  readonly kept?: OutgoingLetter;
  /** Why it is kept and not sent; null: it is sent. */
  readonly suppressed: string | null;
  /** An answer of the desk itself: counts towards the limits against loops (R8). */
  readonly countsAsAutomatic: boolean;
  /** The message of a ticket that travels in it; null: none does. */
  readonly messageId: MessageId | null;
}

/** The letters that one item owes. */
export interface Composed {
  readonly parcels: readonly Parcel[];
  /** After a mail server took one of them; null: nobody waits for that. */
  readonly onAccepted: (() => Promise<void>) | null;
}

/** What is owed is told to nobody: it is over, unwanted, or there is no address to write to. */
export const nothing: Composed = { parcels: [], onAccepted: null };

/** One letter; nobody waits for word of it. */
export const only = (parcel: Parcel): Composed => ({ parcels: [parcel], onAccepted: null });

export type Compose<Item extends OutboxItem> = (
  context: Context,
  options: DeliverOutboxOptions,
  item: Item,
) => Promise<Composed>;

/** A stable id for the copy of an item that goes to one person. */
export const copyId = (outboxId: string, personId: string): LetterId => {
  const hex = createHash('sha256').update(`${outboxId} ${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as LetterId;
};
