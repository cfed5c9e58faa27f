import PostalMime, { type Email } from 'postal-mime';
import { chooseCharset } from './letter-charset.ts';
import { installTransferDecoders } from './transfer-decoder.ts';

installTransferDecoders();

/** What we need of the parser's tree. The library keeps it out of its types, so its version is pinned. */
interface MimePart {
  readonly content: ArrayBuffer | null;
  readonly contentType: {
    readonly multipart: string | false;
    readonly parsed: { readonly value: string; readonly params: Record<string, string> };
  };
  readonly contentDisposition: {
    readonly parsed: { value: string; readonly params: Record<string, string> };
  };
}

interface MimeWalk {
  collectNode: (part: MimePart, alternative: unknown, related: boolean) => Promise<void>;
}

/** The letter taken apart. */
export interface LetterMime {
  readonly email: Email;
  /** A text part declared no encoding, or a wrong one, and was read by its likeliest. */
  readonly charsetGuessed: boolean;
  /** A text was too long to be one and is among the files. */
  readonly textAsFile: boolean;
}

const NESTING_LIMIT = 64;
const TEXT_LIMIT_BYTES = 4 * 1024 * 1024;
const HEADERS_LIMIT_BYTES = 2 * 1024 * 1024;

const isText = (part: MimePart): boolean => /^text\/(?:plain|html)$/.test(part.contentType.parsed.value);

/** A text with a file name is a file ("log.txt" dragged into the letter), not part of what is said. */
const keepFilesApart = (part: MimePart): void => {
  const disposition = part.contentDisposition.parsed;
  const name = disposition.params['filename'] ?? part.contentType.parsed.params['name'];
  if (isText(part) && name !== undefined && name !== '') disposition.value = 'attachment';
};

/** A text that nobody would read becomes a file: whole, downloadable, and not in every list of messages. */
const keepLongTextApart = (part: MimePart): boolean => {
  if (!isText(part) || part.contentDisposition.parsed.value === 'attachment') return false;
  if ((part.content?.byteLength ?? 0) <= TEXT_LIMIT_BYTES) return false;
  part.contentDisposition.parsed.value = 'attachment';
  return true;
};

const settleCharset = (part: MimePart): boolean => {
  if (!isText(part) || part.contentDisposition.parsed.value === 'attachment' || part.content === null)
    return false;
  const { params } = part.contentType.parsed;
  const { charset, guessed } = chooseCharset(new Uint8Array(part.content), params['charset']);
  params['charset'] = charset;
  return guessed;
};

/**
 * Takes a letter apart. Nested letters stay files, so nothing of them is mixed into the text.
 * @throws when the letter is nested too deep or its headers are larger than 2 MiB
 */
export const takeApart = async (raw: Uint8Array): Promise<LetterMime> => {
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: NESTING_LIMIT,
    maxHeadersSize: HEADERS_LIMIT_BYTES,
  });
  const walk = parser as unknown as MimeWalk;
  const collect = walk.collectNode.bind(parser);
  let charsetGuessed = false;
  let textAsFile = false;
  walk.collectNode = (part, alternative, related) => {
    keepFilesApart(part);
    textAsFile = keepLongTextApart(part) || textAsFile;
    charsetGuessed = settleCharset(part) || charsetGuessed;
    return collect(part, alternative, related);
  };
  // A whole buffer of its own is taken as it is; a view would be copied, twice the letter in memory.
  const whole =
    raw.byteOffset === 0 && raw.byteLength === raw.buffer.byteLength && raw.buffer instanceof ArrayBuffer;
  return { email: await parser.parse(whole ? (raw.buffer as ArrayBuffer) : raw), charsetGuessed, textAsFile };
};
