import { z } from 'zod';

/** As numbers are written, and in no other way: no sign, no zero in front, no base, no power, no space. */
const WRITTEN = /^[1-9][0-9]*$/;

/** The number of something in an address: what is written otherwise is no address of ours. */
export const numberInPath = z.preprocess(
  (given) => (typeof given === 'string' && !WRITTEN.test(given) ? null : given),
  z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 53 - 1),
);
