import { MAX_FAILURES } from '../identity/failed-sign-ins.ts';

/** For whoever failed too often: none of the tries is left until the time is over. */
export const limitHeaders = (seconds: number, limit = MAX_FAILURES): Readonly<Record<string, string>> => ({
  'retry-after': String(seconds),
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': '0',
  'ratelimit-reset': String(seconds),
});
