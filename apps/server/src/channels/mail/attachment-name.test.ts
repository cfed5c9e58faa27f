import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanAttachmentName } from './attachment-name.ts';

const FALLBACK = 'attachment-1.bin';
const clean = (name: string): string => cleanAttachmentName(name, FALLBACK);

describe('a file name from outside', () => {
  test.each([
    ['ordinary', 'Акт сверки №1.pdf', 'Акт сверки №1.pdf'],
    ['invisible character before a dot', '\u200b.htaccess', 'htaccess'],
    ['path, Windows', '..\\..\\windows\\system32\\a.dll', 'a.dll'],
    ['path, Unix', '../../etc/passwd', 'passwd'],
    ['path by a full-width slash', 'a\uff0fb.txt', 'b.txt'],
    ['right-to-left override', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['isolates', '\u2066a\u2069.pdf', 'a.pdf'],
    ['decomposed', 'и\u0306.txt', 'й.txt'],
    ['device', 'CON', '_CON'],
    ['device with an extension', 'aux.txt', '_aux.txt'],
    ['device with a blank', 'nul .txt', '_nul .txt'],
    ['not a device', 'console.log', 'console.log'],
    ['trailing dots and blanks', 'a.txt . .', 'a.txt'],
    ['characters Windows refuses', 'a:b*c?.txt', 'a_b_c_.txt'],
    ['alternate stream', 'a.txt:hidden.exe', 'a.txt_hidden.exe'],
    ['line breaks and NUL', 'a\r\nContent-Type: x\u0000.txt', 'aContent-Type_ x.txt'],
    ['lone surrogate', 'a\ud800.txt', 'a\ufffd.txt'],
    ['nothing', '', FALLBACK],
    ['nothing left', '../\u200b..', FALLBACK],
  ])('%s', (_, name, expected) => {
    expect(clean(name)).toBe(expected);
  });

  test('is at most 255 bytes and keeps its extension', () => {
    const long = clean(`${'ж'.repeat(4096)}.pdf`);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
    expect(long).toMatch(/^ж+\.pdf$/);
    expect(Buffer.byteLength(clean(`a.${'ж'.repeat(4096)}`))).toBeLessThanOrEqual(255);
  });

  test('once clean stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const once = clean(name);
        expect(clean(once)).toBe(once);
        expect(once).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
        expect(Buffer.byteLength(once)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 1_000 },
    );
  });
});
