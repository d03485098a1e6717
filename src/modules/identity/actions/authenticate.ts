import type { HeldPost } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { type Instant, msOfInstant } from '#kernel/instant.ts';
import { hmacSha256 } from '#platform/crypto/sealing.ts';
import { together } from '#platform/db/sent.ts';
import type { SignedIn } from '#platform/http/sessions.ts';
import type { IdentityDeps } from '../deps.ts';
import { isAlive } from '../rules/session-life.ts';
import { standingPosts } from '../rules/standing-posts.ts';
import { hashToken } from '../secrets/tokens.ts';
import {
  type Account,
  personOfSession,
  selectAccountBySession,
  signedInAccountOf,
} from '../store/accounts.ts';
import { everHeldPost, selectHeldPosts } from '../store/posts.ts';
import { touchSession } from '../store/sessions.ts';
import { selectStandIns } from '../store/stand-ins.ts';
import { firstStepOfAccount } from './first-step-for.ts';

/** Stands for "no office" in the post of an administrator who holds none: the first one of an installation. */
const NO_OFFICE = '00000000-0000-0000-0000-000000000000';
/** Seeing somebody is written down at most this often. */
const TOUCH_SECONDS = 10;

/** Who a session token belongs to, with the posts in force at legal time; null when it is nobody (any more). */
export async function authenticate(
  deps: IdentityDeps,
  token: string | undefined,
  now: { readonly legalNow: Instant; readonly machineNow: Instant },
): Promise<SignedIn | null> {
  if (!token) return null;
  const [hash, today] = [hashToken(token), dateOf(now.legalNow)];
  const person = personOfSession(hash);
  const [accounts, held, standIns] = await together(
    deps.db,
    selectAccountBySession(deps.db, hash),
    selectHeldPosts(person, today).compile(deps.db),
    selectStandIns({ on: today, actsNow: person }).compile(deps.db),
  );
  const found = signedInAccountOf(accounts);
  if (!found) return null;
  const { session, account, personName: name } = found;
  if (account.disabled_at !== null) return null;
  const posts = await postsOf(deps, account, held);
  const halfWay = account.totp_secret !== null && session.second_factor_at === null;
  const administration = posts.some((post) => post.role === 'system-administrator');
  const times = {
    createdAt: session.created_at,
    lastSeenAt: session.last_seen_at,
    endedAt: session.ended_at,
  };
  if (halfWay || !isAlive({ ...times, administration, halfWay }, now.machineNow)) return null;
  if (msOfInstant(now.machineNow) - msOfInstant(session.last_seen_at) >= TOUCH_SECONDS * 1000) {
    await touchSession(deps.db, session.id, now.machineNow);
  }
  const standsIn = standingPosts(standIns, today);
  return {
    actor: { accountId: account.id, personId: account.person_id, name, posts, standsIn },
    sessionId: session.id,
    state: firstStepOfAccount(deps, account, { posts }, now.machineNow) === null ? 'full' : 'first-steps',
    csrfSecret: hmacSha256(deps.key, `form tokens of ${token}`).toString('base64url'),
  };
}

/**
 * Posts in force. The first administrator of an installation has none and administers (nobody else could give
 * posts); who ever held one administers by a post only, so that an ended one does not bring the rights back.
 */
async function postsOf(
  deps: IdentityDeps,
  account: Account,
  posts: readonly HeldPost[],
): Promise<readonly HeldPost[]> {
  if (account.kind !== 'admin' || posts.length > 0) return posts;
  if (await everHeldPost(deps.db, account.person_id)) return posts;
  const place = { officeId: NO_OFFICE, officeName: '', agencyId: NO_OFFICE, leads: false };
  return [{ id: account.id, role: 'system-administrator', title: '', ...place }];
}
