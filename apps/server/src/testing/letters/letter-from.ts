import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { SunkLetter } from './smtp-sink.ts';

export interface LetterFrom {
  readonly from: string;
  readonly to: string;
  readonly subject?: string;
  readonly text?: string;
  readonly messageId?: string | null;
  readonly headers?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
}

const word = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const filePart = (file: { readonly name: string; readonly type: string; readonly content: Buffer }): string =>
  [
    '--part',
    `Content-Type: ${file.type}; name="${word(file.name)}"`,
    `Content-Disposition: attachment; filename="${word(file.name)}"`,
    'Content-Transfer-Encoding: base64',
    '',
    file.content
      .toString('base64')
      .match(/.{1,76}/g)
      ?.join('\r\n') ?? '',
  ].join('\r\n');

/** An ordinary letter of a person, as bytes. */
export const letterFrom = (letter: LetterFrom): Buffer => {
  const { from, to, subject = 'Не печатает', text = 'Добрый день, не печатает чек.', files = [] } = letter;
  const id = letter.messageId === undefined ? `${randomUUID()}@customer.example` : letter.messageId;
  const head = [
    ...(letter.headers ?? []),
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${word(subject)}`,
    'Date: Fri, 07 Feb 2025 10:00:00 +0300',
    ...(id === null ? [] : [`Message-ID: <${id}>`]),
    'MIME-Version: 1.0',
  ];
  const body = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text.replaceAll('\n', '\r\n'),
  ];
  if (files.length === 0) return Buffer.from([...head, ...body, ''].join('\r\n'));
  return Buffer.from(
    [
      ...head,
      'Content-Type: multipart/mixed; boundary="part"',
      '',
      '--part',
      ...body,
      ...files.map(filePart),
      '--part--',
      '',
    ].join('\r\n'),
  );
};

export interface OpenedLetter {
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly replyTo: string;
  readonly header: (name: string) => string;
}

/** What somebody who gets a letter of ours reads. */
export const openLetter = async (letter: SunkLetter): Promise<OpenedLetter> => {
  const parsed = await PostalMime.parse(letter.raw);
  return {
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    messageId: (parsed.messageId ?? '').replace(/[<>]/g, ''),
    replyTo: parsed.replyTo?.[0]?.address ?? '',
    header: (name) => parsed.headers.find((h) => h.key === name)?.value ?? '',
  };
};
