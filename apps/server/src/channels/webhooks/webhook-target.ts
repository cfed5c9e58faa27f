import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** Why an address can't be used for webhooks. */
export type UrlFault = 'not-a-url' | 'not-https' | 'credentials' | 'private-address' | 'unresolvable';

/** Where a webhook goes: the name is asked for once, and the connection is made to what was answered and to nothing else. */
export interface Target {
  readonly url: URL;
  /** IPv4 or IPv6. */
  readonly address: string;
}

export type TargetOutcome =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly fault: UrlFault };

/** All addresses of a name. @throws whatever the resolver throws. */
export type Resolve = (name: string) => Promise<readonly string[]>;

const RESOLVE_MS = 2000;

/** Networks of IPv4 that are not the Internet's: this host, private, shared, link-local, documentation, tests, multicast, reserved. */
const closed4 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed4.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only what is given out for the Internet, but for what leads back to IPv4, tests and documentation. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(network, bits, 'ipv6');

/** Whether an address is one of the Internet's. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !closed4.check(address, 'ipv4');
    case 6:
      return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
    default:
      return false;
  }
};

const isLoopback = (address: string): boolean =>
  address === '::1' || (isIPv4(address) && address.startsWith('127.'));

const systemResolve: Resolve = async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

const withinTime = async (asked: Promise<readonly string[]>): Promise<readonly string[]> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), RESOLVE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

const addressesOf = async (url: URL, resolve: Resolve): Promise<readonly string[]> => {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0) return [host];
  return withinTime(resolve(host)).catch(() => []);
};

/**
 * Finds where a webhook's address leads: https alone, no name and password in it, and every address of its host one of the
 * Internet's. A server that opened whatever it is told would open its own neighbours (SSRF).
 *
 * @param options.loopback the machine itself is allowed too, by http as well: for tests and development.
 */
export const createWebhookTarget =
  (options: { readonly loopback: boolean; readonly resolve?: Resolve }) =>
  async (text: string): Promise<TargetOutcome> => {
    const no = (fault: UrlFault): TargetOutcome => ({ ok: false, fault });
    if (!URL.canParse(text)) return no('not-a-url');
    const url = new URL(text);
    if (url.protocol !== 'https:' && !(options.loopback && url.protocol === 'http:')) return no('not-https');
    if (url.username !== '' || url.password !== '') return no('credentials');
    const addresses = await addressesOf(url, options.resolve ?? systemResolve);
    const [address] = addresses;
    if (address === undefined) return no('unresolvable');
    // One of several that is ours is enough: whoever answers for the name chooses the order.
    if (options.loopback && addresses.every(isLoopback)) return { ok: true, target: { url, address } };
    if (url.protocol !== 'https:') return no('not-https');
    return addresses.every(isPublicAddress) ? { ok: true, target: { url, address } } : no('private-address');
  };
