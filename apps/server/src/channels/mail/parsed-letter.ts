/** One mailbox named in a header. */
export interface ParsedAddress {
  /** Lower-case address, '' when the header names nobody who can be written to. */
  readonly address: string;
  /** Display name, decoded, one line, '' when none. */
  readonly name: string;
}

/** A file of the letter. Content is what the sender attached, transfer encoding undone, byte for byte. */
export interface ParsedAttachment {
  /** Display name, safe to show and to offer for saving: see cleanAttachmentName. */
  readonly name: string;
  /** The name as the sender wrote it, '' when there was none. Metadata only: never a path, never shown. */
  readonly originalName: string;
  /** Declared media type, lower-case, `application/octet-stream` when it makes no sense. Never trusted for serving. */
  readonly type: string;
  readonly content: Uint8Array;
  /** Lower-case hex of the content. */
  readonly sha256: string;
  /** The letter shows it inside its text (an image by Content-ID, or Content-Disposition inline). */
  readonly inline: boolean;
  /** Content-ID without angle brackets, to match the `data-cid` placeholders of the HTML; null when none. */
  readonly contentId: string | null;
}

/** Who, or what, is speaking. Only `human` may be answered automatically. */
export type LetterNature = 'human' | 'auto-reply' | 'bounce' | 'list' | 'loop' | 'bulk';

/** What a delivery report says. */
export interface BounceReport {
  /** Lower-case address that could not be reached, null when the report does not say. */
  readonly failedRecipient: string | null;
  /** Message-ID of the letter that came back, without angle brackets. */
  readonly originalMessageId: string | null;
  /** False for delays, temporary failures and reports of success. */
  readonly permanent: boolean;
}

/** A letter, read. Texts are NFC, without NUL, with lone surrogates replaced by U+FFFD. */
export interface ParsedLetter {
  /** Without angle brackets; null when missing or unusable. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** Null when there is no From, more than one, a group, or an address that makes no sense. */
  readonly from: ParsedAddress | null;
  readonly replyTo: ParsedAddress | null;
  readonly to: readonly ParsedAddress[];
  readonly cc: readonly ParsedAddress[];
  /** Addresses of To, Cc, Delivered-To, X-Original-To and Envelope-To, lower-case, each once. */
  readonly recipients: readonly string[];
  /** One line, at most 998 characters. */
  readonly subject: string;
  /** Milliseconds since 1970 as the sender states it; null when unreadable. Never used for deadlines. */
  readonly date: number | null;
  readonly text: string;
  readonly visible: string;
  readonly quoted: string;
  /** Sanitised HTML that loads nothing; null when the letter had none. */
  readonly html: string | null;
  readonly attachments: readonly ParsedAttachment[];
  readonly nature: LetterNature;
  readonly bounce: BounceReport | null;
  /** DMARC verdict of our own mail server; `none` when it did not say. */
  readonly authentication: 'pass' | 'fail' | 'none';
  /** S/MIME or PGP: the text cannot be read here. */
  readonly encrypted: boolean;
  /** Oddities worth a note for staff, from a fixed set (see letter-flag.ts). */
  readonly flags: readonly string[];
}

/** What the parser has to know about the desk. */
export interface ParseLetterOptions {
  /** authserv-id of the mail server whose Authentication-Results are believed; null believes nobody. */
  readonly trustedAuthserv: string | null;
  /** The desk's own addresses: a letter from one of them is a loop. */
  readonly ownAddresses: readonly string[];
}

/** Refusals: `too-complex`, `too-large`, `timeout`, `memory`, `crashed`, `malformed`. */
export type ParseLetterResult =
  | { readonly ok: true; readonly letter: ParsedLetter }
  | { readonly ok: false; readonly reason: string };
