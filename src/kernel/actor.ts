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
}

/** Who acts: a signed-in person with the posts in force. Citizens without account are `null`. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly HeldPost[];
}

export function holdsRole(actor: Actor, wanted: readonly Role[]): boolean {
  return actor.posts.some((post) => wanted.includes(post.role));
}
