import type { InquiryId, InquiryNotice, Language } from '@reglament/desk';
import {
  inquiryAnswerLetter,
  inquiryReceivedLetter,
  inquiryRoutedLetter,
} from '../../reactions/letters/inquiry.ts';
import type { RenderedNotice } from '../../reactions/notice-facts.ts';
import { salesAddressesOf } from '../../store/inquiries.ts';
import type { ItemAbout } from '../../store/outbox.ts';
import type { Desk } from '../../store/queries/desks.ts';
import {
  inquiryForLetter,
  type InquiryForLetter,
  inquiryMessageForLetter,
} from '../../store/queries/inquiries.ts';
import { ticketToken } from '../../tokens/ticket-token.ts';
import type { Context } from '../../use-cases/context.ts';
import { automaticTo, receiptHeldBack } from './automatic-answers.ts';
import { type Compose, type Composed, type DeliverOutboxOptions, nothing } from './parcel.ts';
import { type OwnWords, parcelOf } from './parcel-of.ts';

type InquiryItem = ItemAbout<'inquiry'>;
type NoticeOf<K extends InquiryNotice['kind']> = Extract<InquiryNotice, { readonly kind: K }>;

const HOUR_MS = 3_600_000;
/** Letters to one mailbox of sales: what comes beyond stands in the list of inquiries, as all do. */
const ROUTED_PER_HOUR = 10;

interface Told {
  readonly context: Context;
  readonly options: DeliverOutboxOptions;
  readonly item: InquiryItem;
  readonly desk: Desk;
  readonly about: InquiryForLetter;
}

/** One letter; open screens show what became of it. */
const shown = ({ context, item, desk, about }: Told, own: OwnWords): Composed => ({
  parcels: [parcelOf(desk, item, own)],
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

const languageOf = ({ about }: Told): Language => about.contact.language ?? 'ru';

/** A letter to whoever asked goes in the inquiry's own thread: an answer to it joins by its token (R1). */
const toRequester = (told: Told, recipient: string, words: RenderedNotice) => {
  const { context, item, about } = told;
  const subject = { deskId: item.deskId, ticketId: about.inquiry.inquiryId, recipient };
  const token = ticketToken(context.secret, 'inquiry', about.number, subject);
  return {
    to: { name: '', address: recipient },
    language: languageOf(told),
    words,
    about: { token, first: about.firstLetter?.messageId ?? null },
  };
};

const received = async (told: Told, address: string): Promise<Composed> => {
  const { context, item, about } = told;
  const { firstLetter, company, byStaff } = about;
  const words = inquiryReceivedLetter(await factsOf(told), languageOf(told));
  // Into a page without an account anybody may type anybody's address.
  const verified = company !== null || byStaff || firstLetter?.authentication === 'pass';
  const asked = { address, ticketId: null, firstLetter, verified };
  return shown(told, {
    ...toRequester(told, address, words),
    suppressed: await receiptHeldBack(context, item, asked),
    countsAsAutomatic: true,
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
  return shown(told, { ...toRequester(told, recipient, words), byPerson: true, attachments, messageId });
};

/** Why a mailbox of sales gets no more letters for now; null: it does. Anybody may fill in the form, thirty times in ten minutes. */
const tooMany = async ({ context, item }: Told, address: string): Promise<string | null> => {
  const sent = await automaticTo(context, item, { address, ticketId: null, windowMs: HOUR_MS });
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
  return shown(told, {
    about: 'sales',
    to: { name: '', address },
    language: 'ru',
    words,
    suppressed: await tooMany(told, address),
    countsAsAutomatic: true,
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
