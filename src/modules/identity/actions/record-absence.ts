import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditEntry, record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { actEntry, legalDay, type MakingPress } from '../press.ts';
import { absenceReasons, checkAbsence, mayRecordAbsence } from '../rules/absence.ts';
import { insertAbsence, listDaysAway, type NewAbsence } from '../store/absences.ts';
import { findPersonForUpdate } from '../store/people.ts';
import { listHeldPosts } from '../store/posts.ts';

export interface AbsencePress extends MakingPress {
  readonly personId: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly reason: string;
}

/**
 * Somebody is away from one day to another. Refuses as `checkAbsence`, `identity/reason-not-chosen`,
 * `identity/person-missing` (also who is none of the presser's people).
 */
export function recordAbsence(deps: IdentityDeps, press: AbsencePress): Promise<Outcome<true>> {
  const { newId: id, personId } = press;
  return inTransaction(deps.db, async (tx) => {
    const person = await findPersonForUpdate(tx, personId);
    if (!person) return refused('identity/person-missing', {}, 'nguoi');
    const posts = await listHeldPosts(tx, personId, legalDay(press));
    const others = await listDaysAway(tx, personId);
    if (others.some((one) => one.id === id)) return accepted(true);
    const decided = decideAbsence(press, posts, others);
    if (!decided.ok) return decided;
    if (!(await insertAbsence(tx, decided.value))) return refused('identity/changed-meanwhile');
    await record(tx, absenceEntry(press));
    return accepted(true);
  });
}

/** What is written of it, with the posts of who is away and the other days on which they are; or why it is not. */
export function decideAbsence(
  press: AbsencePress,
  posts: Parameters<typeof mayRecordAbsence>[1]['posts'],
  others: Parameters<typeof checkAbsence>[1],
): Outcome<NewAbsence> {
  const { newId: id, personId, validFrom, validTo } = press;
  if (!mayRecordAbsence(press.actor, { personId, posts }))
    return refused('identity/person-missing', {}, 'nguoi');
  const reason = absenceReasons.find((one) => one === press.reason);
  if (!reason) return refused('identity/reason-not-chosen', {}, 'ly-do');
  const checked = checkAbsence({ validFrom, validTo }, others);
  if (!checked.ok) return checked;
  const recorded = { recordedBy: press.actor.accountId, recordedAt: press.origin.legalNow };
  return accepted({ id, personId, validFrom, validTo, reason, ...recorded });
}

export function absenceEntry(press: AbsencePress): AuditEntry {
  return actEntry(press, 'record-absence', { kind: 'person', id: press.personId });
}
