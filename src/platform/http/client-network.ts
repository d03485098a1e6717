import { isIPv6 } from 'node:net';

const GROUPS = 8;

/**
 * What one subscriber has, for limits: an IPv4 address, and of IPv6 the network of 64 bits (RFC 6177: a single
 * household has at least that many addresses). IPv4 written as IPv6 is IPv4.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%', 1); // without the interface of a link-local address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(bare)) return address;
  const [head = '', tail] = bare.replace(/\d+\.[\d.]+$/, '0:0').split('::'); // an IPv4 end is two groups
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : GROUPS - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
