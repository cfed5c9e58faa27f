import { cyrillicBytes, encodedWord } from './cyrillic-bytes.ts';
import { multipart, ordinaryHeaders, rawLetter } from './raw-letter.ts';

const SUBJECT = 'Не печатает чек на кассе № 4';
const BODY = 'Добрый день!\nПосле обновления не печатает чек. Ёлка — «тест».\nАнна';
const BODY_8BIT = 'Добрый день!\nПосле обновления не печатает чек, объект Ёлка.\nАнна';

/** A letter and what must be read from it. */
export interface OddLetter {
  readonly name: string;
  readonly raw: Buffer;
  readonly subject?: string;
  readonly text?: string;
  readonly fromName?: string;
  /** Expected to be exactly these. */
  readonly flags?: readonly string[];
}

const wordy = (charset: 'windows-1251' | 'koi8-r', label: string): Buffer =>
  rawLetter(
    ordinaryHeaders({
      From: `${encodedWord(charset, label, 'Белова Анна')} <belova@zavod.example>`,
      Subject: encodedWord(charset, label, 'Не печатает чек на кассе 4'),
      'Content-Type': `text/plain; charset=${label}`,
    }),
    cyrillicBytes(charset, BODY_8BIT),
  );

/** Headers and text in 8 bits, and nothing in the letter says which. */
const mute = (charset: 'windows-1251' | 'koi8-r' | 'ibm866', type: string): Buffer =>
  rawLetter(
    ordinaryHeaders({
      From: Buffer.concat([cyrillicBytes(charset, 'Белова Анна'), Buffer.from(' <belova@zavod.example>')]),
      Subject: cyrillicBytes(charset, 'Не печатает чек на кассе 4'),
      'Content-Type': type,
    }),
    cyrillicBytes(charset, BODY_8BIT),
  );

const SHORT = { subject: 'Не печатает чек на кассе 4', text: BODY_8BIT, fromName: 'Белова Анна' };

/** Encodings that Russian mail comes in, declared, undeclared and wrongly declared. */
export const CHARSET_LETTERS: readonly OddLetter[] = [
  {
    name: 'UTF-8',
    raw: rawLetter(ordinaryHeaders({ Subject: SUBJECT }), BODY),
    subject: SUBJECT,
    text: BODY,
    flags: [],
  },
  { name: 'KOI8-R, declared', raw: wordy('koi8-r', 'koi8-r'), ...SHORT, flags: [] },
  { name: 'windows-1251, declared', raw: wordy('windows-1251', 'windows-1251'), ...SHORT, flags: [] },
  { name: 'cp1251, another label', raw: wordy('windows-1251', 'cp1251'), ...SHORT, flags: [] },
  {
    name: 'unknown charset, windows-1251 inside',
    raw: wordy('windows-1251', 'x-unknown'),
    ...SHORT,
    flags: ['charset-guessed'],
  },
  {
    name: 'unknown-8bit, KOI8-R inside',
    raw: wordy('koi8-r', 'unknown-8bit'),
    ...SHORT,
    flags: ['charset-guessed'],
  },
  {
    name: 'raw 8-bit windows-1251, nothing declared',
    raw: mute('windows-1251', 'text/plain'),
    ...SHORT,
    flags: ['charset-guessed'],
  },
  {
    name: 'raw 8-bit KOI8-R, nothing declared',
    raw: mute('koi8-r', 'text/plain'),
    ...SHORT,
    flags: ['charset-guessed'],
  },
  {
    name: 'raw 8-bit cp866, nothing declared',
    raw: mute('ibm866', 'text/plain'),
    ...SHORT,
    flags: ['charset-guessed'],
  },
  {
    name: 'windows-1251 that claims to be UTF-8',
    raw: mute('windows-1251', 'text/plain; charset=utf-8'),
    ...SHORT,
    flags: ['charset-guessed'],
  },
  {
    name: 'raw 8-bit headers, encoding declared for the text',
    raw: mute('koi8-r', 'text/plain; charset=koi8-r'),
    ...SHORT,
    flags: [],
  },
  {
    name: 'a character cut in two by encoded words',
    raw: rawLetter(ordinaryHeaders({ Subject: '=?utf-8?B?0J/RgNC40LLQ?=\r\n =?utf-8?B?tdGC?=' }), 'x'),
    subject: 'Привет',
  },
  {
    name: 'decomposed letters',
    raw: rawLetter(ordinaryHeaders({ Subject: 'и\u0306 е\u0308' }), 'и\u0306'),
    subject: 'й ё',
    text: 'й',
  },
];

