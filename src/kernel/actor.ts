import type { CivilDate } from './civil-date.ts';

/** The roles of dossier.md, in the words of the glossary. */
export const roles = [
  'reception-officer',
  'postal-staff',
  'one-stop-head',
  'specialist',
  'unit-leader',
  'signing-leader',
  'result-clerk',
  'home-visit-officer',
  'drafting-helper',
  'catalogue-manager',
  'calendar-manager',
  'statistician',
  'reform-coordinator',
  'inspector',
  'data-protection-officer',
  'system-administrator',
  'service-account',
] as const;

export type Role = (typeof roles)[number];

/** A post a person holds at the legal moment of the request. */
export interface HeldPost {
  readonly id: string;
  readonly role: Role;
  readonly title: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly agencyId: string;
  /** The office is the agency's own leadership (chairman, vice chairmen), not one of its sections. */
  readonly leads: boolean;
  /** Not the person's own: who acts by it acts for somebody, for a time, by a decision. */
  readonly insteadOf?: InsteadOf;
}

/** For whom, how and by what somebody acts: as a substitute in the work, by delegation with the signature. */
export interface InsteadOf {
  readonly kind: 'substitute' | 'delegation';
  /** Of what was recorded. */
  readonly id: string;
  /** Of who is away or gives the authority; null: has no account. */
  readonly accountId: string | null;
  readonly name: string;
  /** The last legal day, included. */
  readonly until: CivilDate | null;
  /** KT., TL., TUQ.: NĐ 30/2020/NĐ-CP, Điều 13; null of a substitute. */
  readonly manner: 'KT' | 'TL' | 'TUQ' | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: CivilDate | null;
  /** What the person is called in that agency in their own right. */
  readonly ownTitle: string;
  /** Fields and procedure codes it is for; empty: all. */
  readonly matters: readonly string[];
}

/** Who acts: a signed-in person with the posts in force. Citizens without account are `null`. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly HeldPost[];
  /** Posts of others by which this person may work on dossiers today. */
  readonly standsIn?: readonly HeldPost[];
}

/** The own ones first. */
export function postsOf({ posts, standsIn = [] }: Actor): readonly HeldPost[] {
  return standsIn.length === 0 ? posts : [...posts, ...standsIn];
}

/**
 * By which posts may this person do it today? Those with one of these roles, the own ones before those of others whom
 * they stand in for. The one question of every module whose work a substitute may do.
 */
export function postsWithRole(actor: Actor, wanted: readonly Role[]): readonly HeldPost[] {
  return postsOf(actor).filter((post) => wanted.includes(post.role));
}

/** The same, of each office where there is one the first. */
export function officePosts(actor: Actor, wanted: readonly Role[]): readonly HeldPost[] {
  const posts = postsWithRole(actor, wanted);
  const isFirst = ({ officeId }: HeldPost, index: number) =>
    posts.findIndex((post) => post.officeId === officeId) === index;
  return posts.filter(isFirst);
}

/** The same at one office; `matter`: what it is about, none for what concerns the office as a whole. */
export function postAt(
  actor: Actor,
  wanted: readonly Role[],
  officeId: string,
  matter?: Matter,
): HeldPost | undefined {
  return postsWithRole(actor, wanted).find((post) => post.officeId === officeId && covers(post, matter));
}

/** A procedure and its field. */
export interface Matter {
  readonly code: string;
  readonly field: string;
}

/** Who acts for somebody in some fields or procedures acts in no others, nor for the office as a whole. */
export function covers({ insteadOf }: HeldPost, matter?: Matter): boolean {
  const matters = insteadOf?.matters ?? [];
  if (matters.length === 0) return true;
  if (!matter) return false;
  return matters.includes(matter.code) || matters.some((one) => same(one, matter.field));
}

const same = (a: string, b: string) => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');

export function holdsRole(actor: Actor, wanted: readonly Role[]): boolean {
  return postsOf(actor).some((post) => wanted.includes(post.role));
}
