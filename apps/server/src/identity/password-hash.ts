import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// The parameters and the format (salt:key, both hex) are those of better-auth, so that either can check the other's.
// One hash costs 32 MiB and some 90 ms of one core.
const COST = 16_384;
const BLOCK_SIZE = 16;
const KEY_BYTES = 64;
const MAX_MEMORY_BYTES = 128 * COST * BLOCK_SIZE * 2;

// libuv has four threads, shared with file access and DNS: sign-ins may take half of them.
const MAX_RUNNING = 2;

let running = 0;
const waiting: (() => void)[] = [];

const takeTurn = async (): Promise<void> => {
  if (running < MAX_RUNNING) {
    running += 1;
    return;
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
};

const giveTurn = (): void => {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
};

const deriveKey = async (password: string, salt: string): Promise<Buffer> => {
  await takeTurn();
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const cost = { N: COST, r: BLOCK_SIZE, p: 1, maxmem: MAX_MEMORY_BYTES };
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, cost, (error, key) => {
        if (error === null) resolve(key);
        else reject(error);
      });
    });
  } finally {
    giveTurn();
  }
};

/** A salted scrypt hash; the same letters typed in another Unicode form give a hash that matches too. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16).toString('hex');
  const key = await deriveKey(password, salt);
  return `${salt}:${key.toString('hex')}`;
};

/** Takes as long for a wrong password as for the right one. A hash that is not ours matches nothing. */
export const verifyPassword = async (hash: string, password: string): Promise<boolean> => {
  const [salt = '', expectedHex = ''] = hash.split(':');
  const key = await deriveKey(password, salt);
  const expected = Buffer.from(expectedHex, 'hex');
  return expected.length === key.length && timingSafeEqual(expected, key);
};
