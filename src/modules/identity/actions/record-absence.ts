import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { legalDay, logAct, type MakingPress } from '../press.ts';
import { absenceReasons, checkAbsence, mayRecordAbsence } from '../rules/absence.ts';
import { insertAbsence, listDaysAway } from '../store/absences.ts';
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
  const { newId: id, personId, validFrom, validTo } = press;
  return inTransaction(deps.db, async (tx) => {
    const person = await findPersonForUpdate(tx, personId);
    const posts = person ? await listHeldPosts(tx, personId, legalDay(press)) : [];
    if (!person || !mayRecordAbsence(press.actor, { personId, posts }))
      return refused('identity/person-missing', {}, 'nguoi');
    const reason = absenceReasons.find((one) => one === press.reason);
    if (!reason) return refused('identity/reason-not-chosen', {}, 'ly-do');
    const others = await listDaysAway(tx, personId);
    if (others.some((one) => one.id === id)) return accepted(true);
    const checked = checkAbsence({ validFrom, validTo }, others);
    if (!checked.ok) return checked;
    const recorded = { recordedBy: press.actor.accountId, recordedAt: press.origin.legalNow };
    if (!(await insertAbsence(tx, { id, personId, validFrom, validTo, reason, ...recorded })))
      return refused('identity/changed-meanwhile');
    await logAct(tx, press, 'record-absence', { kind: 'person', id: personId });
    return accepted(true);
  });
}
