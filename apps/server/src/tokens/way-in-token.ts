import { createHash, randomBytes } from 'node:crypto';
import { base32 } from './base32.ts';

const BYTES = 32;

/** The last part of a link that lets somebody in: 256 random bits, 52 letters. */
export const newWayInToken = (): string => base32(randomBytes(BYTES));

/** What is kept of it. Fast on purpose: 256 random bits can't be guessed, however cheap a try is. */
export const wayInTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
