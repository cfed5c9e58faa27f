/** A mail server to talk to. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it STARTTLS is required, except on loopback. */
  readonly secure: boolean;
}

/** Loopback never leaves the machine, so plain text is allowed there, and only there. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
