import { isIP } from 'node:net';

/** Where a session is started from. */
export interface Client {
  /** The client's IP address as the server trusts it. */
  readonly address: string;
  readonly userAgent: string;
}

/** Header values must be printable ASCII; a browser's name is cut to what its column holds. */
export const browserName = (userAgent: string): string => userAgent.replaceAll(/[^ -~]/g, '?').slice(0, 300);

/** The address as it is kept; null for what is none. */
export const addressOf = (address: string): string | null => (isIP(address) === 0 ? null : address);
