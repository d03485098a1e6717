import { type Actor, type HeldPost, postsOf, type Role } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { UNFETCHED_DAYS, unfetchedBefore } from '../rules/unfetched.ts';
import type { SortedPage } from '../store/lists.ts';
import {
  countReady,
  listReady,
  listReadySorted,
  type ReadyLine,
  type ReadyPage,
} from '../store/ready-results.ts';
import { listUnfetchedDays } from '../store/unfetched-days.ts';

const returning: readonly Role[] = ['result-clerk', 'reception-officer', 'postal-staff', 'one-stop-head'];

/** After how many days an agency's results are said to wait too long. */
export interface Patience {
  readonly agencyId: string;
  readonly officeName: string;
  readonly days: number;
  /** Nobody has set it: the number is ours. */
  readonly ours: boolean;
}

/** Their own, and those of who is away and whose work they do. */
const returningPosts = (actor: Actor): HeldPost[] =>
  postsOf(actor).filter((post) => returning.includes(post.role));
const officesOf = (actor: Actor) => [...new Set(returningPosts(actor).map((post) => post.officeId))];

/** Of the agencies at whose one-stops this person returns results. */
export async function listPatience(q: Queries, actor: Actor): Promise<Patience[]> {
  const agencies = new Map(returningPosts(actor).map((post) => [post.agencyId, post.officeName]));
  const set = await listUnfetchedDays(q, [...agencies.keys()]);
  return [...agencies].map(([agencyId, officeName]) => {
    const days = set.find((one) => one.agencyId === agencyId)?.days;
    return { agencyId, officeName, days: days ?? UNFETCHED_DAYS, ours: days === undefined };
  });
}

const since = (patience: readonly Patience[], now: Instant) =>
  patience.map(({ agencyId, days }) => ({ agencyId, before: unfetchedBefore(dateOf(now), days) }));

/** Results that are ready and wait at the one-stops of this person's posts, the oldest first. */
export function listReadyResults(
  q: Queries,
  actor: Actor,
  page: ReadyPage & { readonly sorted?: Omit<SortedPage, 'limit'> | undefined },
  unfetched: { readonly patience: readonly Patience[]; readonly now: Instant } | null = null,
): Promise<readonly ReadyLine[]> {
  const tooLong = unfetched && since(unfetched.patience, unfetched.now);
  const { sorted, limit } = page;
  return sorted
    ? listReadySorted(q, officesOf(actor), { ...sorted, limit }, tooLong)
    : listReady(q, officesOf(actor), page, tooLong);
}

/** How many wait, and how many of them too long; nothing for whoever returns no results. */
export async function countReadyResults(q: Queries, actor: Actor, now: Instant) {
  const patience = await listPatience(q, actor);
  return countReady(q, officesOf(actor), since(patience, now));
}
