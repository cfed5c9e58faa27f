import { createHash, randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const TOKEN_LENGTH = 32;

/** What a browser holds of a session: 32 letters and digits, 190 bits. */
export const newSessionToken = (): string =>
  Array.from({ length: TOKEN_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/**
 * What the database holds of it: SHA-256 in 64 hexadecimal digits. Fast on purpose: 190 random bits can't be guessed, however cheap a
 * try is.
 */
export const sessionTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
