import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address, `::` written out. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after];
};

/**
 * What counts as one client: an IPv4 address, or the first 64 bits of an IPv6 address, since one subscriber has 2^64
 * of them. Anything else is returned as it is, cut to 64 characters.
 */
export const networkOf = (address: string): string => {
  const bare = (address.split('%')[0] ?? '').toLowerCase();
  if (!isIPv6(bare)) return address.slice(0, 64);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  if (mapped?.[1] !== undefined) return mapped[1];
  return `${groupsOf(bare)
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};
