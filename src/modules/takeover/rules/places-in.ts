import { fold } from '#kernel/vietnamese-text.ts';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(xa|x\.) ?/, 'xa '],
  [/^(phuong|p\.) ?/, 'phuong '],
  [/^(thi tran|tt\.) ?/, 'thi tran '],
];
const above = /^(huyen|h\.|quan|q\.|thi xa|tx\.|thanh pho|tp\.?|tinh|t\.) ?/;

/**
 * Units named in an address in search form, the commune first: `Ấp 1, xã Phú Hựu, huyện Châu Thành` →
 * `xa phu huu`, `chau thanh`. Empty when no part is called a commune, ward or town.
 */
export function placesIn(address: string): string[] {
  const parts = address.split(/[,;]| - /u).map(fold);
  const at = parts.findIndex((part) => kinds.some(([prefix]) => prefix.test(part)) && !above.test(part));
  const commune = parts[at];
  const kind = kinds.find(([prefix]) => commune && prefix.test(commune));
  if (!commune || !kind) return [];
  const upper = parts
    .slice(at + 1)
    .flatMap((part) => (above.test(part) ? [part.replace(above, '').trim()] : []));
  return [kind[1] + commune.replace(kind[0], '').trim(), ...upper.filter(Boolean)];
}
