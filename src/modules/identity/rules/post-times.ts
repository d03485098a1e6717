import { addMonthsClamped, type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { overlap, type Validity } from './office.ts';

/** How far ahead an end may be written: whoever plans further has made a mistake of typing. */
const LATEST_MONTHS_AHEAD = 60;

export interface NewPost extends Validity {
  readonly officeId: string;
  readonly role: string;
}

/**
 * Whether a person may get a post. Days are legal dates, both ends included. Refuses `identity/dates-turned`,
 * `identity/office-not-then` (the office is not in force on the first day, or ends before the last) and
 * `identity/post-twice` (the same role in the same office at the same time).
 */
export function checkNewPost(post: NewPost, office: Validity, held: readonly NewPost[]): Outcome<true> {
  if (post.validTo !== null && post.validTo < post.validFrom) {
    return refused('identity/dates-turned', {}, 'den');
  }
  const outside =
    post.validFrom < office.validFrom || (office.validTo !== null && post.validFrom > office.validTo);
  if (outside) {
    const from = formatCivilDate(office.validFrom);
    return refused('identity/office-not-then', { from }, 'tu');
  }
  const twice = held.find(
    (one) => one.officeId === post.officeId && one.role === post.role && overlap(one, post),
  );
  return twice
    ? refused('identity/post-twice', { from: formatCivilDate(twice.validFrom) }, 'chuc-danh')
    : accepted(true);
}

/**
 * Whether a post may end on this last day. A post that has ended stays as it is: what was in force is not
 * rewritten. Refuses `identity/post-ended`, `identity/end-before-begin`, `identity/end-too-far`.
 */
export function checkEnd(post: Validity, lastDay: CivilDate, today: CivilDate): Outcome<true> {
  if (post.validTo !== null && post.validTo < today) {
    return refused('identity/post-ended', { on: formatCivilDate(post.validTo) });
  }
  if (lastDay < post.validFrom) {
    return refused('identity/end-before-begin', { from: formatCivilDate(post.validFrom) }, 'den');
  }
  if (lastDay > addMonthsClamped(today, LATEST_MONTHS_AHEAD)) {
    return refused('identity/end-too-far', {}, 'den');
  }
  return accepted(true);
}
