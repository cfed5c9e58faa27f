import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cyrillicBytes } from '../../testing/letters/cyrillic-bytes.ts';
import {
  BROKEN_LETTERS,
  CHARSET_LETTERS,
  ENCRYPTED_LETTERS,
  type OddLetter,
} from '../../testing/letters/odd-letters.ts';
import { multipart, ordinaryHeaders, rawLetter } from '../../testing/letters/raw-letter.ts';
import {
  DELAY_REPORT,
  DELIVERY_REPORT,
  EXIM_REPORT,
  ROBOT_LETTERS,
} from '../../testing/letters/robot-letters.ts';
import { LETTER_FLAGS } from './letter-flag.ts';
import { parseLetter, type ParsedLetter, type ParseLetterOptions } from './parse-letter.ts';

const OPTIONS: ParseLetterOptions = {
  trustedAuthserv: 'mx.desk.example',
  ownAddresses: ['Support@Desk.example'],
};

const parsed = async (raw: Uint8Array, options: ParseLetterOptions = OPTIONS): Promise<ParsedLetter> => {
  const result = await parseLetter(raw, options);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.letter;
};

const expectOdd = async (odd: OddLetter): Promise<void> => {
  const letter = await parsed(odd.raw);
  if (odd.subject !== undefined) expect(letter.subject).toBe(odd.subject);
  if (odd.text !== undefined) expect(letter.text).toBe(odd.text);
  if (odd.fromName !== undefined) expect(letter.from?.name).toBe(odd.fromName);
  if (odd.flags !== undefined) expect(letter.flags).toEqual(odd.flags);
  if (odd.flags?.some((flag) => flag.startsWith('from-')) === true) expect(letter.from).toBeNull();
  else expect(letter.from?.address).toBe('belova@zavod.example');
};

describe('an ordinary letter', () => {
  test('is read whole', async () => {
    const raw = rawLetter(
      [
        ['Delivered-To', 'support+t7@desk.example'],
        ...ordinaryHeaders({
          Cc: 'Волков <volkov@zavod.example>, team: a@zavod.example;',
          'Reply-To': 'anna@home.example',
          'In-Reply-To': '<tok-1@desk.example>',
          References: '<a@b.example>\r\n <tok-1@desk.example>',
        }),
      ],
      'Спасибо!\n\n20.11.2026 12:05, Поддержка пишет:\n> Готово.\n',
    );
    expect(await parsed(raw)).toEqual({
      messageId: '7f3a@zavod.example',
      inReplyTo: ['tok-1@desk.example'],
      references: ['a@b.example', 'tok-1@desk.example'],
      from: { address: 'belova@zavod.example', name: 'Anna Belova' },
      replyTo: { address: 'anna@home.example', name: '' },
      to: [{ address: 'support@desk.example', name: 'Support' }],
      cc: [
        { address: 'volkov@zavod.example', name: 'Волков' },
        { address: 'a@zavod.example', name: '' },
      ],
      recipients: [
        'support@desk.example',
        'volkov@zavod.example',
        'a@zavod.example',
        'support+t7@desk.example',
      ],
      subject: 'Printer',
      date: Date.UTC(2026, 10, 20, 9, 5),
      text: 'Спасибо!\n\n20.11.2026 12:05, Поддержка пишет:\n> Готово.',
      visible: 'Спасибо!\n\n',
      quoted: '20.11.2026 12:05, Поддержка пишет:\n> Готово.',
      html: null,
      attachments: [],
      nature: 'human',
      bounce: null,
      authentication: 'none',
      encrypted: false,
      flags: [],
    });
  });

  test('with HTML only is read as text too, and the HTML is made harmless', async () => {
    const raw = rawLetter(
      ordinaryHeaders({ 'Content-Type': 'text/html; charset=utf-8' }),
      '<html><head><title>t</title><style>p{}</style></head><body><p>Не&nbsp;печатает<br>чек &lt;4&gt;</p><script>alert(1)</script><img src="https://track.example/1.gif"><ul><li>раз</li><li>два</li></ul><blockquote>Здравствуйте!</blockquote></body></html>',
    );
    const letter = await parsed(raw);
    expect(letter.text).toBe('Не печатает\nчек <4>\n\n- раз\n- два\n> Здравствуйте!');
    expect(letter.quoted).toBe('> Здравствуйте!');
    expect(letter.html).not.toMatch(/script|<img[^>]* src=|<style|<title/);
  });
});

describe('encodings', () => {
  test.each(CHARSET_LETTERS)('$name', expectOdd);
});

