import nodemailer from 'nodemailer';
import { cleanLine, cutText } from './clean-text.ts';
import { makeImapClient } from './imap-client.ts';
import { isLoopback, type MailServer } from './mail-server.ts';

/** How an attempt to connect ended, so that it can be said in words. */
type ConnectionOutcome =
  | 'ok'
  | 'unknown-host'
  | 'refused'
  | 'timeout'
  | 'certificate'
  | 'tls-mode'
  | 'sign-in'
  | 'no-folder'
  | 'other';

interface ConnectionTest {
  readonly outcome: ConnectionOutcome;
  /** What the other side or the network said, on one line. */
  readonly detail: string;
}

/** A person waits: both directions together take no longer. */
const LIMIT_MS = 12_000;

interface Failure {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly responseText?: unknown;
  readonly response?: unknown;
  readonly cause?: unknown;
}

const unknownHost: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EDNS']);
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'ESOCKET',
  'ECONNECTION',
]);
const silent: ReadonlySet<string> = new Set(['ETIMEDOUT', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'ETIMEOUT']);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What happened, from what the libraries throw. */
const outcomeOf = (error: unknown): ConnectionOutcome => {
  const failure = error as Failure;
  const code = typeof failure.code === 'string' ? failure.code : '';
  const words = messageOf(error);
  if (failure.authenticationFailed === true || code === 'EAUTH') return 'sign-in';
  if (/cert|self.signed|unable to (?:verify|get local issuer)|altname/i.test(`${code} ${words}`))
    return 'certificate';
  if (/wrong version number|packet length|EPROTO|STARTTLS/i.test(`${code} ${words}`)) return 'tls-mode';
  if (unknownHost.has(code) || /ENOTFOUND|EAI_AGAIN/.test(words)) return 'unknown-host';
  if (silent.has(code) || /timed? ?out|timeout/i.test(words)) return 'timeout';
  if (unreachable.has(code) || /ECONNREFUSED/.test(words)) return 'refused';
  return 'other';
};

const told = (error: unknown, outcome: ConnectionOutcome = outcomeOf(error)): ConnectionTest => {
  const { responseText, response } = error as Failure;
  const said = [responseText, response].find((one) => typeof one === 'string' && one !== '');
  return { outcome, detail: cutText(cleanLine(typeof said === 'string' ? said : messageOf(error)), 300) };
};

const within = async (work: Promise<ConnectionTest>, giveUp: () => void): Promise<ConnectionTest> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ConnectionTest>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'timeout', detail: '' }), LIMIT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    giveUp();
  }
};

/** Signs in to a mailbox, opens its folder and leaves; nothing is read. */
export const tryImap = (
  account: MailServer & { readonly user: string; readonly password: string; readonly mailbox: string },
): Promise<ConnectionTest> => {
  const client = makeImapClient(account);
  // Without a listener the library's late errors would end the process.
  client.on('error', () => undefined);
  const attempt = async (): Promise<ConnectionTest> => {
    try {
      await client.connect();
    } catch (error) {
      return told(error);
    }
    try {
      await client.mailboxOpen(account.mailbox, { readOnly: true });
      return { outcome: 'ok', detail: '' };
    } catch (error) {
      return told(error, 'no-folder');
    }
  };
  return within(attempt(), () => client.close());
};

/** Greets a mail server and signs in where it wants that; no letter is sent. */
export const trySmtp = (
  account: MailServer & { readonly user?: string | undefined; readonly password?: string | undefined },
): Promise<ConnectionTest> => {
  const transport = nodemailer.createTransport({
    host: account.host,
    port: account.port,
    secure: account.secure,
    ...(account.secure ? {} : isLoopback(account.host) ? { ignoreTLS: true } : { requireTLS: true }),
    ...(account.user === undefined ? {} : { auth: { user: account.user, pass: account.password ?? '' } }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: LIMIT_MS,
    greetingTimeout: LIMIT_MS,
    socketTimeout: LIMIT_MS,
  });
  const attempt = transport.verify().then(
    (): ConnectionTest => ({ outcome: 'ok', detail: '' }),
    (error: unknown) => told(error),
  );
  return within(attempt, () => transport.close());
};
