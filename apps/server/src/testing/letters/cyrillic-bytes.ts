/** Text in an 8-bit encoding, as old Russian mailers write it. @throws for a character the encoding lacks */
export const cyrillicBytes = (
  charset: 'windows-1251' | 'koi8-r' | 'ibm866' | 'iso-8859-5',
  text: string,
): Buffer => {
  const decoder = new TextDecoder(charset);
  const codes = new Map<string, number>();
  for (let code = 0; code < 256; code += 1) codes.set(decoder.decode(Uint8Array.of(code)), code);
  return Buffer.from(
    [...text].map((character) => {
      const code = codes.get(character);
      if (code === undefined) throw new RangeError(`${charset} has no ${character}`);
      return code;
    }),
  );
};

/** An encoded word (RFC 2047) in the given encoding. */
export const encodedWord = (
  charset: 'windows-1251' | 'koi8-r' | 'ibm866' | 'iso-8859-5',
  label: string,
  text: string,
): string => `=?${label}?B?${cyrillicBytes(charset, text).toString('base64')}?=`;
