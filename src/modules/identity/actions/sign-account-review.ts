import { createHash } from 'node:crypto';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Queries, type Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { legalDay, logAct, type MakingPress } from '../press.ts';
import { keepsAnAdministrator } from '../rules/administrators.ts';
import {
  decideAll,
  listText,
  type ReviewedAccount,
  type ReviewRow,
  reviewText,
} from '../rules/review-list.ts';
import { type HalfYear, halfYearOf } from '../rules/review-period.ts';
import { listAccounts } from '../store/account-list.ts';
import { getAccountForUpdate } from '../store/accounts.ts';
import { listAdministrators, lockAdministrators } from '../store/post-changes.ts';
import { findReview, insertReview, listReviews, lockReviews } from '../store/reviews.ts';
import { confirmPassword } from './change-password.ts';
import { shutAccount } from './disable-account.ts';

export interface ReviewPress extends MakingPress {
  readonly sessionId: string;
  /** The signer's own: a signature is more than a press. */
  readonly password: string;
  /** Digest of the list as it was shown. */
  readonly seen: string;
  /** Account id → `kept` or `disabled`. */
  readonly decisions: ReadonlyMap<string, string>;
  /** Said of each account that is disabled by it. */
  readonly reason: string;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The accounts of a review, service accounts too: they have an owner who answers for them. */
export async function accountsToReview(
  q: Queries,
  press: Pick<MakingPress, 'origin'>,
): Promise<ReviewedAccount[]> {
  const all = await listAccounts(q, dateOf(press.origin.legalNow));
  return all.map((one) => ({
    accountId: one.id,
    accountName: one.name,
    personName: one.personName,
    kind: one.kind,
    posts: one.posts,
    lastSignInAt: one.lastSignInAt,
    state: one.state,
  }));
}

/**
 * Signs the half-yearly review: one row an account, kept or disabled, and the digest of them all. Refuses
 * `identity/already-reviewed`, `identity/list-changed` (somebody's posts or account changed since the list was
 * drawn: look again), `identity/review-incomplete`, `identity/last-administrator`, `identity/wrong-password`.
 */
export async function signAccountReview(deps: IdentityDeps, press: ReviewPress): Promise<Outcome<string>> {
  if (await findReview(deps.db, press.newId)) return accepted(press.newId);
  const { sessionId, password, origin } = press;
  const confirmed = await confirmPassword(deps, {
    accountId: press.actor.accountId,
    sessionId,
    origin,
    password,
  });
  if (!confirmed.ok) return confirmed;
  return inTransaction(deps.db, async (tx) => {
    await lockReviews(tx);
    await lockAdministrators(tx);
    const period = halfYearOf(dateOf(origin.machineNow));
    const known = (await listReviews(tx)).find((one) => one.year === period.year && one.half === period.half);
    if (known) return known.id === press.newId ? accepted(known.id) : refused('identity/already-reviewed');
    const accounts = await accountsToReview(tx, press);
    if (sha256(listText(accounts)) !== press.seen) return refused('identity/list-changed');
    const rows = decideAll(accounts, press.decisions);
    if (!rows.ok) return rows;
    return sign(tx, press, period, rows.value);
  });
}

async function sign(
  tx: Tx,
  press: ReviewPress,
  period: HalfYear,
  rows: readonly ReviewRow[],
): Promise<Outcome<string>> {
  const toDisable = rows.filter((row) => row.decision === 'disabled' && row.state !== 'disabled');
  if (toDisable.some((row) => row.accountId === press.actor.accountId))
    return refused('identity/own-account');
  const gone: string[] = [];
  for (const row of toDisable) gone.push((await getAccountForUpdate(tx, row.accountId)).person_id);
  const administrators = await listAdministrators(tx, legalDay(press));
  const kept = keepsAnAdministrator(administrators.filter((one) => !gone.includes(one.personId)));
  if (!kept.ok) return kept;
  for (const row of toDisable) {
    await shutAccount(tx, press, await getAccountForUpdate(tx, row.accountId), press.reason);
  }
  const review = {
    id: press.newId,
    ...period,
    signedBy: press.actor.accountId,
    signerName: press.actor.name,
    legalAt: press.origin.legalNow,
    machineAt: press.origin.machineNow,
    listSha256: sha256(reviewText(period, rows)),
  };
  await insertReview(tx, review, rows);
  await logAct(tx, press, 'sign-account-review', { kind: 'account-review', id: review.id });
  return accepted(review.id);
}
