import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { reviewIsOverdue } from './rules/review-period.ts';
import { getReviewDays } from './store/reviews.ts';

/** Whether six months of machine time have gone by since accounts were last reviewed. */
export async function reviewIsDue(q: Queries, machineNow: Instant): Promise<boolean> {
  const { last, began } = await getReviewDays(q);
  return began !== null && reviewIsOverdue(last, began, dateOf(machineNow));
}
