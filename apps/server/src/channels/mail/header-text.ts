import { decodeWords } from 'postal-mime';
import { chooseCharset, isKnownCharset } from './letter-charset.ts';

const ENCODED_WORD = /=\?([^?\s]+)\?([QqBb])\?([^?]*)\?=/g;

const wordBytes = (encoding: string, text: string): Uint8Array => {
  if (encoding.toUpperCase() === 'B') return Buffer.from(text, 'base64');
  const plain = text.replaceAll('_', ' ');
  return Buffer.from(
    plain.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
};

/**
 * Encoded words with a label that nobody knows ("unknown-8bit") get the likeliest one by their bytes.
 * The rest of the value stays as it is.
 */
export const relabelWords = (value: string): string =>
  value.replace(ENCODED_WORD, (word: string, label: string, encoding: string, text: string) => {
    const charset = label.split('*')[0] ?? label;
    if (isKnownCharset(charset)) return word;
    return `=?${chooseCharset(wordBytes(encoding, text), undefined).charset}?${encoding}?${text}?=`;
  });

/** A header value with its encoded words decoded. May hold line breaks that the words smuggled in. */
export const decodeHeader = (value: string): string => decodeWords(relabelWords(value));
