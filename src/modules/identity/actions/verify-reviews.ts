import type { Queries } from '#platform/db/database.ts';
import { reviewText } from '../rules/review-list.ts';
import { listReviewRows, listReviews } from '../store/reviews.ts';
import { sha256 } from './sign-account-review.ts';

/** Computes the digest of every signed review again and names the first that differs. */
export async function verifyReviews(
  q: Queries,
): Promise<{ readonly ok: boolean; readonly reviews: number; readonly wrong?: string }> {
  const all = await listReviews(q);
  for (const review of all) {
    const text = reviewText(review, await listReviewRows(q, review.id));
    if (sha256(text) !== review.listSha256) return { ok: false, reviews: all.length, wrong: review.id };
  }
  return { ok: true, reviews: all.length };
}
