import { ImapFlow } from 'imapflow';
import { isLoopback, type MailServer } from './mail-server.ts';

const SILENCE_LIMIT_MS = 3 * 60_000;
const CONNECT_TIMEOUT_MS = 20_000;
// Over the limit for a letter, so that a server announcing more than it may is cut off.
const LITERAL_LIMIT_BYTES = 64 * 1024 * 1024;

/** A client that is not connected yet. TLS is verified; plain text only on loopback. */
export const makeImapClient = (
  account: MailServer & { readonly user: string; readonly password: string },
): ImapFlow =>
  new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.secure,
    ...(account.secure ? {} : { doSTARTTLS: !isLoopback(account.host) }),
    auth: { user: account.user, pass: account.password },
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_LIMIT_MS,
    maxLiteralSize: LITERAL_LIMIT_BYTES,
  });
