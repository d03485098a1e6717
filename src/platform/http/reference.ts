import type { Random } from '#platform/random/random.ts';

// without 0 O 1 I L U: read out on the telephone and typed again
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Reference of a request, in the log and on the page that tells of trouble: `K7QM-93TD`. */
export function newReference(random: Random): string {
  const letters = [...random.bytes(8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
