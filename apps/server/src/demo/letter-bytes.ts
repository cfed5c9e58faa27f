import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { IncomingLetter } from '../use-cases/incoming-letter.ts';
import type { DemoFile } from './story.ts';

export interface MadeFile {
  readonly name: string;
  readonly originalName: string;
  readonly type: string;
  readonly sha256: string;
  readonly content: Buffer;
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const crc32 = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0;

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
};

/** A PNG of one colour: what a screenshot is in a demo. */
const png = (width: number, height: number, rgb: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, RGB, no interlace.
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) row.writeUIntBE(rgb, 1 + x * 3, 3);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

export const makeFile = (file: DemoFile): MadeFile => {
  const content =
    'text' in file ? Buffer.from(file.text) : png(file.pixels.width, file.pixels.height, file.pixels.rgb);
  const type = 'text' in file ? 'text/plain' : 'image/png';
  return {
    name: file.name,
    originalName: file.name,
    type,
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  };
};

export interface LetterToMake {
  readonly messageId: string;
  readonly from: { readonly address: string; readonly name: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly DemoFile[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The sender's domain stands behind the letter. */
  readonly signed: boolean;
}

const base64 = (bytes: Buffer): string =>
  bytes
    .toString('base64')
    .match(/.{1,76}/g)
    ?.join('\r\n') ?? '';

// At most 45 bytes a word, so that no line grows too long; characters are not split.
const words = (text: string): string =>
  (text.match(/[\s\S]{1,20}/gu) ?? [])
    .map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`)
    .join('\r\n ');

const part = (type: string, content: Buffer, name: string | null): readonly string[] => [
  `Content-Type: ${type}`,
  ...(name === null ? [] : [`Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}`]),
  'Content-Transfer-Encoding: base64',
  '',
  base64(content),
];

/** A customer's letter: the bytes that a mail server would have brought, and what the parser reads in them. */
export const makeLetter = (
  letter: LetterToMake,
): { readonly raw: Buffer; readonly reading: IncomingLetter } => {
  const files = letter.files.map(makeFile);
  const text = part('text/plain; charset=utf-8', Buffer.from(letter.text), null);
  const boundary = `=_demo_${letter.messageId.slice(0, 36)}`;
  const body =
    files.length === 0
      ? text
      : [
          `Content-Type: multipart/mixed; boundary="${boundary}"`,
          '',
          `--${boundary}`,
          ...text,
          ...files.flatMap((f) => [`--${boundary}`, ...part(f.type, f.content, f.name)]),
          `--${boundary}--`,
        ];
  const raw = Buffer.from(
    [
      `From: ${words(letter.from.name)} <${letter.from.address}>`,
      `To: <${letter.to}>`,
      `Subject: ${words(letter.subject)}`,
      `Date: ${new Date(letter.at).toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${letter.messageId}>`,
      'MIME-Version: 1.0',
      ...body,
      '',
    ].join('\r\n'),
  );
  return {
    raw,
    reading: {
      messageId: letter.messageId,
      inReplyTo: [],
      references: [],
      from: letter.from,
      recipients: [letter.to],
      subject: letter.subject,
      text: letter.text,
      visible: letter.text,
      quoted: '',
      html: null,
      attachments: files,
      nature: 'human',
      bounce: null,
      authentication: letter.signed ? 'pass' : 'none',
    },
  };
};
