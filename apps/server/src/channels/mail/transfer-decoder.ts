import PostalMime from 'postal-mime';

/** Undoes a transfer encoding. Fed with the body's lines, which are views into the one buffer of the letter. */
interface TransferDecoder {
  readonly update: (line: Uint8Array<ArrayBuffer>) => void;
  readonly finalize: () => Promise<ArrayBuffer>;
}

type Decode = (body: Uint8Array<ArrayBuffer>) => ArrayBuffer;

const PADDING = 61;
const NOT_BASE64 = 255;
const BASE64 = new Uint8Array(256).fill(NOT_BASE64);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((character, value) => {
  BASE64[character.charCodeAt(0)] = value;
});

/** Calls `put` for every decoded byte. Padding ends a unit, wherever it stands; anything foreign is skipped. */
const eachBase64Byte = (body: Uint8Array, put: (byte: number) => void): void => {
  let bits = 0;
  let held = 0;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index] ?? 0;
    const value = BASE64[byte] ?? NOT_BASE64;
    if (value === NOT_BASE64) {
      if (byte === PADDING) held = 0;
      continue;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    put((bits >> held) & 255);
  }
};

const decodeBase64: Decode = (body) => {
  let size = 0;
  eachBase64Byte(body, () => (size += 1));
  const decoded = new Uint8Array(new ArrayBuffer(size));
  let position = 0;
  eachBase64Byte(body, (byte) => {
    decoded[position] = byte;
    position += 1;
  });
  return decoded.buffer;
};

const hexDigit = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
};

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9;

/** Position after a line break at `index`, blanks before it included; -1 when there is none. */
const afterLineBreak = (body: Uint8Array, index: number): number => {
  let at = index;
  while (isBlank(body[at])) at += 1;
  if (at >= body.length) return at;
  if (body[at] === 10) return at + 1;
  return body[at] === 13 && body[at + 1] === 10 ? at + 2 : -1;
};

const decodeQuotedPrintable: Decode = (body) => {
  const decoded = new Uint8Array(body.length);
  let size = 0;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index] ?? 0;
    if (byte === PADDING) {
      const high = hexDigit(body[index + 1]);
      const low = hexDigit(body[index + 2]);
      const next = high < 0 || low < 0 ? afterLineBreak(body, index + 1) : -1;
      if (next >= 0) {
        index = next - 1;
        continue;
      }
      if (high >= 0 && low >= 0) {
        decoded[size] = high * 16 + low;
        size += 1;
        index += 2;
        continue;
      }
    }
    decoded[size] = byte;
    size += 1;
  }
  return decoded.buffer.slice(0, size);
};

const asIs: Decode = (body) => body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength);

const decodeFor = (transferEncoding: string): Decode => {
  if (/base64/i.test(transferEncoding)) return decodeBase64;
  return /quoted-printable/i.test(transferEncoding) ? decodeQuotedPrintable : asIs;
};

const transferDecoder = (transferEncoding: string): TransferDecoder => {
  let buffer: ArrayBuffer | null = null;
  let start = 0;
  let end = 0;
  return {
    update: (line) => {
      if (buffer === null) {
        buffer = line.buffer;
        start = line.byteOffset;
      }
      end = line.byteOffset + line.byteLength;
    },
    finalize: async () =>
      buffer === null
        ? new ArrayBuffer(0)
        : decodeFor(transferEncoding)(new Uint8Array(buffer, start, end - start)),
  };
};

interface MimeNodePrototype {
  setupContentDecoder: (this: { contentDecoder: TransferDecoder }, transferEncoding: string) => void;
}

/**
 * Replaces the library's decoders by ones that hold the body once instead of as a list of lines: 4 MB
 * of plain text took it over 256 MiB. They also keep what needs no decoding byte for byte, where
 * the library turns CRLF into LF and adds a line feed. The version is pinned; parse-letter.test.ts
 * notices if the library moves the place where decoders are made.
 */
export const installTransferDecoders = (): void => {
  const { root } = new PostalMime() as unknown as { readonly root: object };
  const prototype = Object.getPrototypeOf(root) as MimeNodePrototype;
  prototype.setupContentDecoder = function setupContentDecoder(transferEncoding) {
    this.contentDecoder = transferDecoder(transferEncoding);
  };
};