describe('broken letters', () => {
  test.each(BROKEN_LETTERS)('$name', expectOdd);
  test.each(ENCRYPTED_LETTERS)('%s is marked as encrypted', async (_, raw) => {
    expect((await parsed(raw)).encrypted).toBe(true);
  });
  test('a sender’s name turns nothing after it the other way round', async () => {
    const letter = await parsed(
      Buffer.from('From: =?utf-8?B?4oCu0LDQvdC90JA=?= <belova@zavod.example>\r\n\r\nx'),
    );
    expect(letter.from).toEqual({ address: 'belova@zavod.example', name: 'аннА' });
  });

  test('flags come from the fixed set', () => {
    const used = [...CHARSET_LETTERS, ...BROKEN_LETTERS].flatMap((odd) => odd.flags ?? []);
    expect(used.filter((flag) => !(LETTER_FLAGS as readonly string[]).includes(flag))).toEqual([]);
  });

  test('nothing throws: any bytes, any headers', async () => {
    const name = fc.constantFrom(
      'From',
      'To',
      'Subject',
      'Content-Type',
      'Content-Transfer-Encoding',
      'Message-ID',
      'References',
      'Date',
      'Authentication-Results',
      'Return-Path',
      'Content-Disposition',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'multipart/mixed; boundary=x',
        'text/html',
        'base64',
        'quoted-printable',
        '=?utf-8?B?/////w==?=',
        '<',
        '(((',
        '"',
        'a@b, c: d@e;',
        "attachment; filename*=utf-8''%ff",
      ),
    );
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constant(Buffer.from('--x\r\nContent-Type: text/plain\r\n\r\n=\r\n=zz=4\r\n--x--')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 8 }), body, async (headers, content) => {
        const letter = await parsed(rawLetter(headers, Buffer.from(content)));
        for (const text of [letter.subject, letter.text, letter.html ?? '', letter.from?.name ?? '']) {
          expect(text).not.toMatch(/\u0000|\p{Surrogate}/u);
          expect(text).toBe(text.normalize('NFC'));
        }
        expect(letter.subject).not.toMatch(/[\r\n\u2028]/);
        expect(letter.visible + letter.quoted).toBe(letter.text);
      }),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (raw) => {
        expect((await parseLetter(raw, OPTIONS)).ok).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('too much of anything is refused with its reason', async () => {
    const nested = Array.from(
      { length: 80 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
    ).join('');
    expect(await parseLetter(Buffer.from(nested), OPTIONS)).toEqual({ ok: false, reason: 'too-complex' });
    const headers = rawLetter(ordinaryHeaders({ 'X-Long': 'a'.repeat(3_000_000) }), 'x');
    expect(await parseLetter(headers, OPTIONS)).toEqual({ ok: false, reason: 'too-complex' });
    const parts = multipart(
      'x',
      Array.from({ length: 501 }, () => ['Content-Type: image/png', 'a'] as const),
    );
    expect(
      await parseLetter(
        rawLetter(ordinaryHeaders({ 'Content-Type': 'multipart/mixed; boundary=x' }), parts),
        OPTIONS,
      ),
    ).toEqual({ ok: false, reason: 'too-complex' });
  });
});

describe('files', () => {
  const binary = randomBytes(5_000);
  const withParts = (parts: Parameters<typeof multipart>[1]): Buffer =>
    rawLetter(ordinaryHeaders({ 'Content-Type': 'multipart/mixed; boundary=x' }), multipart('x', parts));

  test('come out byte for byte in every transfer encoding', async () => {
    const eml = 'From: a@b.example\r\nSubject: inner\r\n\r\nbody\r\n';
    const letter = await parsed(
      withParts([
        ['Content-Type: text/plain; charset=utf-8', 'смотрите'],
        [
          'Content-Type: application/zip\nContent-Disposition: attachment; filename="a.zip"\nContent-Transfer-Encoding: base64',
          binary.toString('base64').replace(/(.{76})/g, '$1\r\n'),
        ],
        ['Content-Type: application/octet-stream; name=raw.bin\nContent-Transfer-Encoding: binary', binary],
        [
          'Content-Type: text/plain; name=log.txt\nContent-Disposition: inline\nContent-Transfer-Encoding: quoted-printable',
          'a=3Db =\r\nc=20=\r\n\r\n=D1=8F',
        ],
        ['Content-Type: message/rfc822', eml],
      ]),
    );
    expect(letter.text).toBe('смотрите');
    expect(letter.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['a.zip', 'application/zip'],
      ['raw.bin', 'application/octet-stream'],
      ['log.txt', 'text/plain'],
      ['attachment-4.eml', 'message/rfc822'],
    ]);
    expect(letter.attachments.map(({ content }) => Buffer.from(content))).toEqual([
      binary,
      binary,
      Buffer.from('a=b c \r\nя'),
      Buffer.from(eml),
    ]);
    for (const { content, sha256 } of letter.attachments)
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  test('have readable names whatever the mailer did to them', async () => {
    const letter = await parsed(
      withParts([
        [
          "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''%D0%90%D0%BA%D1%82%20%E2%84%961.pdf",
          'a',
        ],
        ['Content-Type: application/pdf; name="=?windows-1251?B?wOryLnBkZg==?="', 'b'],
        [
          "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0*=utf-8''%D0%90; filename*1=kt.pdf",
          'c',
        ],
        [
          'Content-Type: application/pdf\nContent-Disposition: attachment; filename="..\\\\..\\\\a\u202efdp.exe"',
          'd',
        ],
      ]),
    );
    expect(letter.attachments.map(({ name }) => name)).toEqual([
      'Акт №1.pdf',
      'Акт.pdf',
      'Аkt.pdf',
      'afdp.exe',
    ]);
    expect(letter.attachments[3]?.originalName).toContain('\u202e');
  });

  test('keep raw 8-bit names of old mailers', async () => {
    const headers = Buffer.concat([
      Buffer.from('Content-Type: application/pdf; name="'),
      cyrillicBytes('windows-1251', 'Акт сверки'),
      Buffer.from('.pdf"'),
    ]);
    const body = Buffer.concat([
      Buffer.from('--x\r\n'),
      headers,
      Buffer.from('\r\n\r\n'),
      binary,
      Buffer.from('\r\n--x--\r\n'),
    ]);
    const letter = await parsed(
      rawLetter(ordinaryHeaders({ 'Content-Type': 'multipart/mixed; boundary="x"' }), body),
    );
    expect(letter.attachments[0]?.name).toBe('Акт сверки.pdf');
    expect(Buffer.from(letter.attachments[0]?.content ?? [])).toEqual(binary);
  });

  test('in the text are inline and matched by Content-ID', async () => {
    const related = multipart('r', [
      ['Content-Type: text/html', '<p>См. <img src="cid:shot@x" alt="снимок"></p>'],
      ['Content-Type: image/png\nContent-ID: <shot@x>', 'png'],
    ]);
    const letter = await parsed(
      rawLetter(ordinaryHeaders({ 'Content-Type': 'multipart/related; boundary=r' }), related),
    );
    expect(letter.html).toContain('data-cid="shot@x"');
    expect(letter.attachments).toMatchObject([
      { inline: true, contentId: 'shot@x', name: 'attachment-1.png' },
    ]);
  });

  test('a text too long to read is a file', async () => {
    const letter = await parsed(rawLetter(ordinaryHeaders(), 'строка\n'.repeat(400_000)));
    expect(letter.text).toBe('');
    expect(letter.attachments).toMatchObject([{ name: 'attachment-1.txt', type: 'text/plain' }]);
    expect(letter.flags).toEqual(['text-as-file']);
  });
});

describe('who speaks', () => {
  test.each(ROBOT_LETTERS)('%s', async (_, raw, nature) => {
    const letter = await parsed(raw);
    expect(letter.nature).toBe(nature);
    expect(letter.bounce !== null).toBe(nature === 'bounce');
  });

  test('a delivery report names the address and our letter', async () => {
    expect((await parsed(DELIVERY_REPORT)).bounce).toEqual({
      failedRecipient: 'belova@zavod.example',
      originalMessageId: 'tok-91@desk.example',
      permanent: true,
    });
    expect((await parsed(DELAY_REPORT)).bounce?.permanent).toBe(false);
    expect((await parsed(EXIM_REPORT)).bounce).toEqual({
      failedRecipient: 'belova@zavod.example',
      originalMessageId: 'tok-92@desk.example',
      permanent: true,
    });
  });
});

describe('DMARC', () => {
  const verdict = async (
    values: readonly string[],
    trustedAuthserv: string | null = 'mx.desk.example',
  ): Promise<string> =>
    (
      await parsed(
        rawLetter(
          [...values.map((value) => ['Authentication-Results', value] as const), ...ordinaryHeaders()],
          'x',
        ),
        { ...OPTIONS, trustedAuthserv },
      )
    ).authentication;

  test.each([
    ['pass', ['mx.desk.example; spf=pass smtp.mailfrom=a@b; dmarc=pass header.from=b'], 'pass'],
    [
      'pass, with version and comments',
      ['MX.desk.example 1; dkim=fail (dmarc=fail); dmarc=pass (p=none) header.from=b'],
      'pass',
    ],
    ['fail', ['mx.desk.example; dmarc=fail'], 'fail'],
    ['temporary error', ['mx.desk.example; dmarc=temperror'], 'none'],
    ['nothing said', ['mx.desk.example; spf=pass'], 'none'],
    ['no results', [], 'none'],
    ['a stranger says pass', ['mx.else.example; dmarc=pass'], 'none'],
    ['a name that begins with ours', ['mx.desk.example.else.example; dmarc=pass'], 'none'],
    ['a forged one under ours', ['mx.desk.example; dmarc=fail', 'mx.desk.example; dmarc=pass'], 'fail'],
    [
      'a forged one under our silent one',
      ['mx.desk.example; spf=none', 'mx.desk.example; dmarc=pass'],
      'none',
    ],
    ['a verdict inside a comment', ['mx.desk.example; spf=pass (; dmarc=pass)'], 'none'],
    ['a verdict inside a quoted string', ['mx.desk.example; spf=pass smtp.mailfrom="a; dmarc=pass"'], 'none'],
    ['both at once', ['mx.desk.example; dmarc=pass; dmarc=fail'], 'fail'],
  ] as const)('%s', async (_, values, expected) => {
    expect(await verdict(values)).toBe(expected);
  });

  test('nobody is believed when no server is trusted', async () => {
    expect(await verdict(['mx.desk.example; dmarc=pass'], null)).toBe('none');
    expect(await verdict(['; dmarc=pass'], '')).toBe('none');
  });
});
