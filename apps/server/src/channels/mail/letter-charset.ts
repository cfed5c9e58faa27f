/** The labels that letters with Russian 8-bit text turn out to have, likeliest first. */
const CANDIDATES = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const;

const FREQUENT = /[оеаинтсрвлкмдпу]/g;
// A capital right after a small letter: what Russian looks like when KOI8-R and 1251 are swapped.
const SWAPPED = /[а-яё][А-ЯЁ]/g;
const FOREIGN = /[^\u0000-\u007fА-Яа-яЁё№«»–—…„“”]/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const russianness = (text: string): number =>
  count(text, FREQUENT) - 3 * count(text, SWAPPED) - 2 * count(text, FOREIGN);

const SAMPLE_BYTES = 16_384;

/** The likeliest 8-bit encoding of Russian text. Bytes below 128 don't matter. */
export const guessRussianCharset = (bytes: Uint8Array): string => {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let best: { charset: string; score: number } = { charset: 'windows-1251', score: -Infinity };
  for (const charset of CANDIDATES) {
    const score = russianness(new TextDecoder(charset).decode(sample));
    if (score > best.score) best = { charset, score };
  }
  return best.charset;
};

const hasHighByte = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 127);

/** True when the bytes are UTF-8, allowing one broken character in twenty (a cut or a mangled letter). */
export const looksLikeUtf8 = (bytes: Uint8Array): boolean => {
  // Only a part is looked at: the answer does not change with length, the memory does.
  const high = bytes.findIndex((byte) => byte > 127);
  const decoded = new TextDecoder('utf-8').decode(
    bytes.subarray(Math.max(0, high), Math.max(0, high) + SAMPLE_BYTES),
  );
  const broken = count(decoded, /\ufffd/g);
  return broken <= 1 || broken * 20 < count(decoded, /[^\u0000-\u007f]/g);
};

/** True when this runtime can decode the label. */
export const isKnownCharset = (label: string): boolean => {
  try {
    return new TextDecoder(label.trim()).encoding !== 'replacement';
  } catch {
    return false;
  }
};

const UNTRUSTED = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'ansi_x3.4-1968']);

/**
 * The encoding to read a text by. A declared 8-bit encoding is believed; UTF-8, ASCII, nothing and
 * nonsense are checked against the bytes, because mailers write them without looking.
 */
export const chooseCharset = (
  bytes: Uint8Array,
  declared: string | undefined,
): { readonly charset: string; readonly guessed: boolean } => {
  const label = (declared ?? '').trim().toLowerCase();
  if (label !== '' && !UNTRUSTED.has(label) && isKnownCharset(label))
    return { charset: label, guessed: false };
  const unknown = label !== '' && !UNTRUSTED.has(label);
  if (!hasHighByte(bytes) || looksLikeUtf8(bytes)) return { charset: 'utf-8', guessed: unknown };
  return { charset: guessRussianCharset(bytes), guessed: true };
};
