import type { Language, LetterId, MessageId } from '@reglament/desk';
import type { OutgoingLetter } from '../../channels/mail/send-letter.ts';
import type { RenderedNotice } from '../../reactions/notice-facts.ts';
import { withUnsubscribe } from '../../reactions/unsubscribe.ts';
import type { OutboxItem } from '../../store/outbox.ts';
import type { Desk } from '../../store/queries/desks.ts';
import type { Parcel } from './parcel.ts';

/** A conversation that an answer to the letter joins (R1). */
export interface Thread {
  readonly token: string;
  /** Message-ID of the letter that began it; null: it began another way. */
  readonly first: string | null;
}

/** What a letter says of its own. */
export interface OwnWords {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: Language;
  readonly words: RenderedNotice;
  /** Begins the Message-ID, so that a log tells what came back; or the thread that its answers join. */
  readonly about: string | Thread;
  /** A copy of the item has an id of its own; absent: the item's. */
  readonly letterId?: LetterId;
  /** Where its reader says no to more of its kind; absent or null: it is owed to them. */
  readonly unsubscribeUrl?: string | null;
  /** A person wrote it; absent: the desk did, and other robots must not answer. */
  readonly byPerson?: boolean;
  readonly attachments?: OutgoingLetter['attachments'];
  /** Words that are kept in place of those sent; absent: the same. */
  readonly keptWords?: RenderedNotice;
  readonly suppressed?: string | null;
  readonly countsAsAutomatic?: boolean;
  readonly messageId?: MessageId | null;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
const plusAddress = (address: string, tag: string): string => address.replace('@', `+${tag}@`);

/** Every letter of a desk leaves in this shape: from its address, under an id that stays the same at every attempt. */
export const parcelOf = (desk: Desk, item: OutboxItem, own: OwnWords): Parcel => {
  const { about, to, language } = own;
  const letterId = own.letterId ?? (item.outboxId as LetterId);
  const thread = typeof about === 'string' ? null : about;
  const first = thread?.first ?? null;
  const mark = typeof about === 'string' ? about : about.token;
  const url = own.unsubscribeUrl ?? null;
  const letterOf = (words: RenderedNotice): OutgoingLetter => ({
    from: { name: desk.name[language], address: desk.mailAddress },
    replyTo: thread === null ? null : plusAddress(desk.mailAddress, thread.token),
    to,
    ...(url === null ? words : { ...withUnsubscribe(words, url, language), unsubscribeUrl: url }),
    messageId: `${mark}.${letterId}@${domainOf(desk.mailAddress)}`,
    inReplyTo: first,
    references: first === null ? [] : [first],
    automatic: own.byPerson !== true,
    loopMark: desk.slug,
    attachments: own.attachments ?? [],
    date: item.createdAt,
  });
  return {
    letterId,
    letter: letterOf(own.words),
    ...(own.keptWords === undefined ? {} : { kept: letterOf(own.keptWords) }),
    suppressed: own.suppressed ?? null,
    countsAsAutomatic: own.countsAsAutomatic ?? false,
    messageId: own.messageId ?? null,
  };
};
