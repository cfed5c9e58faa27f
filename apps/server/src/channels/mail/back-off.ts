/** How long to wait between attempts. */
export interface BackOff {
  readonly firstMs: number;
  readonly limitMs: number;
}

/**
 * Wait before attempt number `failures + 1`, in milliseconds: doubling, cut at the limit, half of it
 * by chance, so that many desks do not come back to a restarted server in the same moment.
 * @param chance 0 <= chance < 1
 */
export const backOffMs = ({ firstMs, limitMs }: BackOff, failures: number, chance: number): number => {
  const whole = Math.min(limitMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * chance);
};
