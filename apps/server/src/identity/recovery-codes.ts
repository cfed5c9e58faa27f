import { createHash, randomBytes } from 'node:crypto';
import { base32 } from '../tokens/base32.ts';

const COUNT = 10;
// 80 bits: no number of tries that the limit lets through comes near.
const BYTES = 10;

/** Ten codes for whoever loses the device: `abcd-efgh-ijkl-mnop`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: COUNT }, () => base32(randomBytes(BYTES)).replace(/(.{4})(?=.)/g, '$1-'));

const SHAPE = /^[a-z2-7]{16}$/;

/** What is kept of a code, however it was typed; null: it is none. */
export const recoveryCodeHash = (typed: string): Buffer | null => {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '');
  return SHAPE.test(letters) ? createHash('sha256').update(letters).digest() : null;
};
