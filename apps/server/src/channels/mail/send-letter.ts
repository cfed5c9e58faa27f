import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanAttachmentName } from './attachment-name.ts';
import { cleanBody, cleanLine, cutText } from './clean-text.ts';
import { LOOP_HEADER } from './loop-header.ts';
import { isMailAddress } from './mail-address.ts';
import { isLoopback, type MailServer } from './mail-server.ts';

/** A letter we send. Every text may come from anywhere: nothing in it can add a header or a recipient. */
export interface OutgoingLetter {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** With or without angle brackets; the same id gives the same bytes. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Written by the desk itself, not by a person: other robots must not answer. */
  readonly automatic: boolean;
  /** Value of the header by which we know our own letters when they come back. */
  readonly loopMark: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array;
  }[];
  /** Milliseconds since 1970. */
  readonly date: number;
  /** Where whoever gets it says no to more of its kind, by one press of their mail program (RFC 8058); absent: it is owed to them. */
  readonly unsubscribeUrl?: string;
}

/** What the mail server said. `permanent`: trying again is of no use. */
export type SendResult =
  | { readonly accepted: true; readonly response: string }
  | { readonly accepted: false; readonly permanent: boolean; readonly response: string };

const SUBJECT_LIMIT = 998;
const NAME_LIMIT = 255;
const REFERENCES_LIMIT = 50;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}$/i;

/** Text that looks like an encoded word would be decoded by the reader into what was cleaned away here. */
const defused = (text: string): string => cleanLine(text).replaceAll('=?', '= ?');

const line = (text: string, limit: number): string => cutText(defused(text), limit);

const identifier = (id: string): string => `<${cutText(cleanLine(id).replace(/[<>\s]|=\?/g, ''), 900)}>`;

/** @throws RangeError: addresses are checked before a letter is written, so a bad one is our bug. */
const mailbox = (name: string, address: string): { readonly name: string; readonly address: string } => {
  if (!isMailAddress(address)) throw new RangeError('not a mail address');
  return { name: line(name, NAME_LIMIT), address };
};

const robotHeaders = (letter: OutgoingLetter): Record<string, string> =>
  letter.automatic
    ? {
        'Auto-Submitted': letter.inReplyTo === null ? 'auto-generated' : 'auto-replied',
        'X-Auto-Response-Suppress': 'All',
      }
    : {};

const unsubscribeHeaders = ({ unsubscribeUrl }: OutgoingLetter): Record<string, string> =>
  unsubscribeUrl === undefined
    ? {}
    : {
        'List-Unsubscribe': `<${cleanLine(unsubscribeUrl).replace(/[<>\s]/g, '')}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };

/**
 * The letter as bytes, the same for the same argument: what is kept as the record is what is sent.
 * Control characters and line separators in headers become spaces.
 * @throws RangeError when an address of the desk or the recipient is not one
 */
export const composeLetter = async (letter: OutgoingLetter): Promise<Buffer> => {
  const messageId = identifier(letter.messageId);
  const message = new MailComposer({
    from: mailbox(letter.from.name, letter.from.address),
    to: mailbox(letter.to.name, letter.to.address),
    ...(letter.replyTo === null ? {} : { replyTo: mailbox('', letter.replyTo) }),
    subject: line(letter.subject, SUBJECT_LIMIT),
    messageId,
    ...(letter.inReplyTo === null ? {} : { inReplyTo: identifier(letter.inReplyTo) }),
    ...(letter.references.length === 0
      ? {}
      : { references: letter.references.slice(-REFERENCES_LIMIT).map(identifier) }),
    date: new Date(letter.date),
    text: cleanBody(letter.text),
    ...(letter.html === null ? {} : { html: cleanBody(letter.html) }),
    headers: {
      ...robotHeaders(letter),
      ...unsubscribeHeaders(letter),
      [LOOP_HEADER]: line(letter.loopMark, 200),
    },
    attachments: letter.attachments.map(({ name, type, content }, index) => ({
      filename: cleanAttachmentName(name, `attachment-${index + 1}.bin`),
      contentType: MEDIA_TYPE.test(type) ? type.toLowerCase() : 'application/octet-stream',
      contentDisposition: 'attachment',
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    })),
    textEncoding: 'B',
    encoding: 'base64',
    newline: 'win',
    boundaryPrefix: '=_reglament',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message.compile().build();
};

interface SmtpError {
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly code?: unknown;
  readonly command?: unknown;
}

const refused = (error: unknown): SendResult => {
  const { responseCode, response, code, command } = error as SmtpError;
  const message = error instanceof Error ? error.message : 'unknown error';
  const aboutLetter = typeof command === 'string' && /^(?:MAIL|RCPT|DATA)/.test(command);
  // 5xx at greeting, login or TLS speaks about our settings, not about this letter: worth trying later.
  const permanent =
    typeof responseCode === 'number' && responseCode >= 500 && aboutLetter && code !== 'EAUTH';
  return { accepted: false, permanent, response: typeof response === 'string' ? response : message };
};

/**
 * Sends composed letters over SMTP, TLS verified unless the server is on loopback. Connections are
 * kept and shared; a letter is sent once per call, nothing is retried here.
 */
export const startSmtpTransport = (
  options: MailServer & { readonly user?: string; readonly password?: string },
): {
  readonly send: (
    raw: Buffer,
    envelope: { readonly from: string; readonly to: string },
  ) => Promise<SendResult>;
  readonly stop: () => Promise<void>;
} => {
  const local = isLoopback(options.host);
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 4,
    maxRequeues: 0,
    host: options.host,
    port: options.port,
    secure: options.secure,
    ...(options.secure ? {} : local ? { ignoreTLS: true } : { requireTLS: true }),
    ...(options.user === undefined ? {} : { auth: { user: options.user, pass: options.password ?? '' } }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (raw, envelope) => {
      // An empty sender is the null return path, rightly used by automatic answers.
      if (!isMailAddress(envelope.to) || (envelope.from !== '' && !isMailAddress(envelope.from))) {
        return { accepted: false, permanent: true, response: 'not a mail address' };
      }
      try {
        const { response } = await transport.sendMail({
          raw,
          envelope: { from: envelope.from, to: [envelope.to] },
        });
        return { accepted: true, response };
      } catch (error) {
        return refused(error);
      }
    },
    stop: async () => {
      transport.close();
    },
  };
};