/** Letters that break programs. */
export const BROKEN_LETTERS: readonly OddLetter[] = [
  {
    name: 'encoded word with line breaks in it',
    raw: rawLetter(
      ordinaryHeaders({
        Subject: '=?utf-8?Q?Hello=0D=0ABcc:_victim@else.example?=',
        From: '=?utf-8?Q?A=0AB=E2=80=A8C?= <belova@zavod.example>',
      }),
      'x',
    ),
    subject: 'Hello Bcc: victim@else.example',
    fromName: 'A B C',
    flags: [],
  },
  {
    name: 'NULs',
    raw: rawLetter(ordinaryHeaders({ Subject: 'a\u0000b' }), 'x\u0000y'),
    subject: 'ab',
    text: 'xy',
    flags: ['nul-removed'],
  },
  {
    name: 'lone surrogates',
    raw: rawLetter(
      ordinaryHeaders({
        'Content-Type': 'text/plain; charset=utf-16le',
        'Content-Transfer-Encoding': 'base64',
      }),
      Buffer.from('a\ud800b', 'utf16le').toString('base64'),
    ),
    text: 'a\ufffdb',
    flags: [],
  },
  {
    name: 'huge subject',
    raw: rawLetter(ordinaryHeaders({ Subject: 'ж'.repeat(300_000) }), 'x'),
    subject: 'ж'.repeat(998),
    flags: ['subject-cut'],
  },
  {
    name: 'no Message-ID',
    raw: rawLetter(ordinaryHeaders({ 'Message-ID': null }), 'x'),
    flags: ['no-message-id'],
  },
  {
    name: 'an endless Message-ID',
    raw: rawLetter(ordinaryHeaders({ 'Message-ID': `<${'a'.repeat(5_000)}@x.example>` }), 'x'),
    flags: ['no-message-id'],
  },
  {
    name: 'Date 1970',
    raw: rawLetter(ordinaryHeaders({ Date: 'Thu, 01 Jan 1970 00:00:00 +0000' }), 'x'),
    flags: ['date-implausible'],
  },
  {
    name: 'Date 2099',
    raw: rawLetter(ordinaryHeaders({ Date: 'Thu, 01 Jan 2099 00:00:00 +0000' }), 'x'),
    flags: ['date-implausible'],
  },
  {
    name: 'no date to speak of',
    raw: rawLetter(ordinaryHeaders({ Date: 'вчера' }), 'x'),
    flags: ['date-unreadable'],
  },
  { name: 'no From', raw: rawLetter(ordinaryHeaders({ From: null }), 'x'), flags: ['from-missing'] },
  { name: 'empty From', raw: rawLetter(ordinaryHeaders({ From: ' ' }), 'x'), flags: ['from-missing'] },
  {
    name: 'two From headers',
    raw: rawLetter([...ordinaryHeaders(), ['From', 'ceo@zavod.example']], 'x'),
    flags: ['from-several'],
  },
  {
    name: 'two addresses in From',
    raw: rawLetter(ordinaryHeaders({ From: 'a@zavod.example, b@zavod.example' }), 'x'),
    flags: ['from-several'],
  },
  {
    name: 'a group in From',
    raw: rawLetter(ordinaryHeaders({ From: 'Отдел: a@zavod.example, b@zavod.example;' }), 'x'),
    flags: ['from-group'],
  },
  {
    name: 'a group of nobody',
    raw: rawLetter(ordinaryHeaders({ From: 'undisclosed:;' }), 'x'),
    flags: ['from-group'],
  },
  {
    name: 'an address that is two',
    raw: rawLetter(ordinaryHeaders({ From: '"a@zavod.example"@else.example' }), 'x'),
    flags: ['from-invalid'],
  },
  {
    name: 'only words in From',
    raw: rawLetter(ordinaryHeaders({ From: 'Анна Белова' }), 'x'),
    flags: ['from-invalid'],
  },
];

/** Sealed letters: kept, marked, not read. */
export const ENCRYPTED_LETTERS: readonly (readonly [name: string, raw: Buffer])[] = [
  [
    'S/MIME',
    rawLetter(
      ordinaryHeaders({
        'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding': 'base64',
      }),
      'MIAGCSqGSIb3DQEHA6CA',
    ),
  ],
  [
    'PGP/MIME',
    rawLetter(
      ordinaryHeaders({
        'Content-Type': 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=p',
      }),
      multipart('p', [
        ['Content-Type: application/pgp-encrypted', 'Version: 1'],
        ['Content-Type: application/octet-stream; name=encrypted.asc', '-----BEGIN PGP MESSAGE-----'],
      ]),
    ),
  ],
  [
    'PGP in the text',
    rawLetter(ordinaryHeaders(), '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n'),
  ],
];
