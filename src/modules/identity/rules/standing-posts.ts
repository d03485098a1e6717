import type { HeldPost, Role } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Validity } from './office.ts';
import type { Manner } from './stand-in.ts';

/** Work that a substitute may do. Rights of administration are never lent; a signature only by delegation. */
const lent: readonly Role[] = [
  'reception-officer',
  'postal-staff',
  'one-stop-head',
  'specialist',
  'unit-leader',
  'result-clerk',
];

export interface StandingIn extends Validity {
  readonly kind: 'substitute' | 'delegation';
  readonly id: string;
  readonly postId: string;
  readonly role: Role;
  readonly title: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly agencyId: string;
  readonly leads: boolean;
  readonly holderName: string;
  readonly holderAccountId: string | null;
  readonly ownTitle: string;
  readonly manner: Manner | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: CivilDate | null;
  readonly scope: readonly string[];
}

/** The posts of others by which a person may act on a legal day: the post as it is, and for whom. */
export function standingPosts(all: readonly StandingIn[], on: CivilDate): HeldPost[] {
  return all.filter((one) => holdsOn(one, on) && isLent(one)).map(asPost);
}

function holdsOn({ validFrom, validTo }: Validity, on: CivilDate): boolean {
  return validFrom <= on && (validTo === null || validTo >= on);
}

function isLent({ kind, role }: StandingIn): boolean {
  return kind === 'substitute' ? lent.includes(role) : role === 'signing-leader';
}

function asPost(one: StandingIn): HeldPost {
  const { postId, role, title, officeId, officeName, agencyId, leads } = one;
  const { kind, id, manner, decisionNumber, decisionDate, ownTitle } = one;
  return {
    ...{ id: postId, role, title, officeId, officeName, agencyId, leads },
    insteadOf: {
      ...{ kind, id, manner, decisionNumber, decisionDate, ownTitle },
      accountId: one.holderAccountId,
      name: one.holderName,
      until: one.validTo,
      matters: one.scope,
    },
  };
}
