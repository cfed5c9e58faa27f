import { authenticationOf } from './letter-authentication.ts';
import { addressList, messageIds, recipientsOf, senderOf } from './letter-addresses.ts';
import { letterAttachments } from './letter-attachments.ts';
import { readBounce } from './bounce-report.ts';
import { cleanBody, cleanLine, cutText } from './clean-text.ts';
import { decodeHeader } from './header-text.ts';
import { htmlText } from './html-text.ts';
import type { LetterFlag } from './letter-flag.ts';
import { letterHeaders, type LetterHeaders } from './letter-headers.ts';
import { takeApart, type LetterMime } from './letter-mime.ts';
import { natureOf } from './letter-nature.ts';
import type { ParsedLetter, ParseLetterOptions, ParseLetterResult } from './parsed-letter.ts';
import { recodeHeaders } from './recode-headers.ts';
import { sanitizeLetterHtml } from './sanitize-letter-html.ts';
import { splitReply } from './visible-reply.ts';

export type {
  BounceReport,
  LetterNature,
  ParsedAddress,
  ParsedAttachment,
  ParsedLetter,
  ParseLetterOptions,
  ParseLetterResult,
} from './parsed-letter.ts';

/** Larger letters are refused unread. */
export const LETTER_LIMIT_BYTES = 50 * 1024 * 1024;
const SUBJECT_LIMIT = 998;
const ATTACHMENTS_LIMIT = 500;
const TEXT_LIMIT = 4 * 1024 * 1024;
const YEAR_2000 = Date.UTC(2000, 0, 1);
const YEAR_2090 = Date.UTC(2090, 0, 1);

const statedDate = (
  headers: LetterHeaders,
): { readonly date: number | null; readonly flags: readonly LetterFlag[] } => {
  const value = headers.first('date');
  if (value === null) return { date: null, flags: [] };
  const date = Date.parse(value.replace(/\([^()]*\)/g, ''));
  if (!Number.isFinite(date)) return { date: null, flags: ['date-unreadable'] };
  return { date, flags: date < YEAR_2000 || date >= YEAR_2090 ? ['date-implausible'] : [] };
};

const bodyOf = ({ email }: LetterMime): { readonly text: string; readonly html: string | null } => {
  const html =
    email.html === undefined ? null : sanitizeLetterHtml(cleanBody(cutText(email.html, TEXT_LIMIT)));
  const plain = cleanBody(cutText(email.text ?? '', TEXT_LIMIT));
  return { text: plain.trim() === '' && html !== null ? htmlText(html) : plain, html };
};

const isEncrypted = (headers: LetterHeaders, text: string, types: readonly string[]): boolean => {
  const type = (headers.first('content-type') ?? '').toLowerCase();
  const sealed = /^application\/(?:x-)?pkcs7-mime/.test(type) && !/smime-type\s*=\s*"?signed-data/.test(type);
  return (
    sealed ||
    type.startsWith('multipart/encrypted') ||
    types.includes('application/pgp-encrypted') ||
    text.includes('-----BEGIN PGP MESSAGE-----')
  );
};

const flagsOf = (letter: {
  readonly mime: LetterMime;
  readonly headers: LetterHeaders;
  readonly messageId: string | null;
  readonly senderKind: LetterFlag | 'one';
  readonly subject: string;
}): readonly LetterFlag[] => {
  const { mime, headers, senderKind } = letter;
  const flags: LetterFlag[] = [];
  if (letter.messageId === null) flags.push('no-message-id');
  if (senderKind !== 'one') flags.push(senderKind);
  if (mime.textAsFile) flags.push('text-as-file');
  if (mime.charsetGuessed) flags.push('charset-guessed');
  const texts = [letter.subject, mime.email.text ?? '', mime.email.html ?? ''];
  if (texts.some((text) => text.includes('\u0000'))) flags.push('nul-removed');
  if (cleanLine(letter.subject).length > SUBJECT_LIMIT) flags.push('subject-cut');
  if (texts.some((text) => text.length > TEXT_LIMIT)) flags.push('text-cut');
  flags.push(...statedDate(headers).flags);
  if (/^multipart\/signed/i.test(headers.first('content-type') ?? '')) flags.push('signed');
  return flags;
};

const assemble = (mime: LetterMime, options: ParseLetterOptions): ParsedLetter => {
  const headers = letterHeaders(mime.email.headers);
  const sender = senderOf(headers);
  const from = sender.kind === 'one' ? sender.address : null;
  const rawSubject = decodeHeader(headers.first('subject') ?? '');
  const subject = cutText(cleanLine(rawSubject), SUBJECT_LIMIT);
  const messageId = messageIds(headers.first('message-id'))[0] ?? null;
  const to = addressList(headers.all('to'));
  const cc = addressList(headers.all('cc'));
  const { text, html } = bodyOf(mime);
  const attachments = letterAttachments(mime.email.attachments);
  const nature = natureOf(headers, {
    fromAddress: from?.address ?? '',
    subject,
    ownAddresses: options.ownAddresses,
  });
  return {
    messageId,
    inReplyTo: messageIds(headers.first('in-reply-to')),
    references: messageIds(headers.first('references')),
    from,
    replyTo: addressList(headers.all('reply-to')).find((one) => one.address !== '') ?? null,
    to,
    cc,
    recipients: recipientsOf(headers, [...to, ...cc]),
    subject,
    date: statedDate(headers).date,
    text,
    ...splitReply(text),
    html,
    attachments,
    nature,
    bounce: nature === 'bounce' ? readBounce(headers, text, attachments) : null,
    authentication: authenticationOf(headers, options.trustedAuthserv),
    encrypted: isEncrypted(
      headers,
      text,
      attachments.map((one) => one.type),
    ),
    flags: flagsOf({ mime, headers, messageId, senderKind: sender.kind, subject: rawSubject }),
  };
};

/**
 * Reads a letter. A pure function of the bytes and the options that never throws: a letter it cannot
 * read is refused with `too-large` (over 50 MiB) or `too-complex` (nested too deep, headers over
 * 2 MiB, over 500 files) or `malformed`. Time and memory are the caller's to limit: see startLetterParser.
 */
export const parseLetter = async (
  raw: Uint8Array,
  options: ParseLetterOptions,
): Promise<ParseLetterResult> => {
  if (raw.byteLength > LETTER_LIMIT_BYTES) return { ok: false, reason: 'too-large' };
  try {
    const mime = await takeApart(recodeHeaders(raw));
    if (mime.email.attachments.length > ATTACHMENTS_LIMIT) return { ok: false, reason: 'too-complex' };
    return { ok: true, letter: assemble(mime, options) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { ok: false, reason: message.startsWith('Maximum ') ? 'too-complex' : 'malformed' };
  }
};
