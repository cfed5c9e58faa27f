import type { CertificateId, DeskId, InquiryId, LetterId, MessageId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertAttachment } from '../store/attachments.ts';
import { contactByEmail, insertContact } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import type { LetterOutcome } from '../store/letters.ts';
import type { NewMessage } from '../store/tickets.ts';
import type { Context } from './context.ts';
import type { IncomingLetter } from './incoming-letter.ts';
import { plainWords, wordsOf } from './letter-words.ts';
import type { Requester } from './register-ticket.ts';

export interface ReceivedLetter {
  readonly deskId: DeskId;
  readonly letterId: LetterId;
  /** When the mail server had it. */
  readonly receivedAt: Instant;
  /** Only its headers were fetched. */
  readonly truncated: boolean;
  readonly reading:
    | { readonly ok: true; readonly letter: IncomingLetter }
    | { readonly ok: false; readonly reason: string };
}

/** What became of a letter. */
export interface Outcome {
  readonly outcome: LetterOutcome;
  readonly note: string | null;
  readonly ticketId: TicketId | null;
  /** The inquiry that it opened or joined; absent: none. */
  readonly inquiry?: { readonly inquiryId: InquiryId; readonly number: number };
  /** The certificate that a robot's letter is kept with; absent: none. */
  readonly certificateId?: CertificateId;
  /** The ticket's number to tell open screens; null: no ticket changed. */
  readonly number: number | null;
}

/** Remarks on how a letter could be read; null: as any other. */
export const noteOf = (received: ReceivedLetter, letter: IncomingLetter): string | null =>
  received.truncated ? 'too-large' : letter.encrypted === true ? 'encrypted' : null;

/** Whoever sent it, as a contact of the desk. */
export const requesterOf = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  from: IncomingLetter['from'],
): Promise<Requester> => {
  if (from !== null && from.address !== '') {
    const contact = await contactByEmail(q, {
      deskId,
      email: from.address,
      name: from.name,
      newId: context.newId,
    });
    return { ...contact };
  }
  const contactId = context.newId() as Requester['contactId'];
  const name = from !== null && from.name !== '' ? from.name : '—';
  await insertContact(q, { deskId, contactId, companyId: null, email: null, name, phone: '' });
  return { contactId, companyId: null, companyName: null, name, email: null, phone: '', certificates: [] };
};

/** Its files, kept; they belong to no message yet. */
export const keepFiles = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  letter: IncomingLetter,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const file of letter.attachments) {
    const attachmentId = context.newId();
    await insertAttachment(q, {
      deskId,
      attachmentId,
      uploadedBy: null,
      name: file.name,
      originalName: file.originalName,
      type: file.type,
      sha256: file.sha256,
      content: file.content,
      at: context.now(),
    });
    ids.push(attachmentId);
  }
  return ids;
};

/** The letter as a message of a ticket. */
export const messageOf = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  kind: 'customer' | 'system',
  contact: Requester | null,
): Promise<NewMessage> => ({
  messageId: context.newId() as MessageId,
  kind,
  personId: null,
  contactId: contact?.contactId ?? null,
  author: contact?.name ?? letter.from?.address ?? '—',
  ...plainWords(wordsOf(letter, received.truncated)),
  html: letter.html,
  letterId: received.letterId,
  attachmentIds: await keepFiles(context, q, received.deskId, letter),
});
