import { randomBytes } from 'node:crypto';

const MAX_COUNTER = 0xfff;

/**
 * A source of UUIDs version 7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit counter, 62 random bits.
 * Ids of one source only grow, also within a millisecond and when the clock steps back.
 *
 * @param now Unix time in milliseconds.
 */
export const createIdSource = (now: () => number): (() => string) => {
  let lastMs = -1;
  let counter = 0;

  return () => {
    const random = randomBytes(10);
    const ms = now();
    if (ms > lastMs) {
      lastMs = ms;
      // Starts in the lower half, so that one millisecond has room for at least 2,048 ids.
      counter = random.readUInt16BE(8) & 0x7ff;
    } else if (counter < MAX_COUNTER) {
      counter += 1;
    } else {
      // The millisecond is used up: borrow the next one.
      lastMs += 1;
      counter = 0;
    }

    const time = lastMs.toString(16).padStart(12, '0');
    const tail = random.toString('hex', 0, 8);
    const variant = ((random.readUInt8(0) & 0x3f) | 0x80).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(2, 4)}-${tail.slice(4)}`;
  };
};

/** A new UUID version 7, later than every id this process made before. */
export const newId: () => string = createIdSource(Date.now);
