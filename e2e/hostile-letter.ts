import { multipart, rawLetter } from '../apps/server/src/testing/letters/raw-letter.ts';
import { vectorsFor } from './xss-vectors.ts';

/** Where a stranger's words end up on our pages. */
export const PLACES = [
  'html',
  'text',
  'subject',
  'display-name',
  'file-name',
  'content-type',
  'company',
] as const;

const placed = new Map(PLACES.map((place) => [place, vectorsFor(place)]));

/** The vector with this number as it stands in the place. */
export const vector = (place: (typeof PLACES)[number], index: number): string =>
  placed.get(place)?.[index]?.markup ?? '';

const word = (text: string): string =>
  // An encoded word holds at most 75 characters.
  (text.match(/[\s\S]{1,15}/gu) ?? [])
    .map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`)
    .join('\r\n ');

export const hostileAddress = (index: number): string => `visitor${index}@hostile.example`;

/** One letter with a vector in each of its fields, each with a name of its own. */
export const hostileLetter = (index: number): Buffer => {
  const fileName = encodeURIComponent(vector('file-name', index)).replaceAll("'", '%27');
  const type = vector('content-type', index).replace(/[\r\n\t\u0080-\uffff]/g, '');
  const alternative = multipart('alternative', [
    [
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit',
      `${vector('text', index)}\n\nhttps://example.example/"onmouseover="__xss(1)`,
    ],
    [
      'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit',
      `<p>Оформленное письмо.</p>${vector('html', index)}`,
    ],
  ]);
  const body = multipart('mixed', [
    ['Content-Type: multipart/alternative; boundary=alternative', alternative],
    [
      `Content-Type: ${type}\nContent-Disposition: attachment; filename*=utf-8''${fileName}`,
      '<script>__xss("file")</script>',
    ],
    [
      `Content-Type: text/html\nContent-Disposition: attachment; filename="page.html"`,
      '<script>parent.__xss("file")</script>',
    ],
  ]);
  return rawLetter(
    [
      ['From', `${word(vector('display-name', index))} <${hostileAddress(index)}>`],
      ['To', 'support@centaur.example'],
      ['Subject', word(`${index} ${vector('subject', index)}`)],
      ['Message-ID', `<hostile.${index}@hostile.example>`],
      ['MIME-Version', '1.0'],
      ['Content-Type', 'multipart/mixed; boundary=mixed'],
    ],
    body,
  );
};
