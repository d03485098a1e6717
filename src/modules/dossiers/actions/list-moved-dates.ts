import { type Actor, covers, postsOf, type Role } from '#kernel/actor.ts';
import type { Queries } from '#platform/db/database.ts';
import { transitions } from '../rules/transitions.ts';
import { countMoved, listMoved, type MovedLine, type MovedPlaces } from '../store/moved-dates.ts';

/** Who tells people, and who answers for it. */
export const movedReaders: readonly Role[] = [...transitions['announce-date'].roles, 'signing-leader'];

const MOST = 200;

export interface MovedDates {
  readonly all: number;
  /** Of them, those that are due earlier than people know. */
  readonly earlier: number;
  readonly lines: readonly MovedLine[];
}

/** Whom to tell that their date is another one, earlier dates first; the reception's own, the leader's whole agency. */
export async function listMovedDates(q: Queries, actor: Actor): Promise<MovedDates> {
  const places = placesOf(actor);
  return { ...(await countMoved(q, places)), lines: await listMoved(q, places, MOST) };
}

export async function countMovedDates(q: Queries, actor: Actor): Promise<number> {
  return (await countMoved(q, placesOf(actor))).all;
}

function placesOf(actor: Actor): MovedPlaces {
  const posts = postsOf(actor);
  const roles: readonly Role[] = transitions['announce-date'].roles;
  const counters = posts.filter(({ role }) => roles.includes(role));
  const led = posts.filter((post) => post.role === 'signing-leader' && post.leads && covers(post));
  return {
    officeIds: counters.map((post) => post.officeId),
    agencyIds: led.map((post) => post.agencyId),
  };
}
