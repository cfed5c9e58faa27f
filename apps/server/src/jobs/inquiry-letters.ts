import type { InquiryId, InquiryNotice, Language, LetterId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { OutgoingLetter } from '../channels/mail/send-letter.ts';
import {
  inquiryAnswerLetter,
  inquiryReceivedLetter,
  inquiryRoutedLetter,
} from '../reactions/letters/inquiry.ts';
import type { RenderedNotice } from '../reactions/notice-facts.ts';
import { salesAddressesOf } from '../store/inquiries.ts';
import { countAutomatic } from '../store/letters.ts';
import type { ItemAbout } from '../store/outbox.ts';
import type { Desk } from '../store/queries/desks.ts';
import {
  inquiryForLetter,
  type InquiryForLetter,
  inquiryMessageForLetter,
} from '../store/queries/inquiries.ts';
import { ticketToken } from '../tokens/ticket-token.ts';
import type { Context } from '../use-cases/context.ts';
import {
  type Compose,
  type Composed,
  type DeliverOutboxOptions,
  domainOf,
  type Parcel,
  plusAddress,
} from './outgoing.ts';

type InquiryItem = ItemAbout<'inquiry'>;
type NoticeOf<K extends InquiryNotice['kind']> = Extract<InquiryNotice, { readonly kind: K }>;

const HOUR_MS = 3_600_000;
const AUTOMATIC_PER_HOUR = 3;
/** Letters to one mailbox of sales: what comes beyond stands in the list of inquiries, as all do. */
const ROUTED_PER_HOUR = 10;
const nothing: Composed = { parcels: [], onAccepted: null };

interface Told {
  readonly context: Context;
  readonly options: DeliverOutboxOptions;
  readonly item: InquiryItem;
  readonly desk: Desk;
  readonly about: InquiryForLetter;
}

/** One letter; open screens show what became of it. */
const only = ({ context, item, about }: Told, parcel: Parcel): Composed => ({
  parcels: [parcel],
  onAccepted: () => {
    context.hint({ deskId: item.deskId, kind: 'inquiry', number: about.number });
    return Promise.resolve();
  },
});

const factsOf = async ({ context, item, desk, about }: Told) => ({
  regulation: (await context.regulations.inForce(item.deskId, context.now())).regulation,
  deskName: desk.name,
  supportAddress: desk.mailAddress,
  number: about.number,
  topic: about.inquiry.topic,
});

/** Why the desk itself must not answer; null: it may (R8, R9): as with tickets. */
const suppression = async ({ context, item, about }: Told, address: string): Promise<string | null> => {
  const { firstLetter, company, byStaff } = about;
  if (firstLetter !== null && firstLetter.nature !== 'human')
    return `robot: ${firstLetter.nature ?? 'unread'}`;
  // Into a page without an account anybody may type anybody's address.
  const verified = company !== null || byStaff || firstLetter?.authentication === 'pass';
  const windowMs = verified ? HOUR_MS : 24 * HOUR_MS;
  const limit = verified ? AUTOMATIC_PER_HOUR : 1;
  const sent = await context.db.inDesk(item.deskId, (q) =>
    countAutomatic(q, {
      deskId: item.deskId,
      address,
      ticketId: null,
      since: (context.now() - windowMs) as Instant,
      except: item.outboxId as LetterId,
    }),
  );
  return sent.toAddress >= limit ? `limit: ${limit} automatic answers in ${windowMs / HOUR_MS} h` : null;
};

const languageOf = ({ about }: Told): Language => about.contact.language ?? 'ru';

/** A letter in the inquiry's own thread: an answer to it joins by its token (R1). */
const threaded = (
  { context, item, desk, about }: Told,
  recipient: string,
  words: RenderedNotice,
  rest: Pick<OutgoingLetter, 'automatic' | 'attachments'>,
): OutgoingLetter => {
  const token = ticketToken(context.secret, 'inquiry', about.number, {
    deskId: item.deskId,
    ticketId: about.inquiry.inquiryId,
    recipient,
  });
  const first = about.firstLetter?.messageId ?? null;
  return {
    from: { name: desk.name[about.contact.language ?? 'ru'], address: desk.mailAddress },
    replyTo: plusAddress(desk.mailAddress, token),
    to: { name: '', address: recipient },
    ...words,
    messageId: `${token}.${item.outboxId}@${domainOf(desk.mailAddress)}`,
    inReplyTo: first,
    references: first === null ? [] : [first],
    loopMark: desk.slug,
    date: item.createdAt,
    ...rest,
  };
};

const received = async (told: Told, recipient: string): Promise<Composed> => {
  const words = inquiryReceivedLetter(await factsOf(told), languageOf(told));
  const letter = threaded(told, recipient, words, { automatic: true, attachments: [] });
  return only(told, {
    letterId: told.item.outboxId as LetterId,
    to: letter.to,
    letter,
    suppressed: await suppression(told, recipient),
    countsAsAutomatic: true,
    messageId: null,
  });
};

const answer = async (
  told: Told,
  { messageId }: NoticeOf<'answer'>,
  recipient: string,
): Promise<Composed> => {
  const { context, item } = told;
  const message = await context.db.inDesk(item.deskId, (q) =>
    inquiryMessageForLetter(q, item.deskId, messageId),
  );
  if (message === null) throw new Error(`message ${messageId} of an inquiry's answer is gone`);
  const { attachments, fileNames } = message;
  const words = inquiryAnswerLetter(
    await factsOf(told),
    { ...message, attachments: fileNames },
    languageOf(told),
  );
  const letter = threaded(told, recipient, words, { automatic: false, attachments });
  return only(told, {
    letterId: item.outboxId as LetterId,
    to: letter.to,
    letter,
    suppressed: null,
    countsAsAutomatic: false,
    messageId,
  });
};

/** Why a mailbox of sales gets no more letters for now; null: it does. Anybody may fill in the form, thirty times in ten minutes. */
const tooMany = async ({ context, item }: Told, address: string): Promise<string | null> => {
  const sent = await context.db.inDesk(item.deskId, (q) =>
    countAutomatic(q, {
      deskId: item.deskId,
      address,
      ticketId: null,
      since: (context.now() - HOUR_MS) as Instant,
      except: item.outboxId as LetterId,
    }),
  );
  return sent.toAddress >= ROUTED_PER_HOUR
    ? `limit: ${ROUTED_PER_HOUR} letters an hour to a mailbox of sales`
    : null;
};

/**
 * To a mailbox of sales that the regulation publishes. Only where an administrator has named the desk's own address of sales:
 * whoever tries the product with another vendor's regulation must not write to that vendor. Not to a mailbox that the desk
 * reads itself: the letter would come back as an inquiry.
 */
const routed = async (told: Told, { address }: NoticeOf<'routed'>): Promise<Composed> => {
  const { context, options, item, desk, about } = told;
  const { named, all } = await context.db.inDesk(item.deskId, (q) => salesAddressesOf(q, item.deskId));
  if (named === null || [desk.mailAddress, ...all].includes(address)) return nothing;
  const { inquiry, subject, firstText: text, contact, company, number } = about;
  const url = `${options.baseUrl}/d/${desk.slug}/inquiries/${number}`;
  const facts = await factsOf(told);
  const { district } = inquiry;
  const words = inquiryRoutedLetter({ ...facts, url, subject, text, contact, company, district }, 'ru');
  const to = { name: '', address };
  const letter: OutgoingLetter = {
    from: { name: desk.name.ru, address: desk.mailAddress },
    replyTo: null,
    to,
    ...words,
    messageId: `sales.${item.outboxId}@${domainOf(desk.mailAddress)}`,
    inReplyTo: null,
    references: [],
    automatic: true,
    loopMark: desk.slug,
    attachments: [],
    date: item.createdAt,
  };
  return only(told, {
    letterId: item.outboxId as LetterId,
    to,
    letter,
    suppressed: await tooMany(told, address),
    countsAsAutomatic: true,
    messageId: null,
  });
};

/** Letters about a purchase inquiry: to whoever asked, and to the mailbox of sales that it goes to. */
export const composeInquiryLetters: Compose<InquiryItem> = async (context, options, item) => {
  const inquiryId = item.owed.inquiryId as InquiryId;
  const notice = item.owed.notice as InquiryNotice;
  const about = await context.db.inDesk(item.deskId, (q) => inquiryForLetter(q, item.deskId, inquiryId));
  if (about === null) throw new Error(`inquiry ${inquiryId} of a letter is gone`);
  const told = { context, options, item, desk: options.desk(item.deskId), about };
  const { email } = about.contact;
  switch (notice.kind) {
    case 'received':
      return email === null ? nothing : received(told, email);
    case 'answer':
      return email === null ? nothing : answer(told, notice, email);
    case 'routed':
      return routed(told, notice);
  }
};
