import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { overlap, type Validity } from './office.ts';

/** KT. ký thay (a deputy), TL. ký thừa lệnh, TUQ. ký thừa ủy quyền: NĐ 30/2020/NĐ-CP, Điều 13. */
export const manners = ['KT', 'TL', 'TUQ'] as const;
export type Manner = (typeof manners)[number];

export interface HeldByOther extends Validity {
  readonly personId: string;
  readonly role: string;
}

/**
 * Whether somebody may do the work of a post while its holder is away. Legal dates, both ends included. Refuses
 * `identity/dates-turned`, `identity/own-stand-in`, `identity/post-not-then`, `identity/stand-in-twice`.
 */
export function checkSubstitute(
  post: HeldByOther,
  substitute: { readonly personId: string; readonly validFrom: CivilDate; readonly validTo: CivilDate },
  others: readonly Validity[],
): Outcome<true> {
  const times = checkTimes(post, substitute);
  if (!times.ok) return times;
  const other = others.find((one) => overlap(one, substitute));
  return other
    ? refused('identity/stand-in-twice', { from: formatCivilDate(other.validFrom) }, 'tu')
    : accepted(true);
}

/** Number and date of the decision that names a substitute: both or neither, and not after it begins. */
export function checkDecision(
  number: string | null,
  date: CivilDate | null,
  validFrom: CivilDate,
): Outcome<true> {
  if ((number === null) !== (date === null))
    return refused('identity/decision-half', {}, number === null ? 'so-qd' : 'ngay-qd');
  return date !== null && date > validFrom
    ? refused('identity/decided-after-begin', {}, 'ngay-qd')
    : accepted(true);
}

/**
 * Whether authority of a post may be given to somebody. Only a signing leader has any to give; a written
 * authorisation (TUQ) is only for a time, and in a leader's stead (KT) only a deputy of the same office signs
 * (NĐ 30/2020/NĐ-CP, Điều 13). Refuses as `checkSubstitute`, and `identity/nothing-to-delegate`,
 * `identity/authorisation-needs-end`, `identity/decided-after-begin`, `identity/deputy-elsewhere`.
 */
export function checkDelegation(
  post: HeldByOther,
  delegation: Validity & {
    readonly personId: string;
    readonly manner: Manner;
    readonly decisionDate: CivilDate;
    /** On its first day the person holds a post in the office of the leader. */
    readonly sameOffice: boolean;
  },
): Outcome<true> {
  if (post.role !== 'signing-leader') return refused('identity/nothing-to-delegate', {}, 'chuc-danh');
  if (delegation.manner === 'TUQ' && delegation.validTo === null) {
    return refused('identity/authorisation-needs-end', {}, 'den');
  }
  if (delegation.manner === 'KT' && !delegation.sameOffice) {
    return refused('identity/deputy-elsewhere', {}, 'cach-ky');
  }
  if (delegation.decisionDate > delegation.validFrom) {
    return refused('identity/decided-after-begin', {}, 'ngay-qd');
  }
  return checkTimes(post, delegation);
}

function checkTimes(post: HeldByOther, given: Validity & { readonly personId: string }): Outcome<true> {
  if (given.validTo !== null && given.validTo < given.validFrom) {
    return refused('identity/dates-turned', {}, 'den');
  }
  if (post.personId === given.personId) return refused('identity/own-stand-in', {}, 'nguoi');
  const outside =
    given.validFrom < post.validFrom || (post.validTo !== null && given.validFrom > post.validTo);
  return outside
    ? refused('identity/post-not-then', { from: formatCivilDate(post.validFrom) }, 'tu')
    : accepted(true);
}

/**
 * A substitution or delegation may end earlier than written, not before today. Refuses `identity/post-ended`,
 * `identity/change-in-the-past`, `identity/end-before-begin`, `identity/only-earlier`.
 */
export function checkStandInEnd(given: Validity, lastDay: CivilDate, today: CivilDate): Outcome<true> {
  if (given.validTo !== null && given.validTo < today) {
    return refused('identity/post-ended', { on: formatCivilDate(given.validTo) });
  }
  if (lastDay < given.validFrom) {
    return refused('identity/end-before-begin', { from: formatCivilDate(given.validFrom) }, 'den');
  }
  if (lastDay < today)
    return refused('identity/change-in-the-past', { today: formatCivilDate(today) }, 'den');
  return given.validTo !== null && lastDay > given.validTo
    ? refused('identity/only-earlier', { on: formatCivilDate(given.validTo) }, 'den')
    : accepted(true);
}
