import type { DeskId, LetterId } from '@reglament/desk';
import type { Context } from './context.ts';
import { keepLetter } from './keep-letter.ts';

export interface WrittenLetter {
  readonly deskId: DeskId;
  readonly to: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

const encodedWord = (text: string): string =>
  // At most 45 bytes a word, so that no line grows too long; characters are not split.
  (text.match(/[\s\S]{1,20}/gu) ?? [])
    .map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`)
    .join('\r\n ');

const lines = (base64: string): string => base64.match(/.{1,76}/g)?.join('\r\n') ?? '';

/** A letter written in a form, as bytes that a mail server could have brought. */
export const writtenLetterBytes = (
  letter: Omit<WrittenLetter, 'idempotency'>,
  messageId: string,
  at: number,
): Buffer =>
  Buffer.from(
    [
      `From: ${letter.fromName === '' ? '' : `${encodedWord(letter.fromName)} `}<${letter.fromAddress}>`,
      `To: <${letter.to}>`,
      `Subject: ${encodedWord(letter.subject)}`,
      `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${messageId}@${letter.fromAddress.slice(letter.fromAddress.lastIndexOf('@') + 1)}>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      lines(Buffer.from(letter.text).toString('base64')),
      '',
    ].join('\r\n'),
  );

/** Hands a written letter in: kept like one from the mailbox. */
export const writeLetter = (context: Context, letter: WrittenLetter): Promise<LetterId> =>
  keepLetter(context, {
    deskId: letter.deskId,
    raw: writtenLetterBytes(letter, context.newId(), context.now()),
    receivedAt: context.now(),
    delivery: null,
    truncated: false,
    idempotency: letter.idempotency,
  });
