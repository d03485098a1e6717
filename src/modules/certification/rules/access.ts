import { type Actor, covers, postsWithRole, type Role } from '#kernel/actor.ts';

/** Who certifies at the counter. The post receives, it never certifies (NĐ 23/2015/NĐ-CP Điều 5). */
export const certifyingRoles = ['reception-officer'] as const satisfies readonly Role[];

/** Who scans and hands over electronic copies, and who signs them. */
export const copyRoles = ['reception-officer', 'signing-leader'] as const satisfies readonly Role[];

const keepers: readonly Role[] = [
  'reception-officer',
  'one-stop-head',
  'result-clerk',
  'specialist',
  'unit-leader',
];
const wholeAgency: readonly Role[] = ['signing-leader', 'inspector', 'data-protection-officer'];

/** Who may open the books at all; which of them is decided by `readableBooks`. */
export const readingRoles: readonly Role[] = [...keepers, ...wholeAgency];

export interface ReadableBooks {
  readonly agencyIds: readonly string[];
  /** One-stops and sections: the books that they keep. */
  readonly officeIds: readonly string[];
}

/** Who may open the next volume: the counter that writes in it, its head, and who leads the section. */
export const volumeRoles = [
  'reception-officer',
  'one-stop-head',
  'unit-leader',
] as const satisfies readonly Role[];

/** Books that a person keeps, by office. */
export function keptBooks(actor: Actor): ReadableBooks {
  const posts = postsWithRole(actor, volumeRoles).filter((post) => covers(post));
  return { agencyIds: [], officeIds: posts.map((post) => post.officeId) };
}

/**
 * Books a person may read: of the offices that keep them, and of the whole agency for who oversees it. Who signs by
 * delegation for some procedures only oversees nothing.
 */
export function readableBooks(actor: Actor): ReadableBooks {
  const posts = (roles: readonly Role[]) => postsWithRole(actor, roles).filter((post) => covers(post));
  return {
    agencyIds: posts(wholeAgency).map((post) => post.agencyId),
    officeIds: posts(keepers).map((post) => post.officeId),
  };
}

/**
 * Agencies for which a person may sign certifications, by a post of their own: who leads signs, and nobody in their
 * stead (NĐ 23/2015/NĐ-CP Điều 5). Receiving, the number in the book and the fee are the counter's, and a substitute's.
 */
export function signingAgencies({ posts }: Actor): readonly string[] {
  const signing = posts.filter((post) => post.role === 'signing-leader');
  return [...new Set(signing.map((post) => post.agencyId))];
}
