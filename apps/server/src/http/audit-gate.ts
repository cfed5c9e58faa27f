import { networkOf } from '../identity/network-of.ts';

const MINUTE_MS = 60_000;
const OF_A_NETWORK = 60;
const OF_EVERYBODY = 600;

/**
 * Whether a refusal of somebody unknown is kept: sixty a minute of one network, six hundred of all. What a stranger can cause
 * without end must not fill the disk.
 *
 * @param now milliseconds, any origin, not stepping back.
 */
export const createAuditGate = (now: () => number): ((address: string) => boolean) => {
  let minute = -1;
  let all = 0;
  let counts = new Map<string, number>();
  return (address) => {
    const current = Math.floor(now() / MINUTE_MS);
    if (current !== minute) {
      minute = current;
      all = 0;
      counts = new Map();
    }
    const network = networkOf(address);
    const count = counts.get(network) ?? 0;
    if (count >= OF_A_NETWORK || all >= OF_EVERYBODY) return false;
    counts.set(network, count + 1);
    all += 1;
    return true;
  };
};

/** Of this process. */
export const mayAuditStranger = createAuditGate(() => performance.now());
