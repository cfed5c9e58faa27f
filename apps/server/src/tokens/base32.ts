const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Base32 in lower case: a mail server on the way may change the case of an address, not these letters. */
export const base32 = (bytes: Buffer): string => {
  let bits = 0;
  let held = 0;
  let out = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? out : out + alphabet.charAt((held << (5 - bits)) & 31);
};

/** The bytes of such a text; null where it has other signs, or is not how these bytes are written. */
export const fromBase32 = (text: string): Buffer | null => {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
    held &= (1 << bits) - 1;
  }
  const read = Buffer.from(bytes);
  return base32(read) === text ? read : null;
};
