let offsetMs = 0;

/** Keeps how far the server's clock is from this machine's, from an instant the server has just named. */
export const setServerNow = (now: string): void => {
  const ms = Date.parse(now);
  if (Number.isFinite(ms)) offsetMs = ms - Date.now();
};

/** Now by the server's clock, in milliseconds since the epoch: countdowns must not trust a wrong clock on a desk. */
export const serverNow = (): number => Date.now() + offsetMs;
