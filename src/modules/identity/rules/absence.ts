import type { Actor, HeldPost, Role } from '#kernel/actor.ts';
import { addDays, type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { overlap } from './office.ts';

/** Why somebody is away, as far as it concerns others: leave, sick, on duty elsewhere. What of stands nowhere. */
export const absenceReasons = ['leave', 'sick', 'duty'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** Longer than a year is another post, not an absence. */
const LONGEST_DAYS = 366;

interface Days {
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
}

/**
 * Whether an absence may be recorded; both ends included. Refuses `identity/dates-turned`,
 * `identity/absence-too-long`, `identity/absent-already`.
 */
export function checkAbsence(absence: Days, others: readonly Days[]): Outcome<true> {
  const { validFrom, validTo } = absence;
  if (validTo < validFrom) return refused('identity/dates-turned', {}, 'den');
  if (validTo > addDays(validFrom, LONGEST_DAYS)) return refused('identity/absence-too-long', {}, 'den');
  const other = others.find((one) => one.validTo >= one.validFrom && overlap(one, absence));
  if (!other) return accepted(true);
  const span = { from: formatCivilDate(other.validFrom), to: formatCivilDate(other.validTo) };
  return refused('identity/absent-already', span, 'tu');
}

/** Who is back today was away until yesterday; who had not left yet was not away at all. */
export function lastDayOf({ validFrom, validTo }: Days, backOn: CivilDate): CivilDate {
  if (backOn < validFrom) return addDays(validFrom, -1);
  const yesterday = addDays(backOn, -1);
  return validTo <= yesterday ? validTo : yesterday;
}

const leading: readonly Role[] = ['unit-leader', 'one-stop-head', 'signing-leader'];

/** One's own absence, that of the people of an office one leads, and as an administrator anybody's. */
export function mayRecordAbsence(
  actor: Actor,
  person: { readonly personId: string; readonly posts: readonly Pick<HeldPost, 'officeId' | 'agencyId'>[] },
): boolean {
  if (actor.personId === person.personId) return true;
  return actor.posts.some(
    (own) =>
      own.role === 'system-administrator' ||
      (leading.includes(own.role) &&
        person.posts.some(
          (post) => post.officeId === own.officeId || (own.leads && post.agencyId === own.agencyId),
        )),
  );
}
