import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, email, instantText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** Letters, digits, dots, hyphens; an IPv6 address with colons. No scheme, no path. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(253)
  .regex(/^(?:[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?|[0-9a-f:]+:[0-9a-f:.]*)$/);
const port = z.number().int().min(1).max(65_535);
// Printable: it goes into a line of a mail protocol.
const line = z.string().regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

const imap = z.strictObject({
  host,
  port,
  /** TLS from the first byte; without it STARTTLS is required, except on loopback. */
  secure: z.boolean(),
  user: line.min(1).max(254),
  /** null: the one that is kept, which is used for the same host, port and user only. */
  password: line.min(1).max(500).nullable(),
  folder: line.trim().min(1).max(200).default('INBOX'),
});

const smtp = z.strictObject({
  host,
  port,
  secure: z.boolean(),
  /** null: the server wants no sign-in. */
  user: line.min(1).max(254).nullable(),
  password: line.min(1).max(500).nullable(),
});

/** What the two directions are to be; null: none. */
export const mailboxAccounts = z.strictObject({ imap: imap.nullable(), smtp: smtp.nullable() });
export type MailboxAccounts = z.infer<typeof mailboxAccounts>;

const state = z.object({
  connected: z.boolean(),
  changedAt: instantText,
  /** When it last worked; null: never yet. */
  workedAt: instantText.nullable(),
  /** The last thing that went wrong, in the words of the other side. */
  failure: z.string().nullable(),
  failedAt: instantText.nullable(),
});

/** `configuration`: the server's own settings say it, and nobody changes it from here; `desk`: an administrator set it. */
const source = z.enum(['configuration', 'desk', 'none']);

const shownImap = z.object({
  host: z.string(),
  port: z.number().int(),
  secure: z.boolean(),
  user: z.string(),
  folder: z.string(),
});
const shownSmtp = z.object({
  host: z.string(),
  port: z.number().int(),
  secure: z.boolean(),
  user: z.string().nullable(),
});

export const mailboxPage = z.object({
  /** 0: nobody has set anything here. */
  version: z.number().int(),
  address: z.string(),
  /** The server's configuration names it at each start. */
  addressFixed: z.boolean(),
  salesAddress: z.string().nullable(),
  trustedAuthserv: z.string().nullable(),
  in: z.object({
    source,
    account: shownImap.nullable(),
    state: state.nullable(),
    lastLetterAt: instantText.nullable(),
  }),
  out: z.object({
    source,
    account: shownSmtp.nullable(),
    state: state.nullable(),
    lastLetterAt: instantText.nullable(),
  }),
});
export type MailboxPage = z.infer<typeof mailboxPage>;

export const connectionTest = z.object({
  outcome: z.enum([
    'ok',
    'unknown-host',
    'refused',
    'timeout',
    'certificate',
    'tls-mode',
    'sign-in',
    'no-folder',
    'other',
    /** No password was given, and the kept one belongs to another server or user. */
    'password-missing',
  ]),
  /** What the other side or the network said. */
  detail: z.string(),
});
export type ConnectionTestShown = z.infer<typeof connectionTest>;

export const mailboxEndpoints = {
  getMailbox: endpoint({
    id: 'getMailbox',
    method: 'GET',
    path: '/api/desks/{desk}/mailbox',
    permission: 'administrator',
    params: inDesk,
    summary:
      'Where letters of the desk come from and go to, and how that goes. Passwords are never told. The ETag is its version.',
    reply: mailboxPage,
  }),
  changeMailbox: endpoint({
    id: 'changeMailbox',
    method: 'PATCH',
    path: '/api/desks/{desk}/mailbox',
    permission: 'administrator',
    params: inDesk,
    versioned: true,
    summary: 'Set the mailbox of the desk; it is connected at once.',
    body: mailboxAccounts.extend({
      /** The desk's address; absent: as it is. */
      address: email.optional(),
      /** Name that the desk's own mail server signs Authentication-Results with; nobody else's are believed. */
      trustedAuthserv: host.nullable(),
    }),
    reply: mailboxPage,
  }),
  testMailbox: endpoint({
    id: 'testMailbox',
    method: 'POST',
    path: '/api/desks/{desk}/mailbox/test',
    permission: 'administrator',
    params: inDesk,
    summary:
      'Try to sign in, within 15 seconds, with what is in the form. Keeps nothing, reads and sends no letter.',
    body: mailboxAccounts,
    reply: z.object({ in: connectionTest.nullable(), out: connectionTest.nullable() }),
  }),
  retryMailbox: endpoint({
    id: 'retryMailbox',
    method: 'POST',
    path: '/api/desks/{desk}/mailbox/retry',
    permission: 'administrator',
    params: inDesk,
    summary: 'Connect to the mailbox now instead of after the next pause.',
    body: z.strictObject({}),
    reply: z.null(),
    status: 204,
  }),
} as const;
