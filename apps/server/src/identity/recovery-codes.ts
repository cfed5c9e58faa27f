import { createHash, randomBytes } from 'node:crypto';

const COUNT = 10;
// 80 bits: no number of tries that the limit lets through comes near.
const BYTES = 10;

/** Ten codes for whoever loses the device: `0a1b-2c3d-4e5f-6071-8293`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: COUNT }, () =>
    randomBytes(BYTES)
      .toString('hex')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );

const SHAPE = /^[0-9a-f]{20}$/;

/** What is kept of a code, however it was typed; null: it is none. */
export const recoveryCodeHash = (typed: string): Buffer | null => {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '');
  return SHAPE.test(letters) ? createHash('sha256').update(letters).digest() : null;
};
