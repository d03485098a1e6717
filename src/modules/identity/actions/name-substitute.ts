import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { type AuditEntry, record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { actEntry, type MakingPress } from '../press.ts';
import { checkDecision, checkSubstitute, type HeldByOther } from '../rules/stand-in.ts';
import { findPerson } from '../store/people.ts';
import { findPostForUpdate } from '../store/post-changes.ts';
import { insertSubstitute, listSubstitutesOfPost, type NewSubstitute } from '../store/stand-ins.ts';

export interface SubstitutePress extends MakingPress {
  readonly postId: string;
  readonly personId: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly reason: string;
  /** By which it was decided, where a paper says so; both or neither. */
  readonly decisionNumber: string;
  readonly decisionDate: CivilDate | null;
}

/**
 * Names who does the work of a post while its holder is away. Refuses as `checkSubstitute`, and
 * `identity/decision-half` (a number without its date, or the other way round).
 */
export function nameSubstitute(deps: IdentityDeps, press: SubstitutePress): Promise<Outcome<true>> {
  const { newId: id, postId, personId } = press;
  return inTransaction(deps.db, async (tx) => {
    const post = await findPostForUpdate(tx, postId);
    if (!post) return refused('identity/post-missing', {}, 'chuc-danh');
    if (!(await findPerson(tx, personId))) return refused('identity/person-missing', {}, 'nguoi');
    const others = await listSubstitutesOfPost(tx, postId);
    if (others.some((one) => one.id === id)) return accepted(true);
    const decided = decideSubstitute(press, post, others);
    if (!decided.ok) return decided;
    if (!(await insertSubstitute(tx, decided.value))) return refused('identity/changed-meanwhile');
    await record(tx, substituteEntry(press));
    return accepted(true);
  });
}

/** What is written of it, with the post and the other times in which it has a substitute; or why it is not. */
export function decideSubstitute(
  press: SubstitutePress,
  post: HeldByOther,
  others: Parameters<typeof checkSubstitute>[2],
): Outcome<NewSubstitute> {
  const { newId: id, postId, personId, validFrom, validTo, decisionDate } = press;
  const decisionNumber = cleanLine(press.decisionNumber).text || null;
  const checked = checkSubstitute(post, { personId, validFrom, validTo }, others);
  if (!checked.ok) return checked;
  const decided = checkDecision(decisionNumber, decisionDate, validFrom);
  if (!decided.ok) return decided;
  const reason = cleanLine(press.reason).text;
  const recorded = { recordedBy: press.actor.accountId, recordedAt: press.origin.legalNow };
  const days = { validFrom, validTo };
  return accepted({ id, postId, personId, ...days, reason, decisionNumber, decisionDate, ...recorded });
}

export function substituteEntry(press: SubstitutePress): AuditEntry {
  return actEntry(press, 'name-substitute', { kind: 'person', id: press.personId });
}
